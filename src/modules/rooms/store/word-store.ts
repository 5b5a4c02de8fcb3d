import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { Db } from '../../../platform/database/handle.ts'
import { type NewJournalEntry, journalInsert } from '../../../platform/journal.ts'
import type { AttendanceWord } from '../domain/attendance.ts'
import type { MeetingResult } from '../domain/room.ts'
import type { RoomKey } from './room-store.ts'

export interface StoredWord extends AttendanceWord {
  readonly note: string | null
  readonly name: string
  readonly saidAt: Instant
}

export interface NewWord extends RoomKey, AttendanceWord {
  readonly id: Id
  readonly personId: Id
  readonly note: string | null
  readonly now: Instant
}

export async function insertWord(db: Db, word: NewWord): Promise<void> {
  await sql`
    insert into room_attendance_word (id, programme_id, request_id, said_by, person_id, party, attended, note, said_at)
    values (${word.id}, ${word.programmeId}, ${word.requestId}, ${word.saidBy}, ${word.personId}, ${word.party},
      ${word.attended}, ${word.note}, ${word.now})`.execute(db)
}

/** Oldest first; by room. */
export async function findWords(db: Db, requestIds: readonly Id[]): Promise<Map<Id, StoredWord[]>> {
  const { rows } = await sql<StoredWord & { requestId: Id }>`
    select w.request_id as "requestId", w.said_by as "saidBy", w.party, w.attended, w.note, person.name,
      w.said_at as "saidAt"
    from room_attendance_word w join person on person.id = w.person_id
    where w.request_id = any(${requestIds}::uuid[])
    order by w.said_at, w.id`.execute(db)
  return Map.groupBy(rows, ({ requestId }) => requestId)
}

/** Writes the result with its entry, unless it stands so already; of two who find it, one writes. */
export async function saveResult(
  db: Db,
  { requestId }: RoomKey,
  result: MeetingResult | null,
  now: Instant,
  entry: NewJournalEntry,
): Promise<boolean> {
  const { rows } = await sql`
    with changed as (
      update room set result = ${result}::text, concluded_at = case when ${result}::text is null then null else ${now}::timestamptz end
      where request_id = ${requestId} and result is distinct from ${result}::text
      returning *),
    logged as (${journalInsert(entry)})
    select request_id from changed`.execute(db)
  return rows.length > 0
}

/** Rooms somebody was in, whose result is not known and whose time is over. `closesMinutes` after the planned end. */
export async function findUnconcluded(db: Db, now: Instant, closesMinutes: number, limit: number): Promise<RoomKey[]> {
  const { rows } = await sql<RoomKey>`
    select k.programme_id as "programmeId", k.request_id as "requestId"
    from room k
    join lateral (select s.id from schedule s where s.event_id = k.event_id and s.kind = 'released'
      order by s.number desc limit 1) v on true
    join scheduled_meeting m on m.schedule_id = v.id and m.request_id = k.request_id and m.status = 'planned'
    join timeslot t on t.id = m.timeslot_id
    where k.result is null
      and t.ends_at + make_interval(mins => k.extra_minutes + ${closesMinutes}) <= ${now}
      and exists (select from room_presence p where p.request_id = k.request_id
        and coalesce(p.left_at, p.seen_at) > t.starts_at - interval '4 hours' and p.joined_at < t.ends_at + interval '8 hours')
    order by t.ends_at desc limit ${limit}`.execute(db)
  return rows
}
