import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely'
import type pg from 'pg'
import type { Config } from '../config.ts'
import { lockDirectory } from './directory-lock.ts'
import { type Embedded, startEmbedded } from './embedded.ts'
import type { Db } from './handle.ts'
import { type Net, NetPool, clientOf } from './net-client.ts'
import { valueTypes } from './value-types.ts'

export interface Database {
  readonly db: Db
  /** Behind `db`: values as the application has them. */
  readonly pool: pg.Pool
  /** For better-auth, which expects the driver's own value types (Date, int8 as text). */
  readonly authPool: pg.Pool
  readonly kind: 'embedded' | 'server'
  /** How both pools are held to the reach of the work they serve. */
  readonly net: Net
  close(): Promise<void>
}

/** What is in the data directory goes on elsewhere; `message` is fit for the terminal. */
export class DirectoryMoved extends Error {
  override readonly name = 'DirectoryMoved'
}

/** Both would send what waits. */
function refuseMoved(dataDir: string): void {
  const path = join(dataDir, 'moved')
  if (!existsSync(path)) return
  throw new DirectoryMoved(
    `The embedded database in ${dataDir} was exported to go on elsewhere: set DATABASE_URL. To go on here instead, delete ${path}; then import the archive nowhere.`,
  )
}

/**
 * Opens the PostgreSQL server of `databaseUrl`, or the embedded database in the data directory. Throws
 * DirectoryInUse when another process has that directory, DirectoryMoved when what is in it goes on elsewhere.
 * Migrations are a separate step (`migrate`).
 */
export async function openDatabase(config: Pick<Config, 'databaseUrl' | 'dataDir'>): Promise<Database> {
  if (config.databaseUrl !== null) return openServer(config.databaseUrl)
  refuseMoved(config.dataDir)
  const unlock = lockDirectory(config.dataDir)
  try {
    const embedded = await startEmbedded({ directory: join(config.dataDir, 'database') })
    return openEmbedded(embedded, unlock)
  } catch (error) {
    unlock()
    throw error
  }
}

/**
 * Without compiling statements to machine code: the server would compile for a tenth of a second what then runs for a
 * few milliseconds. An address with `options` of its own keeps them.
 */
export const openServer = (databaseUrl: string): Database =>
  connect(
    'server',
    { connectionString: databaseUrl, options: '-c jit=off', connectionTimeoutMillis: CONNECT_LIMIT_MS },
    { max: 10, authMax: 4 },
    async () => {},
  )

/** Longest wait for a connection, new or handed on: whoever asked is told to come again rather than kept waiting. */
const CONNECT_LIMIT_MS = 10_000

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
  const net: Net = { state: kind === 'server' ? 'open' : 'none', role: null, allUnlessSaid: false }
  const Client = clientOf(net)
  const pool: pg.Pool = new NetPool({ ...to, max, types: valueTypes, Client } as pg.PoolConfig)
  const authPool: pg.Pool = new NetPool({ ...to, max: authMax, Client } as pg.PoolConfig)
  for (const each of [pool, authPool]) {
    // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
    each.on('error', () => {})
    // So would one that breaks while it is in use: whoever waits for its answer hears of it by the failed query.
    each.on('connect', (client) => client.on('error', () => {}))
  }
  const db = new Kysely<unknown>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  })
  let closing: Promise<void> | undefined
  const end = async () => {
    await Promise.all([pool.end(), authPool.end()])
    await afterwards()
  }
  return { db, pool, authPool, kind, net, close: () => (closing ??= end()) }
}
