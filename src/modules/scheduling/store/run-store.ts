import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import { type Db, tables } from '../../../platform/database/handle.ts'
import { type NewJournalEntry, journalInsert } from '../../../platform/journal.ts'
import type { SchedulingTables } from './tables.ts'

export interface RunRow {
  readonly id: Id
  readonly status: 'queued' | 'running' | 'done' | 'stopped' | 'failed'
  readonly seed: number
  readonly budgetMs: number
  readonly progress: unknown
  readonly createdAt: Instant
  readonly finishedAt: Instant | null
}

const columns = ['id', 'status', 'seed', 'budgetMs', 'progress', 'createdAt', 'finishedAt'] as const

export interface NewRun {
  readonly id: Id
  readonly programmeId: Id
  readonly eventId: Id
  readonly seed: number
  readonly budgetMs: number
  readonly requestedBy: Id | null
  readonly createdAt: Instant
}

/** False when the programme has no such event. The unique index `schedule_run_live` refuses a second live run. */
export async function insertRun(db: Db, run: NewRun, entry: NewJournalEntry): Promise<boolean> {
  const { rows } = await sql`
    with changed as (
      insert into schedule_run (id, programme_id, event_id, status, seed, budget_ms, requested_by, created_at)
      select ${run.id}, e.programme_id, e.id, 'queued', ${run.seed}, ${run.budgetMs}, ${run.requestedBy}, ${run.createdAt}
      from event e where e.id = ${run.eventId} and e.programme_id = ${run.programmeId} returning id),
    logged as (${journalInsert(entry)})
    select id from changed`.execute(db)
  return rows.length > 0
}

/** Writes how far the run is and tells whether somebody asked it to stop. */
export async function reportProgress(db: Db, runId: Id, progress: unknown): Promise<{ stopRequested: boolean }> {
  const { rows } = await sql<{ stopRequested: boolean }>`
    update schedule_run set progress = ${JSON.stringify(progress)}::jsonb
    where id = ${runId} returning stop_requested as "stopRequested"`.execute(db)
  return { stopRequested: rows[0]?.stopRequested ?? true }
}

export async function endRun(db: Db, runId: Id, status: 'failed' | 'stopped', now: Instant): Promise<void> {
  await tables<SchedulingTables>(db)
    .updateTable('scheduleRun')
    .set({ status, finishedAt: now })
    .where('id', '=', runId)
    .where('status', 'in', ['queued', 'running'])
    .execute()
}

/** False when there is no live run of that id in the programme. */
export async function requestStop(
  db: Db,
  programmeId: Id,
  eventId: Id,
  runId: Id,
  entry: NewJournalEntry,
): Promise<boolean> {
  const { rows } = await sql`
    with changed as (
      update schedule_run set stop_requested = true
      where id = ${runId} and event_id = ${eventId} and programme_id = ${programmeId} and status in ('queued', 'running')
      returning id),
    logged as (${journalInsert(entry)})
    select id from changed`.execute(db)
  return rows.length > 0
}

export async function findLatestRun(db: Db, programmeId: Id, eventId: Id): Promise<RunRow | null> {
  const row = await tables<SchedulingTables>(db)
    .selectFrom('scheduleRun')
    .select(columns)
    .where('programmeId', '=', programmeId)
    .where('eventId', '=', eventId)
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ?? null
}

/** Queued and running runs of every programme, oldest first. */
export async function listLiveRuns(db: Db): Promise<{ runId: Id; programmeId: Id; eventId: Id }[]> {
  return tables<SchedulingTables>(db)
    .selectFrom('scheduleRun')
    .select(['id as runId', 'programmeId', 'eventId'])
    .where('status', 'in', ['queued', 'running'])
    .orderBy('createdAt')
    .execute()
}
