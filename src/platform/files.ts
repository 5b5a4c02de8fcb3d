import { createHash } from 'node:crypto'
import type { Id } from '../kernel/id.ts'
import type { Instant } from '../kernel/instant.ts'
import { type Result, ok, refuse } from '../kernel/result.ts'
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

/** Uploaded and generated files: rows in the database, contents on disk or in an object store under their sha256. */
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

/**
 * Where the contents of files lie, each once under its sha256: on disk, or in an object store. Whether contents are what
 * their name says is looked at by `Files`, wherever they lie.
 */
export interface FileContents {
  /** Resolves once they are safe; writing what is there already does nothing. */
  write(sha256: string, bytes: Uint8Array): Promise<void>
  /** Rejects with code `ENOENT` when there are none. */
  read(sha256: string): Promise<Uint8Array<ArrayBuffer>>
  stream(sha256: string): ReadableStream<Uint8Array>
}

export const MAX_FILE_BYTES = 10 * 1024 * 1024

interface FilesParts {
  readonly contents: FileContents
  readonly clock: { now(): Instant }
  readonly newId: NewId
  readonly maxBytes?: number
}

export function createFiles({ contents, clock, newId, maxBytes = MAX_FILE_BYTES }: FilesParts): Files {
  return {
    async store(db, { name, mediaType, contents: given }) {
      const sizeBytes = given instanceof Blob ? given.size : given.byteLength
      if (sizeBytes === 0) return refuse('invalid', 'files.empty')
      if (sizeBytes > maxBytes) return refuse('invalid', 'files.too-large', { maxBytes, sizeBytes })
      const bytes = given instanceof Blob ? new Uint8Array(await given.arrayBuffer()) : given
      const sha256 = hashOf(bytes)
      await contents.write(sha256, bytes)
      const file = { id: newId(), sha256, sizeBytes, mediaType, name: plainName(name), createdAt: clock.now() }
      await tables<Tables>(db).insertInto('storedFile').values(file).execute()
      return ok(file)
    },
    async find(db, id) {
      const row = await tables<Tables>(db).selectFrom('storedFile').selectAll().where('id', '=', id).executeTakeFirst()
      return row ?? null
    },
    async read({ sha256 }) {
      const bytes = await contents.read(sha256)
      if (hashOf(bytes) !== sha256) throw new Error(`The stored file ${sha256} is damaged`)
      return bytes
    },
    stream: ({ sha256 }) => contents.stream(sha256),
  }
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** The last part of a path from either kind of system, without control characters, at most 200 characters. */
const plainName = (name: string): string =>
  // oxlint-disable-next-line no-control-regex -- control characters are what is removed
  (name.split(/[/\\]/).at(-1) ?? '').replace(/[\u0000-\u001f\u007f]/g, '').slice(-200) || 'file'
