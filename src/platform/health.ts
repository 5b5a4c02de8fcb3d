import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import type { Id } from '../kernel/id.ts'
import type { Instant } from '../kernel/instant.ts'
import type { Platform } from './context.ts'

/** A job that should have begun so long ago shows that nobody works, or not fast enough. */
const STUCK_MINUTES = 15
const ANSWER_MS = 2000

export interface Readiness {
  /** `degraded`: requests are answered, but something that a person should look at does not go on. */
  readonly status: 'ready' | 'degraded' | 'unavailable'
  /** A word for each part: `ok`, or what is wrong with it. */
  readonly parts: Readonly<Record<string, string>>
}

/** More parts of it, which modules know of: `lists: 'stale'`. */
export type ReadinessHook = (platform: Platform) => Promise<Readonly<Record<string, string>>>

/** What a load balancer and a monitor want to know, within two seconds. */
export async function readReadiness(platform: Platform, hooks: readonly ReadinessHook[] = []): Promise<Readiness> {
  const unreachable: Readiness = { status: 'unavailable', parts: { database: 'unreachable' } }
  const timeout = new Promise<Readiness>((resolve) => setTimeout(resolve, ANSWER_MS, unreachable).unref())
  const look = async (): Promise<Readiness> => {
    const stuck = await countStuckJobs(platform)
    const told = await Promise.all(hooks.map((hook) => hook(platform)))
    const parts = { database: 'ok', jobs: stuck > 0 ? 'stuck' : 'ok', ...Object.assign({}, ...told) }
    return { status: Object.values(parts).every((word) => word === 'ok') ? 'ready' : 'degraded', parts }
  }
  return Promise.race([look().catch(() => unreachable), timeout])
}

async function countStuckJobs({ db }: Platform): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from job.job
    where state in ('created', 'retry') and left(name, 2) <> '__'
      and start_after < now() - make_interval(mins => ${STUCK_MINUTES})`.execute(db)
  return rows[0]?.count ?? 0
}

export interface QueueRow {
  readonly name: string
  readonly waiting: number
  readonly active: number
  readonly failed: number
}

export interface FailedJob {
  readonly id: Id
  readonly name: string
  readonly failedAt: Instant | null
}

export interface UnsentMail {
  readonly id: Id
  /** What it is about: the first word of its key. Neither address nor text. */
  readonly kind: string
  readonly status: 'queued' | 'failed'
  readonly attempts: number
  readonly createdAt: Instant
  /** Addresses are taken out. */
  readonly error: string | null
}

export interface Operations {
  readonly queues: readonly QueueRow[]
  readonly failedJobs: readonly FailedJob[]
  readonly mails: { readonly queued: number; readonly sent: number; readonly failed: number }
  readonly unsentMails: readonly UnsentMail[]
  readonly storage: { readonly databaseBytes: number; readonly files: number; readonly fileBytes: number }
  readonly versions: {
    readonly naru: string
    readonly node: string
    readonly postgres: string
    readonly migration: string
  }
}

const ROWS = 50

/** What waits, runs and has failed: of one programme, as far as a job names one, or of all (null). */
export async function readWork(
  { db }: Platform,
  programmeId: Id | null,
): Promise<Pick<Operations, 'queues' | 'failedJobs'>> {
  const own = sql`left(name, 2) <> '__'
    and (${programmeId}::text is null or data ->> 'programmeId' = ${programmeId}::text)`
  const { rows: queues } = await sql<QueueRow>`
    select name, count(*) filter (where state in ('created', 'retry')) as waiting,
      count(*) filter (where state = 'active') as active, count(*) filter (where state = 'failed') as failed
    from job.job where ${own} group by name
    having count(*) filter (where state in ('created', 'retry', 'active', 'failed')) > 0
    order by name`.execute(db)
  const { rows: failedJobs } = await sql<FailedJob>`
    select id, name, completed_on as failed_at from job.job where state = 'failed' and ${own}
    order by completed_on desc nulls last limit ${ROWS}`.execute(db)
  return { queues, failedJobs }
}

/** Whether a job was sent for this programme. */
export async function isJobOf({ db }: Platform, programmeId: Id, jobId: Id): Promise<boolean> {
  const { rows } = await sql`
    select from job.job where id = ${jobId} and data ->> 'programmeId' = ${programmeId}::text`.execute(db)
  return rows.length > 0
}

/** The whole installation at a glance, without a word about people. */
export async function readOperations(platform: Platform): Promise<Operations> {
  const { db } = platform
  const work = await readWork(platform, null)
  const { rows: mails } = await sql<Operations['mails']>`
    select count(*) filter (where status = 'queued') as queued, count(*) filter (where status = 'sent') as sent,
      count(*) filter (where status = 'failed') as failed from mail`.execute(db)
  const { rows: unsentMails } = await sql<UnsentMail>`
    select id, split_part(dedupe_key, '/', 1) as kind, status, attempts, created_at,
      regexp_replace(last_error, '\\S+@\\S+', '…', 'g') as error
    from mail where status <> 'sent' order by created_at desc limit ${ROWS}`.execute(db)
  const { rows: storage } = await sql<Operations['storage']>`
    select pg_database_size(current_database()) as database_bytes, count(*) as files,
      coalesce(sum(size_bytes), 0) as file_bytes
    from (select distinct sha256, size_bytes from stored_file) f`.execute(db)
  const { rows: versions } = await sql<{ postgres: string; migration: string }>`
    select current_setting('server_version') as postgres, max(name) as migration from schema_migration`.execute(db)
  const versionsOfProgram = { naru: ownVersion(), node: process.versions.node }
  return {
    ...work,
    mails: mails[0]!,
    unsentMails,
    storage: storage[0]!,
    versions: { ...versionsOfProgram, ...versions[0]! },
  }
}

const ownVersion = (): string =>
  (JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string }).version
