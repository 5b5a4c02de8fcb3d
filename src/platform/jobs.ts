import { CompiledQuery } from 'kysely'
import { type ConstructorOptions, PgBoss } from 'pg-boss'
import type pg from 'pg'
import type { z } from 'zod'
import type { Id } from '../kernel/id.ts'
import type { Instant } from '../kernel/instant.ts'
import type { Db } from './database/handle.ts'
import type { Database } from './database/open.ts'
import { acrossProgrammes, asOwner } from './database/reach.ts'
import type { NewId } from './ids.ts'
import type { Log } from './log.ts'
import { traced } from './telemetry.ts'

export interface JobOptions {
  /** How often a failed run is tried again; 5 by default, each wait twice the one before. */
  readonly retryLimit?: number
  /** Wait before the first retry; 5 by default. */
  readonly retryDelaySeconds?: number
  /** The longest wait between two retries; without it each is twice the one before. */
  readonly retryDelayMaxSeconds?: number
  /** A run longer than this counts as failed; 900 by default. */
  readonly expireInSeconds?: number
  /** Whether of the jobs with one singletonKey only one may run at a time; they may by default. */
  readonly oneAtATime?: boolean
}

/** A kind of background work: what it is called, what it needs, how it is repeated when it fails. */
export interface Job<Data extends object> {
  readonly name: string
  readonly schema: z.ZodType<Data> | null
  readonly options: JobOptions
}

/** Every job of the loaded modules: their queues must exist before a transaction can send to them. */
const defined = new Map<string, Job<never>>()

/**
 * Names a job, checked with `schema` when it is sent and again when it runs (an older version may have sent
 * it). Handlers run at least once, so they must be idempotent. Call it where the module is loaded, not later.
 */
export function defineJob<Data extends object = Record<string, never>>(
  name: string,
  { schema, ...options }: JobOptions & { readonly schema?: z.ZodType<Data> } = {},
): Job<Data> {
  if (defined.has(name)) throw new Error(`Two jobs are called ${name}`)
  const job: Job<Data> = { name, schema: schema ?? null, options }
  defined.set(name, job as unknown as Job<never>)
  return job
}

export interface SendOptions {
  /** The transaction that decided on the job; without it the job is sent at once. */
  readonly db?: Db
  /** Of the jobs with one key only one waits; sending another returns null. */
  readonly singletonKey?: string
  readonly startAfter?: Instant
}

export interface JobRun<Data> {
  readonly id: Id
  readonly data: Data
  /** 0 for the first run. */
  readonly retryCount: number
  /** Aborted when the process stops or the run takes too long. */
  readonly signal: AbortSignal
}

export interface WorkOptions {
  /** Runs of this job side by side in this process; 1 by default. */
  readonly concurrency?: number
  /** Longest wait until a job sent by another process is noticed; 2 by default, 0.5 at least. */
  readonly pollSeconds?: number
}

/** A job that had not ended when it was read; `startAfter` may be past. */
export interface WaitingJob {
  readonly name: string
  readonly data: object | null
  readonly singletonKey: string | null
  readonly startAfter: Instant
}

export interface Jobs {
  /** The id of the job, or null when one with its singletonKey already waits. */
  send<Data extends object>(job: Job<Data>, data: Data, options?: SendOptions): Promise<Id | null>
  /** Sends what `readWaitingJobs` found in another database. Jobs that no module defines any more are left out. */
  sendWaiting(waiting: readonly WaitingJob[], db: Db): Promise<void>
  /** Lets a failed job run once more; false when there is none such. */
  retry(jobId: Id): Promise<boolean>
  /** Lets every run of the job that waits for its retry begin now: what kept them from succeeding is over. */
  hurry<Data extends object>(job: Job<Data>): Promise<void>
  /** From now on this process runs the job. */
  work<Data extends object>(
    job: Job<Data>,
    handler: (run: JobRun<Data>) => Promise<void>,
    options?: WorkOptions,
  ): Promise<void>
  /** Sends the job at the times of a five-field cron expression, in UTC unless `zone` names another. */
  schedule<Data extends object>(
    job: Job<Data>,
    cron: string,
    data: Data,
    options?: { readonly zone?: string },
  ): Promise<void>
  /** Creates what is missing in the database and starts the timers. Nothing can be sent before. */
  start(): Promise<void>
  /** Lets running handlers end (30 s at most) and takes no new ones. */
  stop(): Promise<void>
}

const bossOptions = (pool: pg.Pool): ConstructorOptions => ({
  schema: 'job',
  // It keeps its own tables and their indexes, and looks at no others.
  db: { executeSql: (text, values) => asOwner(() => pool.query(text, values)) },
  registerInstance: false,
  openTelemetry: { enabled: false },
})

/** Creates the tables of the queue; `start` does so too, this is for a template of test databases. */
export async function installJobs(pool: pg.Pool): Promise<void> {
  const boss = new PgBoss({ ...bossOptions(pool), supervise: false, schedule: false })
  boss.on('error', () => {})
  await boss.start()
  await boss.stop({ graceful: false, close: false })
}

/** Every job that waits or is being run, but for the delivery of mail. */
export async function readWaitingJobs(session: Pick<pg.ClientBase, 'query'>): Promise<WaitingJob[]> {
  const { rows: found } = await session.query<{ there: boolean }>(`select to_regclass('job.job') is not null as there`)
  if (!found[0]?.there) return []
  const { rows } = await session.query<WaitingJob>(
    `select name, data, singleton_key as "singletonKey",
       to_char(start_after at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "startAfter"
     from job.job where state in ('created', 'retry', 'active') and name <> 'mail.deliver' and name not like '\\_\\_%'
     order by created_on, id`,
  )
  return rows
}

