import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import { type Db, tables } from '../../../platform/database/handle.ts'
import { type NewJournalEntry, journalInsert } from '../../../platform/journal.ts'
import type { RankedPair } from '../domain/ranked-pair.ts'
import { STANDARD_WEIGHTING, type Weighting } from '../domain/weighting.ts'
import type { MatchingTables } from './tables.ts'
import { weightingJson } from './weighting-store.ts'

export type MatchRunStatus = MatchingTables['matchRun']['status']

export interface MatchRunRow {
  readonly id: Id
  readonly status: MatchRunStatus
  readonly pairsDone: number
  readonly pairsTotal: number
  readonly createdAt: Instant
  readonly finishedAt: Instant | null
  /** Profiles published, changed or withdrawn since the ranking that is shown now began. */
  readonly changedProfiles: number
}

export interface NewMatchRun {
  readonly id: Id
  readonly programmeId: Id
  readonly requestedBy: Id | null
  readonly createdAt: Instant
}

/**
 * Profiles that were published, changed or withdrawn after the newest finished run began; all published ones
 * before the first. Drafts tell nobody anything, so they count only once they are published.
 */
export const changedProfiles = (programmeId: Id) => sql<number>`(
  select count(*)::integer from profile p
  where p.programme_id = ${programmeId} and p.status <> 'draft'
    and (p.status = 'published' or p.published_at is not null)
    and p.updated_at > coalesce((select max(r.started_at) from match_run r
      where r.programme_id = ${programmeId} and r.status = 'done'), '-infinity'))`

/** Returns the run as it starts. The unique index `match_run_live` refuses a second live one. */
export async function insertMatchRun(db: Db, run: NewMatchRun, entry: NewJournalEntry): Promise<MatchRunRow> {
  const { rows } = await sql<{ changedProfiles: number }>`
    with changed as (
      insert into match_run (id, programme_id, status, requested_by, weighting_id, created_at)
      values (${run.id}, ${run.programmeId}, 'queued', ${run.requestedBy},
        (select weighting_id from match_weighting_choice where programme_id = ${run.programmeId}), ${run.createdAt})
      returning id),
    logged as (${journalInsert(entry)})
    select ${changedProfiles(run.programmeId)} as "changedProfiles" from changed`.execute(db)
  const { id, createdAt } = run
  return {
    id,
    status: 'queued',
    pairsDone: 0,
    pairsTotal: 0,
    createdAt,
    finishedAt: null,
    changedProfiles: rows[0]?.changedProfiles ?? 0,
  }
}

/** Takes a queued run, or one whose process died, and tells how to weigh; null when it has ended meanwhile. */
export async function claimMatchRun(db: Db, runId: Id, now: Instant): Promise<Weighting | null> {
  const { rows } = await sql<{ weighting: Weighting | null }>`
    update match_run set status = 'running', started_at = ${now}, pairs_done = 0
    where id = ${runId} and status in ('queued', 'running')
    returning ${weightingJson(sql`match_run.weighting_id`)} as weighting`.execute(db)
  return rows[0] ? (rows[0].weighting ?? STANDARD_WEIGHTING) : null
}

/** Runs that have not ended, of all programmes. */
export const findLiveRuns = (db: Db): Promise<{ runId: Id; programmeId: Id }[]> =>
  tables<MatchingTables>(db)
    .selectFrom('matchRun')
    .select(['id as runId', 'programmeId'])
    .where('status', 'in', ['queued', 'running'])
    .execute()

/** Writes how far the run is and tells whether somebody asked it to stop. */
export async function reportPairs(db: Db, runId: Id, done: number, total: number): Promise<{ stopRequested: boolean }> {
  const { rows } = await sql<{ stopRequested: boolean }>`
    update match_run set pairs_done = ${done}, pairs_total = ${total}
    where id = ${runId} returning stop_requested as "stopRequested"`.execute(db)
  return { stopRequested: rows[0]?.stopRequested ?? true }
}

/** False when the run is no longer live. Part of the caller's transaction when its result is saved with it. */
export async function endMatchRun(
  db: Db,
  runId: Id,
  status: 'done' | 'stopped' | 'failed',
  now: Instant,
  entry: NewJournalEntry,
  outsideModel: string | null = null,
): Promise<boolean> {
  const done = status === 'done' ? sql`pairs_total` : sql`pairs_done`
  const { rows } = await sql`
    with changed as (
      update match_run set status = ${status}, finished_at = ${now}, pairs_done = ${done}, outside_model = ${outsideModel}
      where id = ${runId} and status in ('queued', 'running') returning id),
    logged as (${journalInsert(entry)})
    select id from changed`.execute(db)
  return rows.length > 0
}

/** False when there is no live run of that id in the programme. */
export async function requestStop(db: Db, programmeId: Id, runId: Id, entry: NewJournalEntry): Promise<boolean> {
  const { rows } = await sql`
    with changed as (
      update match_run set stop_requested = true
      where id = ${runId} and programme_id = ${programmeId} and status in ('queued', 'running')
      returning id),
    logged as (${journalInsert(entry)})
    select id from changed`.execute(db)
  return rows.length > 0
}

/** The newest run of the programme, in one statement. */
export async function findLatestRun(db: Db, programmeId: Id): Promise<MatchRunRow | null> {
  const row = await tables<MatchingTables>(db)
    .selectFrom('matchRun')
    .select(['id', 'status', 'pairsDone', 'pairsTotal', 'createdAt', 'finishedAt'])
    .select(changedProfiles(programmeId).as('changedProfiles'))
    .where('programmeId', '=', programmeId)
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ?? null
}

/** Rows of one statement: far below what a statement may carry, far above what a round trip costs. */
const BATCH = 2000

/** Replaces the programme's ranking. Call it in a transaction: readers see the old pairs or the new ones. */
export async function replaceMatches(trx: Db, programmeId: Id, runId: Id, pairs: readonly RankedPair[]): Promise<void> {
  await sql`delete from match where programme_id = ${programmeId}`.execute(trx)
  for (let from = 0; from < pairs.length; from += BATCH) {
    await sql`
      insert into match (programme_id, company_a, company_b, score, forward, backward, reasons, run_id)
      select ${programmeId}, m."companyA", m."companyB", m.score, m.forward, m.backward, m.reasons, ${runId}
      from jsonb_to_recordset(${JSON.stringify(pairs.slice(from, from + BATCH))}::jsonb)
        as m ("companyA" uuid, "companyB" uuid, score numeric, forward numeric, backward numeric, reasons jsonb)
      where exists (select from company c where c.id = m."companyA") and exists (select from company c where c.id = m."companyB")
    `.execute(trx)
  }
}
