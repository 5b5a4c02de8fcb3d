import { type RawBuilder, sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { Db } from '../../../platform/database/handle.ts'
import { type NewJournalEntry, journalInsert } from '../../../platform/journal.ts'
import type { VersionMeeting } from '../domain/differences.ts'
import type { PlannedMeeting } from '../domain/facts.ts'
import { requestCounts } from './facts-store.ts'

const meetingRows = (meetings: readonly PlannedMeeting[]): RawBuilder<unknown> => sql`
  jsonb_to_recordset(${JSON.stringify(meetings)}::jsonb) as m ("requestId" uuid, "timeslotId" uuid, "placeId" uuid,
    "interpreterId" uuid, "hostDelegate" smallint, "guestDelegate" smallint, pinned boolean, status text, sequence integer)`

const insertMeetings = (
  scheduleId: Id,
  programmeId: Id,
  meetings: readonly PlannedMeeting[],
): RawBuilder<unknown> => sql`
  insert into scheduled_meeting (schedule_id, programme_id, request_id, timeslot_id, place_id, interpreter_id,
    host_delegate, guest_delegate, pinned, status, sequence)
  select ${scheduleId}, ${programmeId}, m."requestId", m."timeslotId", m."placeId", m."interpreterId",
    m."hostDelegate", m."guestDelegate", m.pinned, coalesce(m.status, 'planned'), coalesce(m.sequence, 0)
  from ${meetingRows(meetings)}`

export interface FinishedRun {
  readonly runId: Id
  readonly status: 'done' | 'stopped'
  readonly programmeId: Id
  readonly eventId: Id
  /** Used when the event has no draft yet. */
  readonly newScheduleId: Id
  readonly meetings: readonly PlannedMeeting[]
  readonly outcome: unknown
  readonly progress: unknown
  readonly now: Instant
}

/**
 * Makes the run's result the draft: three statements inside the caller's transaction. The run has to be live
 * still, so a result that comes after its run was given up changes nothing (returns false).
 */
export async function saveRun(trx: Db, run: FinishedRun, entry: NewJournalEntry): Promise<boolean> {
  const { rows } = await sql<{ id: Id }>`
    with ended as (
      update schedule_run set status = ${run.status}, finished_at = ${run.now}, progress = ${JSON.stringify(run.progress)}::jsonb,
        outcome = ${JSON.stringify(run.outcome)}::jsonb
      where id = ${run.runId} and status in ('queued', 'running') returning id),
    changed as (
      insert into schedule (id, programme_id, event_id, kind, number, run_id, outcome, created_at)
      select ${run.newScheduleId}, ${run.programmeId}, ${run.eventId}, 'draft', 0, ended.id,
        ${JSON.stringify(run.outcome)}::jsonb, ${run.now}::timestamptz from ended
      on conflict (event_id, number) do update set revision = schedule.revision + 1, run_id = excluded.run_id,
        outcome = excluded.outcome
      returning id),
    logged as (${journalInsert(entry)})
    select id from changed`.execute(trx)
  const scheduleId = rows[0]?.id
  if (!scheduleId) return false
  await sql`delete from scheduled_meeting where schedule_id = ${scheduleId}`.execute(trx)
  await insertMeetings(scheduleId, run.programmeId, run.meetings).execute(trx)
  return true
}

export interface DraftChange {
  readonly programmeId: Id
  readonly eventId: Id
  readonly newScheduleId: Id
  /** What the editor saw; 0 when there was no draft. */
  readonly revision: number
  readonly outcome: unknown
  readonly now: Instant
}

/**
 * Takes the draft for a change: its next revision and id, or null when somebody changed it meanwhile or a run
 * owns it. The row stays locked until the caller's transaction ends.
 */
export async function takeDraft(
  trx: Db,
  change: DraftChange,
  entry: NewJournalEntry,
): Promise<{ id: Id; revision: number } | null> {
  const free = sql`not exists (select from schedule_run u where u.event_id = ${change.eventId} and u.status in ('queued', 'running'))`
  const outcome = sql`${JSON.stringify(change.outcome)}::jsonb`
  const write =
    change.revision === 0
      ? sql`insert into schedule (id, programme_id, event_id, kind, number, outcome, created_at)
          select ${change.newScheduleId}::uuid, ${change.programmeId}::uuid, ${change.eventId}::uuid, 'draft', 0, ${outcome},
            ${change.now}::timestamptz where ${free}
          on conflict (event_id, number) do nothing returning id, revision`
      : sql`update schedule set revision = revision + 1, outcome = ${outcome}
          where event_id = ${change.eventId} and kind = 'draft' and revision = ${change.revision} and ${free}
          returning id, revision`
  const { rows } = await sql<{ id: Id; revision: number }>`
    with changed as (${write}), logged as (${journalInsert(entry)}) select id, revision from changed`.execute(trx)
  return rows[0] ?? null
}

/** Puts or moves one meeting of a taken draft. */
export async function putMeeting(trx: Db, scheduleId: Id, programmeId: Id, meeting: PlannedMeeting): Promise<void> {
  await sql`${insertMeetings(scheduleId, programmeId, [meeting])}
    on conflict (schedule_id, request_id) do update set timeslot_id = excluded.timeslot_id, place_id = excluded.place_id,
      interpreter_id = excluded.interpreter_id, host_delegate = excluded.host_delegate,
      guest_delegate = excluded.guest_delegate, pinned = excluded.pinned`.execute(trx)
}

/** Changes many meetings of a taken draft at once: they may exchange places without ever standing in each other's way. */
export async function changeMeetings(
  trx: Db,
  scheduleId: Id,
  programmeId: Id,
  changes: readonly { readonly requestId: Id; readonly after: PlannedMeeting | null }[],
): Promise<void> {
  if (changes.length === 0) return
  const requestIds = changes.map(({ requestId }) => requestId)
  await sql`delete from scheduled_meeting where schedule_id = ${scheduleId} and request_id = any(${requestIds}::uuid[])`.execute(
    trx,
  )
  const put = changes.flatMap(({ after }) => after ?? [])
  if (put.length > 0) await insertMeetings(scheduleId, programmeId, put).execute(trx)
}

/** Keeps what was found out about the draft without changing it; false when it has changed meanwhile. */
export async function saveOutcome(
  db: Db,
  { programmeId, eventId, revision }: { readonly programmeId: Id; readonly eventId: Id; readonly revision: number },
  outcome: unknown,
): Promise<boolean> {
  const { rows } = await sql`
    update schedule set outcome = ${JSON.stringify(outcome)}::jsonb
    where programme_id = ${programmeId} and event_id = ${eventId} and kind = 'draft' and revision = ${revision}
    returning id`.execute(db)
  return rows.length > 0
}

export async function deleteMeeting(trx: Db, scheduleId: Id, requestId: Id): Promise<void> {
  await sql`delete from scheduled_meeting where schedule_id = ${scheduleId} and request_id = ${requestId}`.execute(trx)
}

export interface Release {
  readonly id: Id
  readonly programmeId: Id
  readonly eventId: Id
  /** The draft's revision that was compared and confirmed. */
  readonly revision: number
  readonly number: number
  readonly note: string | null
  readonly releasedBy: Id | null
  readonly now: Instant
}

/** Freezes a version with its meetings; false when the draft is no longer at that revision or a run owns it. */
export async function insertRelease(
  trx: Db,
  release: Release,
  meetings: readonly VersionMeeting[],
  entry: NewJournalEntry,
): Promise<boolean> {
  const { rows } = await sql`
    with changed as (
      insert into schedule (id, programme_id, event_id, kind, number, run_id, outcome, note, released_by, released_at, created_at)
      select ${release.id}::uuid, d.programme_id, d.event_id, 'released', ${release.number}::integer, d.run_id, d.outcome,
        ${release.note}::text, ${release.releasedBy}::uuid, ${release.now}::timestamptz, ${release.now}::timestamptz
      from schedule d where d.event_id = ${release.eventId} and d.kind = 'draft' and d.revision = ${release.revision}
        and not exists (select from schedule_run u where u.event_id = d.event_id and u.status in ('queued', 'running'))
      for update
      returning id),
    logged as (${journalInsert(entry)})
    select id from changed`.execute(trx)
  if (rows.length === 0) return false
  await insertMeetings(release.id, release.programmeId, meetings).execute(trx)
  return true
}

/** Deletes the draft meetings of requests that no longer count, moves those drafts on by one revision, and names them. */
export async function dropMeetingsThatDoNotCount(db: Db, programmeId: Id): Promise<{ readonly requestId: Id }[]> {
  const { rows } = await sql<{ requestId: Id }>`
    with dropped as (
      delete from scheduled_meeting m using schedule d, meeting_request r
      where d.id = m.schedule_id and d.kind = 'draft' and d.programme_id = ${programmeId} and r.id = m.request_id
        and not (${requestCounts})
      returning m.schedule_id, m.request_id),
    moved as (update schedule set revision = revision + 1 where id in (select schedule_id from dropped))
    select request_id from dropped order by request_id`.execute(db)
  return rows
}

/** Part of the caller's transaction. A request that has no meeting in the draft has no pin either. */
export async function unpinMeeting(trx: Db, eventId: Id, requestId: Id): Promise<void> {
  await sql`
    update scheduled_meeting m set pinned = false from schedule d
    where d.id = m.schedule_id and d.event_id = ${eventId} and d.kind = 'draft' and m.request_id = ${requestId}`.execute(
    trx,
  )
}
