import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type pg from 'pg'
import { asOwner } from './reach.ts'

export const MIGRATIONS_DIRECTORY = fileURLToPath(new URL('../../../migrations/', import.meta.url))

export interface Migration {
  /** `0001_platform` */
  readonly name: string
  readonly sql: string
  readonly sha256: string
}

/** The migrations cannot be applied as they are; `message` is fit for the terminal. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError'
}

/** The migration files in their order. Throws MigrationError on a name that has no place in it. */
export function readMigrations(directory: string = MIGRATIONS_DIRECTORY): Migration[] {
  const files = readdirSync(directory).filter((file) => file.endsWith('.sql'))
  const numbers = new Map<string, string>()
  for (const file of files) {
    const number = /^(\d{4})_[a-z0-9_-]+\.sql$/.exec(file)?.[1]
    if (!number) throw new MigrationError(`Migration ${file} is not named like 0001_platform.sql.`)
    const other = numbers.get(number)
    if (other) throw new MigrationError(`Migrations ${other} and ${file} have the same number.`)
    numbers.set(number, file)
  }
  return files.toSorted().map((file) => {
    const sql = readFileSync(`${directory}/${file}`, 'utf8')
    return { name: file.slice(0, -'.sql'.length), sql, sha256: createHash('sha256').update(sql).digest('hex') }
  })
}

/** Any number that no other program on the server is likely to use for its own lock. */
const MIGRATION_LOCK = 4020_0001

/**
 * Applies what is not yet applied, each file in its own transaction, and returns the names. Several
 * processes may start at once on a server: they take turns. Throws MigrationError when a file that was
 * applied has since been changed or removed.
 */
export const migrate = (pool: pg.Pool, migrations: readonly Migration[] = readMigrations()): Promise<string[]> =>
  asOwner(() => applyInTurn(pool, migrations))

async function applyInTurn(pool: pg.Pool, migrations: readonly Migration[]): Promise<string[]> {
  const client = await pool.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK])
    return await applyMissing(client, migrations)
  } finally {
    await client.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]).catch(() => {})
    client.release()
  }
}

async function applyMissing(client: pg.PoolClient, migrations: readonly Migration[]): Promise<string[]> {
  await client.query(`create table if not exists schema_migration (
    name text primary key, sha256 text not null, applied_at timestamptz not null default now())`)
  const { rows } = await client.query<{ name: string; sha256: string }>('select name, sha256 from schema_migration')
  const applied = new Map(rows.map(({ name, sha256 }) => [name, sha256]))
  for (const name of applied.keys()) {
    if (!migrations.some((migration) => migration.name === name)) {
      throw new MigrationError(`The database has migration ${name}, which this version of Naru does not know.`)
    }
  }
  const added: string[] = []
  for (const migration of migrations) {
    const before = applied.get(migration.name)
    if (before === undefined) {
      await applyOne(client, migration)
      added.push(migration.name)
    } else if (before !== migration.sha256) {
      throw new MigrationError(`Migration ${migration.name} was changed after it was applied; add a new one instead.`)
    }
  }
  return added
}

async function applyOne(client: pg.PoolClient, { name, sql, sha256 }: Migration): Promise<void> {
  await client.query('begin')
  try {
    await client.query(sql)
    await client.query('insert into schema_migration (name, sha256) values ($1, $2)', [name, sha256])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw new MigrationError(`Migration ${name} failed: ${(error as Error).message}`, { cause: error })
  }
}
