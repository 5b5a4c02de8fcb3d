import { type Clock, systemClock } from './clock.ts'
import type { Config, TelemetrySettings } from './config.ts'
import type { Platform } from './context.ts'
import { migrate } from './database/migrate.ts'
import { type Database, openDatabase } from './database/open.ts'
import { openContents } from './file-contents.ts'
import { createFiles } from './files.ts'
import { createNewId } from './ids.ts'
import { createJobs } from './jobs.ts'
import { spreadNet } from './database/spread-net.ts'
import { continueJournal } from './journal.ts'
import { type Live, createLive } from './live.ts'
import { type Log, createLog } from './log.ts'
import { createMail } from './mail.ts'
import { type Notifications, openNotifications } from './notifications.ts'
import { type ServerLine, createLonelyLine, createServerLine } from './server-line.ts'
import { createSharedLive } from './shared-live.ts'
import type { StartedTelemetry } from './telemetry-export.ts'

export interface OpenPlatform extends Platform {
  readonly database: Database
  /** Lets running jobs end, then closes the database. */
  close(): Promise<void>
}

/**
 * The platform of a running program: opens the database, brings it up to date and starts the job queue.
 * Nothing is worked on until `jobs.work` and `mail.start` say so. Rejects with DirectoryInUse or
 * MigrationError, whose messages are fit for the terminal. Queues are made for the jobs that are defined by then. `load`
 * loads the modules that define them while the database opens in its thread.
 */
export async function openPlatform(
  config: Config,
  { log = createLog(config), load }: { readonly log?: Log; readonly load?: () => Promise<unknown> } = {},
): Promise<OpenPlatform> {
  const [opened, loading] = await Promise.allSettled([openDatabase(config), load?.()])
  if (opened.status === 'rejected') throw opened.reason
  const database = opened.value
  let notifications: Notifications | undefined
  let telemetry: StartedTelemetry | null = null
  try {
    if (loading.status === 'rejected') throw loading.reason
    const added = await migrate(database.pool)
    if (added.length > 0) log.info({ migrations: added }, 'database brought up to date')
    telemetry = config.telemetry && (await openTelemetry(config.telemetry, database))
    await continueJournal(database.db)
    notifications = config.databaseUrl === null ? undefined : await openNotifications(config.databaseUrl, log)
    const shared = notifications && {
      live: await createSharedLive(notifications),
      line: createServerLine(notifications, config.secret),
    }
    const platform = assemblePlatform({ config, database, clock: systemClock, log, ...shared })
    await platform.jobs.start()
    await spreadNet(database)
    const close = async () => {
      await platform.close()
      await notifications?.close()
      await telemetry?.close()
    }
    return { ...platform, close }
  } catch (error) {
    await notifications?.close()
    await telemetry?.close()
    await database.close()
    throw error
  }
}

/** Loaded only where the settings want it: it takes as long to load as a tenth of the server. */
const openTelemetry = async (settings: TelemetrySettings, { pool }: Database): Promise<StartedTelemetry> =>
  (await import('./telemetry-export.ts')).startTelemetry(settings, { pool })

interface Parts<C extends Clock> {
  readonly config: Config
  readonly database: Database
  readonly clock: C
  readonly log: Log
  /** Cron and upkeep of the job queue; true by default. */
  readonly timers?: boolean
  /** Topics of this process alone by default. */
  readonly live?: Live
  /** Nobody else by default. */
  readonly line?: ServerLine
}

/** Puts the parts together over an open database; jobs are not started yet. */
export function assemblePlatform<C extends Clock>({
  config,
  database,
  clock,
  log,
  timers = true,
  live = createLive(),
  line = createLonelyLine(),
}: Parts<C>): OpenPlatform & { readonly clock: C } {
  const { db } = database
  const newId = createNewId(clock)
  const jobs = createJobs({ database, log, newId, timers })
  const mail = createMail({ config, db, clock, newId, jobs })
  const files = createFiles({ contents: openContents(config), clock, newId })
  const close = async () => {
    await jobs.stop()
    mail.stop()
    await database.close()
  }
  return { config, db, clock, newId, log, jobs, mail, files, live, line, database, close }
}
