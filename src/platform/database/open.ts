import { join } from 'node:path'
import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Config } from '../config.ts'
import { lockDirectory } from './directory-lock.ts'
import { type Embedded, startEmbedded } from './embedded.ts'
import type { Db } from './handle.ts'
import { CountingClient } from './statement-count.ts'
import { valueTypes } from './value-types.ts'

export interface Database {
  readonly db: Db
  /** Behind `db`: values as the application has them. */
  readonly pool: pg.Pool
  /** For better-auth, which expects the driver's own value types (Date, int8 as text). */
  readonly authPool: pg.Pool
  readonly kind: 'embedded' | 'server'
  close(): Promise<void>
}

/**
 * Opens the PostgreSQL server of `databaseUrl`, or the embedded database in the data directory. Throws
 * DirectoryInUse when another process has that directory. Migrations are a separate step (`migrate`).
 */
export async function openDatabase(config: Pick<Config, 'databaseUrl' | 'dataDir'>): Promise<Database> {
  if (config.databaseUrl !== null) return openServer(config.databaseUrl)
  const unlock = lockDirectory(config.dataDir)
  try {
    const embedded = await startEmbedded({ directory: join(config.dataDir, 'database') })
    return openEmbedded(embedded, unlock)
  } catch (error) {
    unlock()
    throw error
  }
}

export const openServer = (databaseUrl: string): Database =>
  connect('server', { connectionString: databaseUrl }, { max: 10, authMax: 4 }, async () => {})

/** Four clients share the one session of the embedded database; more would only queue in another place. */
export const openEmbedded = (embedded: Embedded, unlock: () => void): Database =>
  connect(
    'embedded',
    { host: embedded.host, user: 'postgres', database: 'postgres' },
    { max: 4, authMax: 2 },
    async () => {
      await embedded.close()
      unlock()
    },
  )

function connect(
  kind: Database['kind'],
  to: pg.PoolConfig,
  { max, authMax }: { max: number; authMax: number },
  afterwards: () => Promise<void>,
): Database {
  const pool = new pg.Pool({ ...to, max, types: valueTypes, Client: CountingClient } as pg.PoolConfig)
  const authPool = new pg.Pool({ ...to, max: authMax, Client: CountingClient } as pg.PoolConfig)
  // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => {})
  authPool.on('error', () => {})
  const db = new Kysely<unknown>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  })
  let closing: Promise<void> | undefined
  const end = async () => {
    await Promise.all([pool.end(), authPool.end()])
    await afterwards()
  }
  return { db, pool, authPool, kind, close: () => (closing ??= end()) }
}
