import { createReadStream, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createGunzip } from 'node:zlib'
import { CompiledQuery } from 'kysely'
import type { Config } from '../config.ts'
import type { Db } from '../database/handle.ts'
import { type Migration, migrate, readMigrations } from '../database/migrate.ts'
import type { Database } from '../database/open.ts'
import { asOwner } from '../database/reach.ts'
import type { FileContents } from '../files.ts'
import { sha256Hex } from '../documents/digest.ts'
import { firstHash, linkHash } from '../journal-chain/chain.ts'
import { readChain } from '../journal-chain/chain-store.ts'
import type { Jobs } from '../jobs.ts'
import { continueJournal } from '../journal.ts'
import { waitingDeliveries } from '../mail.ts'
import {
  type Session,
  type TableShape,
  fixTextForms,
  quoted,
  readApplied,
  readRows,
  readTableShapes,
} from './catalog.ts'
import {
  BACKUP_FORMAT,
  BackupError,
  type BackupHeader,
  type BackupManifest,
  type TableTotal,
  countRows,
} from './format.ts'
import { type TarEntry, TarError, readTar } from './tar.ts'

export interface RestoreTarget {
  readonly database: Pick<Database, 'db' | 'pool'>
  readonly config: Pick<Config, 'dataDir'>
  /** Where the contents of files go: on disk or into the object store that the settings name here. */
  readonly contents: Pick<FileContents, 'write'>
  /** Not started: its tables are made once the database is known to be empty. */
  readonly jobs: Pick<Jobs, 'start' | 'sendWaiting'>
  /** NARU_SECRET is set here, so the archive's secret is not taken over. */
  readonly secretIsGiven: boolean
  /** The archive was made to move, and this is where it moves to: mail that waits goes on. False: it is held back. */
  readonly movesHere?: boolean
}

export interface Restored {
  readonly header: BackupHeader
  readonly manifest: BackupManifest
  /** Mails that waited when the backup was made, and are held back now. */
  readonly heldMails: number
}

/**
 * Reads an archive into an empty database and data directory. The rows appear all at once, after they were read again
 * and compared with what was written, and after the chains of the journal were followed; otherwise nothing of them
 * does. Throws BackupError with one sentence.
 *
 * An archive of an older version is read into the tables of that version, which are then brought up to date.
 */
export const restoreBackup = (target: RestoreTarget, path: string): Promise<Restored> =>
  asOwner(() => restoreFrom(target, path))

async function restoreFrom(target: RestoreTarget, path: string): Promise<Restored> {
  const entries = readTar(createReadStream(path).pipe(createGunzip()))
  try {
    const first = await entries.next()
    if (first.done) throw new BackupError(`${path} is empty.`)
    const header = readHeader(first.value)
    await prepareTables(target, header)
    await target.jobs.start()
    const restored = await target.database.db.transaction().execute(async (trx) => {
      const manifest = await load(target, trx, header, sha256Hex(first.value.contents), entries)
      const goesOn = target.movesHere === true && header.purpose === 'move'
      const heldMails = goesOn ? 0 : await holdMails(sessionOf(trx))
      await target.jobs.sendWaiting(goesOn ? [...header.jobs, ...(await waitingDeliveries(trx))] : header.jobs, trx)
      return { header, manifest, heldMails }
    })
    await migrate(target.database.pool)
    await continueJournal(target.database.db)
    return restored
  } catch (error) {
    throw isDamage(error) ? new BackupError(`${path} cannot be read: ${error.message}`, { cause: error }) : error
  } finally {
    await entries.return(undefined)
  }
}

const isDamage = (error: unknown): error is Error =>
  error instanceof TarError || (error instanceof Error && 'code' in error && /^(Z_|ENOENT)/.test(String(error.code)))

function readHeader({ name, contents }: TarEntry): BackupHeader {
  const header = name === 'header.json' ? (JSON.parse(Buffer.from(contents).toString()) as BackupHeader) : null
  if (header?.format !== BACKUP_FORMAT) throw new BackupError('This is not a backup that this version can read.')
  return header
}