const HEARTBEAT_SECONDS = 30

interface JobsParts {
  readonly database: Pick<Database, 'authPool' | 'kind'>
  readonly log: Log
  readonly newId: NewId
  /** Cron and upkeep; off in tests. True by default. */
  readonly timers?: boolean
}

/** The queue lies in the same database (schema `job`), so a job is sent in the transaction that decided on it. */
export function createJobs({ database, log, newId, timers = true }: JobsParts): Jobs {
  const boss = new PgBoss({
    ...bossOptions(database.authPool),
    supervise: timers,
    schedule: timers,
    // Rebuilding an index concurrently needs a second session, which the embedded database does not have.
    reindex: database.kind === 'server',
  })
  boss.on('error', (error) => log.error({ err: error }, 'job queue'))
  const workers = new Map<string, string[]>()

  /** Polling is the floor; a job sent from this process is noticed at once, or when its transaction may have ended. */
  const wake = (name: string, delayMs: number) => setTimeout(() => wakeNow(name), delayMs).unref()
  const wakeNow = (name: string) => {
    for (const worker of workers.get(name) ?? []) boss.notifyWorker(worker)
  }

  return {
    async send(job, data, { db, singletonKey, startAfter } = {}) {
      const id = await boss.send(job.name, job.schema ? job.schema.parse(data) : data, {
        id: newId(),
        // The queue policy allows one waiting job per key, so a job without one gets a key of its own.
        singletonKey: singletonKey ?? newId(),
        ...(startAfter === undefined ? {} : { startAfter }),
        ...(db === undefined ? {} : { db: through(db) }),
      })
      if (startAfter === undefined) wake(job.name, db === undefined ? 0 : 50)
      return id
    },

    async sendWaiting(waiting, db) {
      for (const { name, data, singletonKey, startAfter } of waiting) {
        if (!defined.has(name)) continue
        const options = { id: newId(), singletonKey: singletonKey ?? newId(), startAfter, db: through(db) }
        await boss.send(name, data, options)
      }
    },

    async retry(jobId) {
      const { rows } = await database.authPool.query<{ name: string }>(
        `select name from job.job where id = $1 and state = 'failed'`,
        [jobId],
      )
      if (!rows[0]) return false
      await boss.retry(rows[0].name, jobId)
      wakeNow(rows[0].name)
      return true
    },

    async hurry({ name }) {
      await database.authPool.query(
        `update job.job set start_after = now() where name = $1 and state = 'retry' and start_after > now()`,
        [name],
      )
      wakeNow(name)
    },

    async work(job, handler, { concurrency = 1, pollSeconds = 2 } = {}) {
      const options = {
        includeMetadata: true as const,
        localConcurrency: concurrency,
        pollingIntervalSeconds: pollSeconds,
      }
      const worker = await boss.work<object, void, typeof options>(job.name, options, async ([run]) => {
        if (!run) return
        const { id, retryCount, signal } = run
        try {
          const data = job.schema ? job.schema.parse(run.data) : (run.data as never)
          const facts = { 'naru.job': job.name, 'naru.job.id': id, 'naru.job.retries': retryCount }
          const doing = { name: `job ${job.name}`, kind: 'job', facts } as const
          await traced(doing, () => acrossProgrammes(() => handler({ id, data, retryCount, signal })))
        } catch (error) {
          log.error({ err: error, job: job.name, jobId: id, retryCount }, 'job failed')
          throw error
        } finally {
          // Where one job was, more may wait: the next is taken at once, not after the pause between two polls.
          wakeNow(job.name)
        }
      })
      workers.set(job.name, [...(workers.get(job.name) ?? []), worker])
    },

    schedule: (job, cron, data, { zone = 'UTC' } = {}) => boss.schedule(job.name, cron, data, { tz: zone }),

    async start() {
      await boss.start()
      if (database.kind === 'embedded') await takeUpAgain(database.authPool)
      const existing = new Map((await boss.getQueues()).map((queue) => [queue.name, queue]))
      for (const { name, options } of defined.values()) {
        const settings = {
          retryLimit: options.retryLimit ?? 5,
          retryDelay: options.retryDelaySeconds ?? 5,
          retryBackoff: true,
          ...(options.retryDelayMaxSeconds === undefined ? {} : { retryDelayMax: options.retryDelayMaxSeconds }),
          expireInSeconds: options.expireInSeconds ?? 900,
          // A process that was killed stops beating, and another one takes its job. Embedded there is no other one.
          ...(database.kind === 'server' ? { heartbeatSeconds: HEARTBEAT_SECONDS } : {}),
        }
        const known = existing.get(name)
        if (!known) await boss.createQueue(name, { ...settings, policy: options.oneAtATime ? 'stately' : 'short' })
        // At most starts nothing has changed, and forty statements one after the other are felt.
        else if (!isSet(known, settings)) await boss.updateQueue(name, settings)
      }
    },

    stop: () => boss.stop({ graceful: true, timeout: 30_000, close: false }),
  }
}

const isSet = (queue: object, settings: object): boolean =>
  Object.entries(settings).every(([name, value]) => (queue as Record<string, unknown>)[name] === value)

/**
 * Lets every job run again whose process was killed. Nobody else opens the embedded database, so none of them can
 * still be at work; on a server they are taken up when they expire.
 */
const takeUpAgain = (pool: pg.Pool) =>
  pool.query(`update job.job set state = 'retry', start_after = now() where state = 'active'`)

const through = (db: Db) => ({
  async executeSql(text: string, values: unknown[] = []) {
    const { rows } = await db.withoutPlugins().executeQuery<object>(CompiledQuery.raw(text, values))
    return { rows }
  },
})
