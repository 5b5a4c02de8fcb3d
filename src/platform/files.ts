import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import type { Id } from '../kernel/id.ts'
import type { Instant } from '../kernel/instant.ts'
import { type Result, ok, refuse } from '../kernel/result.ts'
import type { Config } from './config.ts'
import { type Db, tables } from './database/handle.ts'
import type { NewId } from './ids.ts'

export interface StoredFile {
  readonly id: Id
  /** Of the contents, in hex. */
  readonly sha256: string
  readonly sizeBytes: number
  readonly mediaType: string
  readonly name: string
  readonly createdAt: Instant
}

interface Tables {
  storedFile: StoredFile
}

export interface FileToStore {
  readonly name: string
  readonly mediaType: string
  readonly contents: Blob | Uint8Array
}

/** Uploaded and generated files: rows in the database, contents on disk under their sha256, each once. */
export interface Files {
  /**
   * Refuses with `files.too-large` or `files.empty`. The row is written through `db` (a transaction as a
   * rule); contents left behind by a rolled back one do no harm, the next same file reuses them.
   */
  store(db: Db, file: FileToStore): Promise<Result<StoredFile>>
  find(db: Db, id: Id): Promise<StoredFile | null>
  /** Throws when the contents are gone or are no longer the ones that were stored. */
  read(file: Pick<StoredFile, 'sha256'>): Promise<Uint8Array<ArrayBuffer>>
  /** As `read`, but a piece at a time and without the check. */
  stream(file: Pick<StoredFile, 'sha256'>): ReadableStream<Uint8Array>
}

export const MAX_FILE_BYTES = 10 * 1024 * 1024

interface FilesParts {
  readonly config: Pick<Config, 'dataDir'>
  readonly clock: { now(): Instant }
  readonly newId: NewId
  readonly maxBytes?: number
}

export function createFiles({ config, clock, newId, maxBytes = MAX_FILE_BYTES }: FilesParts): Files {
  const pathOf = (sha256: string) => join(config.dataDir, 'files', sha256.slice(0, 2), sha256)
  return {
    async store(db, { name, mediaType, contents }) {
      const sizeBytes = contents instanceof Blob ? contents.size : contents.byteLength
      if (sizeBytes === 0) return refuse('invalid', 'files.empty')
      if (sizeBytes > maxBytes) return refuse('invalid', 'files.too-large', { maxBytes, sizeBytes })
      const bytes = contents instanceof Blob ? new Uint8Array(await contents.arrayBuffer()) : contents
      const sha256 = hashOf(bytes)
      await writeOnce(pathOf(sha256), bytes, newId())
      const file = { id: newId(), sha256, sizeBytes, mediaType, name: plainName(name), createdAt: clock.now() }
      await tables<Tables>(db).insertInto('storedFile').values(file).execute()
      return ok(file)
    },
    async find(db, id) {
      const row = await tables<Tables>(db).selectFrom('storedFile').selectAll().where('id', '=', id).executeTakeFirst()
      return row ?? null
    },
    async read({ sha256 }) {
      const bytes = await readFile(pathOf(sha256))
      if (hashOf(bytes) !== sha256) throw new Error(`The stored file ${sha256} is damaged`)
      return bytes
    },
    stream: ({ sha256 }) => Readable.toWeb(createReadStream(pathOf(sha256))) as ReadableStream<Uint8Array>,
  }
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** The last part of a path from either kind of system, without control characters, at most 200 characters. */
const plainName = (name: string): string =>
  // oxlint-disable-next-line no-control-regex -- control characters are what is removed
  (name.split(/[/\\]/).at(-1) ?? '').replace(/[\u0000-\u001f\u007f]/g, '').slice(-200) || 'file'

/** The file appears complete or not at all, and on the disk before anybody refers to it. */
async function writeOnce(path: string, bytes: Uint8Array, unique: string): Promise<void> {
  if (await stat(path).catch(() => null)) return
  await mkdir(join(path, '..'), { recursive: true, mode: 0o700 })
  const draft = `${path}.${unique}`
  const file = await open(draft, 'wx', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(draft, path).catch(async (error: unknown) => {
    await rm(draft, { force: true })
    throw error
  })
}
