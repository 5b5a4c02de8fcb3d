import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { Db } from '../../../platform/database/handle.ts'
import { type NewJournalEntry, journalInsert } from '../../../platform/journal.ts'
import type { StudyPoint, StudyQuestion } from '../domain/what-if.ts'

export interface StudyRow {
  readonly id: Id
  readonly status: 'queued' | 'running' | 'done' | 'stopped' | 'failed'
  readonly question: StudyQuestion
  readonly points: readonly StudyPoint[]
  readonly pointsTotal: number
  readonly createdAt: Instant
  readonly finishedAt: Instant | null
}

const columns = sql`id, status, question, points, points_total as "pointsTotal", created_at as "createdAt",
  finished_at as "finishedAt"`

export interface NewStudy {
  readonly id: Id
  readonly programmeId: Id
  readonly eventId: Id
  readonly question: StudyQuestion
  readonly pointsTotal: number
  readonly requestedBy: Id | null
  readonly createdAt: Instant
}

/** The unique index `schedule_study_live` refuses a second live study of an event. */
export async function insertStudy(db: Db, study: NewStudy, entry: NewJournalEntry): Promise<void> {
  await sql`
    with changed as (
      insert into schedule_study (id, programme_id, event_id, status, question, points_total, requested_by, created_at)
      values (${study.id}, ${study.programmeId}, ${study.eventId}, 'queued', ${JSON.stringify(study.question)}::jsonb,
        ${study.pointsTotal}, ${study.requestedBy}, ${study.createdAt})
      returning id),
    logged as (${journalInsert(entry)})
    select id from changed`.execute(db)
}

/** Takes a study that waits, or one whose process died; null when it has ended. */
export async function claimStudy(db: Db, studyId: Id): Promise<StudyQuestion | null> {
  const { rows } = await sql<{ question: StudyQuestion }>`
    update schedule_study set status = 'running', points = '[]'
    where id = ${studyId} and status in ('queued', 'running') returning question`.execute(db)
  return rows[0]?.question ?? null
}

/** Writes the points so far and tells whether somebody asked to stop. */
export async function saveStudyPoints(
  db: Db,
  studyId: Id,
  points: readonly StudyPoint[],
): Promise<{ stopRequested: boolean }> {
  const { rows } = await sql<{ stopRequested: boolean }>`
    update schedule_study set points = ${JSON.stringify(points)}::jsonb
    where id = ${studyId} returning stop_requested as "stopRequested"`.execute(db)
  return { stopRequested: rows[0]?.stopRequested ?? true }
}

export async function isStopRequested(db: Db, studyId: Id): Promise<boolean> {
  const { rows } = await sql<{ stopRequested: boolean }>`
    select stop_requested as "stopRequested" from schedule_study where id = ${studyId}`.execute(db)
  return rows[0]?.stopRequested ?? true
}

export async function endStudy(
  db: Db,
  studyId: Id,
  status: 'done' | 'stopped' | 'failed',
  now: Instant,
): Promise<void> {
  await sql`update schedule_study set status = ${status}, finished_at = ${now}
    where id = ${studyId} and status in ('queued', 'running')`.execute(db)
}

/** False when there is no live study of that id in the programme. */
export async function requestStudyStop(
  db: Db,
  { programmeId, eventId, studyId }: { readonly programmeId: Id; readonly eventId: Id; readonly studyId: Id },
  entry: NewJournalEntry,
): Promise<boolean> {
  const { rows } = await sql`
    with changed as (
      update schedule_study set stop_requested = true
      where id = ${studyId} and event_id = ${eventId} and programme_id = ${programmeId} and status in ('queued', 'running')
      returning id),
    logged as (${journalInsert(entry)})
    select id from changed`.execute(db)
  return rows.length > 0
}

/** The newest ones, so that curves of different questions lie beside each other. */
export async function listStudyRows(
  db: Db,
  { programmeId, eventId }: { readonly programmeId: Id; readonly eventId: Id },
): Promise<StudyRow[]> {
  const { rows } = await sql<StudyRow>`
    select ${columns} from schedule_study where programme_id = ${programmeId} and event_id = ${eventId}
    order by created_at desc, id desc limit 6`.execute(db)
  return rows
}

export async function listLiveStudies(db: Db): Promise<{ studyId: Id; programmeId: Id; eventId: Id }[]> {
  const { rows } = await sql<{ studyId: Id; programmeId: Id; eventId: Id }>`
    select id as "studyId", programme_id as "programmeId", event_id as "eventId" from schedule_study
    where status in ('queued', 'running') order by created_at`.execute(db)
  return rows
}
