import { createHash, randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { installJobs } from '../jobs.ts'
import { startEmbedded } from './embedded.ts'
import { type Migration, migrate, readMigrations } from './migrate.ts'
import { type Database, openEmbedded, openServer } from './open.ts'
import { spreadNet } from './spread-net.ts'

const CACHE = fileURLToPath(new URL('../../../node_modules/.cache/naru/', import.meta.url))

/**
 * A fresh migrated database for one test file: on the server named by TEST_DATABASE_URL, or embedded in
 * memory. Both start as a copy of a migrated template that is rebuilt when a migration changes.
 */
export function openTestDatabase(url = process.env.TEST_DATABASE_URL): Promise<Database> {
  const migrations = readMigrations()
  return url ? copyOnServer(url, migrations) : copyEmbedded(migrations)
}

/** A database without any tables, to be made or restored into; in memory, or on the server of TEST_DATABASE_URL. */
export async function openEmptyDatabase(url = process.env.TEST_DATABASE_URL): Promise<Database> {
  return url ? createOnServer(url, '') : openEmbedded(await startEmbedded({ directory: null }), () => {})
}

/** A name for the template: the migrations, and the parts whose stored form or tables it contains. */
function fingerprint(migrations: readonly Migration[]): string {
  const require = createRequire(import.meta.url)
  const hash = createHash('sha256')
  for (const part of ['@electric-sql/pglite', 'pg-boss']) hash.update(`${part} ${versionOf(require.resolve(part))}\n`)
  for (const { name, sha256 } of migrations) hash.update(`${name} ${sha256}\n`)
  return hash.digest('hex').slice(0, 16)
}

/** From the package.json above an entry file, because not every package exports its own. */
function versionOf(entry: string): string {
  for (let directory = entry; ; directory = join(directory, '..')) {
    try {
      const { version } = JSON.parse(readFileSync(join(directory, 'package.json'), 'utf8')) as { version?: string }
      if (version) return version
    } catch {
      if (directory === '/') throw new Error(`No package.json above ${entry}`)
    }
  }
}

async function prepare(pool: pg.Pool, migrations: readonly Migration[]): Promise<void> {
  await migrate(pool, migrations)
  await installJobs(pool)
}

/** As a running program has it, but that tests which call modules directly reach everything unless they say less. */
export async function spreadForTests(database: Database): Promise<Database> {
  database.net.allUnlessSaid = true
  await spreadNet(database)
  return database
}

async function copyEmbedded(migrations: readonly Migration[]): Promise<Database> {
  const name = `database-${fingerprint(migrations)}.tar`
  const dump = readIfThere(join(CACHE, name)) ?? (await buildDump(name, migrations))
  return openEmbedded(await startEmbedded({ directory: null, dump }), () => {})
}

function readIfThere(path: string): ArrayBuffer | null {
  try {
    const bytes = readFileSync(path)
    return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer
  } catch {
    return null
  }
}

async function buildDump(name: string, migrations: readonly Migration[]): Promise<ArrayBuffer> {
  const embedded = await startEmbedded({ directory: null })
  const database = openEmbedded(embedded, () => {})
  let dump: ArrayBuffer
  try {
    await prepare(database.pool, migrations)
    dump = await embedded.dump()
  } finally {
    await database.close()
  }
  mkdirSync(CACHE, { recursive: true })
  for (const older of readdirSync(CACHE)) {
    if (/^database-[0-9a-f]{16}\.tar$/.test(older)) rmSync(join(CACHE, older), { force: true })
  }
  const path = join(CACHE, name)
  writeFileSync(`${path}.${process.pid}`, Buffer.from(dump))
  renameSync(`${path}.${process.pid}`, path)
  return dump
}

const onServer = (url: string, name: string): string => Object.assign(new URL(url), { pathname: `/${name}` }).href

async function copyOnServer(url: string, migrations: readonly Migration[]): Promise<Database> {
  const template = `naru_template_${fingerprint(migrations)}`
  await ensureTemplate(url, template, migrations)
  return spreadForTests(await createOnServer(url, `template ${template}`))
}

/** A database of its own name that is gone once it is closed. */
async function createOnServer(url: string, how: string): Promise<Database> {
  const name = `naru_test_${randomBytes(6).toString('hex')}`
  const execute = async (statement: string) => {
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    await client.query(statement).finally(() => client.end())
  }
  await execute(`create database ${name} ${how}`)
  const database = openServer(onServer(url, name))
  const close = async () => {
    await database.close()
    await execute(`drop database if exists ${name} with (force)`)
  }
  return { ...database, close }
}

/** Test files start together: the first one builds under an advisory lock, and the template appears by renaming. */
async function ensureTemplate(url: string, template: string, migrations: readonly Migration[]): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock(hashtext($1))', ['naru test template'])
    const { rows } = await client.query<{ datname: string }>(
      `select datname from pg_database where datname like 'naru\\_template\\_%'`,
    )
    if (rows.some(({ datname }) => datname === template)) return
    for (const { datname } of rows) await client.query(`drop database ${datname}`).catch(() => {})
    const building = `${template}_building`
    await client.query(`create database ${building}`)
    const database = openServer(onServer(url, building))
    // The rights of the application's role are copied with the template.
    const ready = prepare(database.pool, migrations).then(() => spreadNet(database))
    await ready.finally(() => database.close())
    await client.query(`alter database ${building} rename to ${template}`)
  } finally {
    await client.end()
  }
}
