import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type { Instant } from '../../kernel/instant.ts'
import type { Config } from '../config.ts'
import type { Database } from '../database/open.ts'
import { asOwner } from '../database/reach.ts'
import { sha256Hex } from '../documents/digest.ts'
import type { Files } from '../files.ts'
import { readWaitingJobs } from '../jobs.ts'
import { type Session, fixTextForms, readApplied, readRows, readSequences, readTableShapes } from './catalog.ts'
import {
  type ArchivePurpose,
  BACKUP_FORMAT,
  type BackupHeader,
  type BackupManifest,
  type TableTotal,
  countRows,
} from './format.ts'
import { type TarEntry, writeTar } from './tar.ts'

export interface BackupSource {
  readonly database: Pick<Database, 'authPool'>
  readonly config: Pick<Config, 'dataDir'>
  readonly files: Pick<Files, 'read'>
  readonly now: Instant
  /** NARU_SECRET is set, so the secret of the data directory is not the one in use. */
  readonly secretIsGiven: boolean
  /** A backup unless said otherwise. */
  readonly purpose?: ArchivePurpose
}

/**
 * Writes everything into one archive at `path`, as it was at one moment; a server may go on working meanwhile. The file
 * appears complete or not at all, readable by its owner alone: it holds the key of the seals.
 */
export const writeBackup = (source: BackupSource, path: string): Promise<BackupManifest> =>
  asOwner(() => writeTo(source, path))

async function writeTo(source: BackupSource, path: string): Promise<BackupManifest> {
  const draft = `${path}.part`
  const target = await open(draft, 'w', 0o600)
  let manifest: BackupManifest | undefined
  const entries = backupEntries(source, (written) => {
    manifest = written
  })
  try {
    await pipeline(Readable.from(writeTar(entries)), createGzip(), target.createWriteStream({ flush: true }))
    await rename(draft, path)
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
  return manifest!
}

async function* backupEntries(
  source: BackupSource,
  onWritten: (manifest: BackupManifest) => void,
): AsyncGenerator<TarEntry> {
  const client = await source.database.authPool.connect()
  try {
    await client.query('begin isolation level repeatable read read only')
    await fixTextForms(client)
    const header = await describe(client, source)
    const headerEntry = json('header.json', header)
    yield headerEntry
    const tables: TableTotal[] = []
    for (const table of header.tables) {
      const counted = countRows(table.name)
      let portion = 0
      for await (const lines of readRows(client, table)) {
        counted.add(lines)
        const name = `tables/${table.name}/${String(++portion).padStart(6, '0')}.jsonl`
        yield { name, contents: Buffer.from(lines.map((line) => `${line}\n`).join('')) }
      }
      tables.push(counted.total())
    }
    const files: { name: string; sha256: string }[] = []
    for await (const entry of fileEntries(client, source)) {
      files.push({ name: entry.name, sha256: sha256Hex(entry.contents) })
      yield entry
    }
    const heads = (await client.query(LAST_LINKS)).rows as BackupManifest['heads']
    const headerSha256 = sha256Hex(headerEntry.contents)
    const manifest: BackupManifest = { format: BACKUP_FORMAT, headerSha256, tables, files, heads }
    yield json('manifest.json', manifest)
    onWritten(manifest)
    await client.query('commit')
  } finally {
    // The connection is thrown away: an archive that was given up leaves its cursor and transaction open.
    client.release(true)
  }
}

async function describe(
  client: Session,
  { now, secretIsGiven, purpose = 'backup' }: BackupSource,
): Promise<BackupHeader> {
  return {
    format: BACKUP_FORMAT,
    madeAt: now,
    migrations: await readApplied(client),
    tables: await readTableShapes(client),
    sequences: await readSequences(client),
    jobs: await readWaitingJobs(client),
    purpose,
    secretIsGiven,
  }
}

const json = (name: string, value: object): TarEntry => ({ name, contents: Buffer.from(JSON.stringify(value)) })

const LAST_LINKS = `select distinct on (chain_id) chain_id as "chainId", number::float8 as number, hash
  from journal_link order by chain_id, number desc`

async function* fileEntries(client: Session, { config, files, secretIsGiven }: BackupSource): AsyncGenerator<TarEntry> {
  const { rows } = await client.query<{ sha256: string }>('select distinct sha256 from stored_file order by 1')
  for (const { sha256 } of rows) yield { name: `files/${sha256}`, contents: await files.read({ sha256 }) }
  for (const folder of ['signing', 'journal-heads']) {
    const directory = join(config.dataDir, folder)
    for (const name of existsSync(directory) ? readdirSync(directory).toSorted() : []) {
      yield { name: `data/${folder}/${name}`, contents: readFileSync(join(directory, name)) }
    }
  }
  const secret = join(config.dataDir, 'secret')
  if (!secretIsGiven && existsSync(secret)) yield { name: 'data/secret', contents: readFileSync(secret) }
}