/** Makes the tables as they were when the backup was made. Refuses for a database that is not empty. */
async function prepareTables({ database: { pool } }: RestoreTarget, { migrations }: BackupHeader): Promise<void> {
  const wanted = new Map(migrations.map(({ name, sha256 }) => [name, sha256]))
  const known = new Map(readMigrations().map((migration) => [migration.name, migration]))
  const missing = migrations.find(({ name, sha256 }) => known.get(name)?.sha256 !== sha256)
  if (missing) throw new BackupError(`The backup was made by a version with migration ${missing.name}; use that one.`)
  const applied = await readApplied(pool)
  const ahead = applied.find(({ name }) => !wanted.has(name))
  if (ahead) {
    throw new BackupError(`The database is newer than the backup (${ahead.name}). Restore into one without any tables.`)
  }
  for (const { name } of await readTableShapes(pool)) {
    const { rows } = await pool.query<{ filled: boolean }>(`select exists (select from ${quoted(name)}) as filled`)
    if (rows[0]?.filled) {
      throw new BackupError(`The database is not empty: ${name} has rows. A backup is restored into an empty one only.`)
    }
  }
  await migrate(
    pool,
    [...wanted.keys()].map((name): Migration => known.get(name)!),
  )
}

async function load(
  { config, contents, secretIsGiven }: RestoreTarget,
  trx: Db,
  header: BackupHeader,
  headerSha256: string,
  entries: AsyncIterable<TarEntry>,
): Promise<BackupManifest> {
  const session = sessionOf(trx)
  await fixTextForms(session)
  const shapes = new Map(header.tables.map((table) => [table.name, table]))
  const restoreChecks = await suspendChecks(session)
  const files = new Map<string, string>()
  const kept: TarEntry[] = []
  let manifest: BackupManifest | null = null
  for await (const entry of entries) {
    const [folder, name = ''] = entry.name.split('/')
    if (folder === 'tables') await insertRows(session, shapes.get(name), entry)
    else if (entry.name === 'manifest.json') manifest = JSON.parse(Buffer.from(entry.contents).toString())
    else files.set(entry.name, sha256Hex(entry.contents))
    if (folder === 'files') await keepContents(contents, name, entry.contents)
    if (folder === 'data' && !(secretIsGiven && name === 'secret')) kept.push(entry)
  }
  if (manifest?.headerSha256 !== headerSha256) throw new TarError('The archive is cut short.')
  await restoreChecks()
  for (const { name, value } of header.sequences) {
    await session.query(`select setval($1::regclass, $2::bigint)`, [`public.${quoted(name)}`, value])
  }
  checkFiles(files, manifest)
  await checkTables(session, header.tables, manifest)
  await checkChains(trx, manifest)
  keepDataFiles(config.dataDir, kept)
  return manifest
}

async function insertRows(session: Session, table: TableShape | undefined, { contents }: TarEntry): Promise<void> {
  if (!table) throw new TarError('It holds rows of a table that its header does not name.')
  const lines = Buffer.from(contents).toString('utf8').trimEnd().split('\n')
  const columns = table.columns.map(({ name }) => quoted(name)).join(', ')
  const values = table.columns.map(({ type }, at) => `(r ->> ${at})::${type}`).join(', ')
  await session.query(
    `insert into ${quoted(table.name)} (${columns}) overriding system value
     select ${values} from json_array_elements($1::json) r`,
    [`[${lines.join(',')}]`],
  )
}

/**
 * Until the returned function is called foreign keys may point at rows that are still to come, and our own triggers
 * rest: what they would write is in the archive. That function checks every foreign key.
 */
async function suspendChecks(session: Session): Promise<() => Promise<void>> {
  const { rows: keys } = await session.query<{ on: string; name: string }>(
    `select conrelid::regclass::text as "on", conname as name from pg_constraint
     where contype = 'f' and not condeferrable and connamespace = 'public'::regnamespace`,
  )
  const { rows: triggered } = await session.query<{ name: string }>(
    `select distinct tgrelid::regclass::text as name from pg_trigger t join pg_class c on c.oid = t.tgrelid
     where not tgisinternal and c.relnamespace = 'public'::regnamespace`,
  )
  const alterKeys = (how: string) =>
    keys.map(({ on, name }) => `alter table ${on} alter constraint ${quoted(name)} ${how}`)
  const alterTriggers = (how: string) => triggered.map(({ name }) => `alter table ${name} ${how} trigger user`)
  const run = async (statements: readonly string[]) => {
    for (const statement of statements) await session.query(statement)
  }
  await run([
    ...alterTriggers('disable'),
    ...alterKeys('deferrable initially deferred'),
    'set constraints all deferred',
  ])
  return () => run(['set constraints all immediate', ...alterKeys('not deferrable'), ...alterTriggers('enable')])
}

