import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { Db } from '../../../platform/database/handle.ts'
import { type NewJournalEntry, journalInsert } from '../../../platform/journal.ts'
import type { EventDisturbance, Outage } from '../domain/disturbance.ts'

interface OfEvent {
  readonly programmeId: Id
  readonly eventId: Id
}

/** Part of the caller's transaction, which writes the journal entry of the repair. */
export async function insertOutages(
  trx: Db,
  { programmeId, eventId }: OfEvent,
  outages: readonly (Outage & { readonly id: Id })[],
  by: { readonly cause: EventDisturbance['code']; readonly recordedBy: Id | null; readonly now: Instant },
): Promise<void> {
  const rows = outages.filter(({ timeslotIds }) => timeslotIds.length > 0)
  if (rows.length === 0) return
  await sql`
    insert into outage (id, programme_id, event_id, participant_id, interpreter_id, place_id, timeslot_ids, cause,
      recorded_by, recorded_at)
    select o.id, ${programmeId}::uuid, ${eventId}::uuid,
      case o.holder when 'participant' then o."holderId" end, case o.holder when 'interpreter' then o."holderId" end,
      case o.holder when 'place' then o."holderId" end, o."timeslotIds", ${by.cause}::text, ${by.recordedBy}::uuid,
      ${by.now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as o (id uuid, holder text, "holderId" uuid, "timeslotIds" uuid[])`.execute(
    trx,
  )
}

export interface OutageRow {
  readonly id: Id
  readonly cause: 'no-show' | 'late-arrival' | 'interpreter-lost' | 'place-lost' | 'longer-meeting'
  readonly participantId: Id | null
  readonly interpreterId: Id | null
  readonly placeId: Id | null
  readonly timeslotIds: readonly Id[]
  readonly recordedAt: Instant
}

/** Newest first. */
export async function listOutageRows(db: Db, { programmeId, eventId }: OfEvent): Promise<OutageRow[]> {
  const { rows } = await sql<OutageRow>`
    select id, cause, participant_id as "participantId", interpreter_id as "interpreterId", place_id as "placeId",
      timeslot_ids as "timeslotIds", recorded_at as "recordedAt"
    from outage where programme_id = ${programmeId} and event_id = ${eventId}
    order by recorded_at desc, id limit 200`.execute(db)
  return rows
}

/** False when the event has no such outage (any more). */
export async function deleteOutage(
  db: Db,
  { programmeId, eventId }: OfEvent,
  outageId: Id,
  entry: NewJournalEntry,
): Promise<boolean> {
  const { rows } = await sql`
    with changed as (
      delete from outage where id = ${outageId} and event_id = ${eventId} and programme_id = ${programmeId} returning id),
    logged as (${journalInsert(entry)})
    select id from changed`.execute(db)
  return rows.length > 0
}

/** A participant is there after all in this timeslot. Part of the caller's transaction. */
export async function endOutage(trx: Db, eventId: Id, participantId: Id, timeslotId: Id): Promise<void> {
  await sql`
    with gone as (
      delete from outage where event_id = ${eventId} and participant_id = ${participantId}
        and timeslot_ids = array[${timeslotId}]::uuid[] returning id)
    update outage set timeslot_ids = array_remove(timeslot_ids, ${timeslotId}::uuid)
    where event_id = ${eventId} and participant_id = ${participantId} and ${timeslotId}::uuid = any(timeslot_ids)
      and id not in (select id from gone) and cardinality(array_remove(timeslot_ids, ${timeslotId}::uuid)) > 0`.execute(
    trx,
  )
}