/** Reads every row back and compares with what the archive says was written. */
async function checkTables(session: Session, tables: readonly TableShape[], manifest: BackupManifest): Promise<void> {
  const wanted = new Map(manifest.tables.map((total): [string, TableTotal] => [total.name, total]))
  for (const table of tables) {
    const counted = countRows(table.name)
    for await (const lines of readRows(session, table)) counted.add(lines)
    const found = counted.total()
    if (found.rows !== wanted.get(table.name)?.rows || found.sha256 !== wanted.get(table.name)?.sha256) {
      throw new BackupError(`Table ${table.name} is not what the backup says was written. Nothing was restored.`)
    }
  }
}

function checkFiles(found: ReadonlyMap<string, string>, { files }: BackupManifest): void {
  const wrong = files.find(({ name, sha256 }) => found.get(name) !== sha256)
  if (wrong) throw new BackupError(`The archive does not hold ${wrong.name} as it was written. Nothing was restored.`)
}

/** Follows every chain of the journal from its beginning to the end that the backup names. */
async function checkChains(trx: Db, { heads }: BackupManifest): Promise<void> {
  for (const { chainId, number, hash } of heads) {
    let last = firstHash(chainId)
    for (let after = 0; after < number;) {
      const links = await readChain(trx, chainId, after, number, 2000)
      for (const link of links) {
        last = linkHash(last, link.line)
        if (link.hash !== last || link.number !== ++after) throw new BackupError(`The journal of ${chainId} is broken.`)
      }
      if (links.length === 0) throw new BackupError(`The journal of ${chainId} lacks entries.`)
    }
    if (last !== hash) throw new BackupError(`The journal of ${chainId} does not end as the backup says.`)
  }
}

/**
 * Mail that waited was in all likelihood sent by the installation the backup is of. It is set aside as failed, where an
 * operator can look at it and send it.
 */
async function holdMails(session: Session): Promise<number> {
  const { rowCount } = await session.query(
    `update mail set status = 'failed', last_error = 'held back: waited when the backup was made' where status = 'queued'`,
  )
  return rowCount ?? 0
}

async function keepContents(target: Pick<FileContents, 'write'>, sha256: string, contents: Uint8Array): Promise<void> {
  if (!/^[0-9a-f]{64}$/.test(sha256) || sha256Hex(contents) !== sha256) throw new TarError(`File ${sha256} is damaged.`)
  await target.write(sha256, contents)
}

const DATA_FILE = /^data\/(secret|signing\/[\w.-]+|journal-heads\/[\w.-]+)$/

/** An identity of seals that is there already stays only when it is the same one. */
function keepDataFiles(dataDir: string, entries: readonly TarEntry[]): void {
  const targets = entries.map(({ name, contents }) => {
    const [, place] = DATA_FILE.exec(name) ?? []
    if (place === undefined) throw new TarError(`${name} has no place in the data directory.`)
    return { path: join(dataDir, place), contents, isSigning: place.startsWith('signing/') }
  })
  for (const { path, contents, isSigning } of targets) {
    if (isSigning && !(readIfThere(path)?.equals(contents) ?? true)) {
      throw new BackupError(`${dirname(path)} already holds another identity. Restore into an empty data directory.`)
    }
  }
  for (const { path, contents } of targets) keep(path, contents)
}

function readIfThere(path: string): Buffer | null {
  try {
    return readFileSync(path)
  } catch {
    return null
  }
}

function keep(path: string, contents: Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const draft = `${path}.restored`
  try {
    writeFileSync(draft, contents, { mode: 0o600, flush: true })
    renameSync(draft, path)
  } finally {
    rmSync(draft, { force: true })
  }
}

/** The transaction as the driver sees it: statements as they are, results without renaming. */
const sessionOf = (trx: Db): Session =>
  ({
    query: async (text: string, values: readonly unknown[] = []) => {
      const { rows, numAffectedRows } = await trx.withoutPlugins().executeQuery(CompiledQuery.raw(text, [...values]))
      return { rows, rowCount: numAffectedRows === undefined ? rows.length : Number(numAffectedRows) }
    },
  }) as unknown as Session
