import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { Interval } from '../../../kernel/interval.ts'
import { type Db, exclusionViolation, foreignKeyViolation, jsonb, tables } from '../../../platform/database/handle.ts'
import { type NewJournalEntry, journalInsert } from '../../../platform/journal.ts'
import type { Block } from '../domain/block.ts'
import type { EventRules, EventStatus } from '../domain/event.ts'
import type { Place, PlaceChange } from '../domain/place.ts'
import type { EventsTables } from './tables.ts'

export interface EventKey {
  readonly programmeId: Id
  readonly eventId: Id
}

const events = (db: Db) => tables<EventsTables>(db)

/** False when there is no such programme. */
export async function insertEvent(
  db: Db,
  event: EventRules & { readonly id: Id; readonly programmeId: Id; readonly createdAt: Instant },
  entry: NewJournalEntry,
): Promise<boolean> {
  const { rows } = await sql`
    with changed as (
      insert into event (id, programme_id, name, status, request_mode, request_expiry_hours,
        max_requests_per_participant, who_may_meet, created_at)
      select ${event.id}::uuid, programme.id, ${jsonb(event.name)}, 'setup', ${event.requestMode},
        ${event.requestExpiryHours}::integer, ${event.maxRequestsPerParticipant}::integer, ${event.whoMayMeet},
        ${event.createdAt}::timestamptz
      from programme where programme.id = ${event.programmeId}
      returning id
    ), logged as (${journalInsert(entry)})
    select id from changed`.execute(db)
  return rows.length > 0
}

/** The new revision, or null when somebody else changed the event since `revision`. */
export async function saveEvent(
  db: Db,
  { programmeId, eventId }: EventKey,
  change: EventRules & { readonly status: EventStatus; readonly revision: number },
  entry: NewJournalEntry,
): Promise<number | null> {
  const { rows } = await sql<{ revision: number }>`
    with changed as (
      update event set name = ${jsonb(change.name)}, status = ${change.status}, request_mode = ${change.requestMode},
        request_expiry_hours = ${change.requestExpiryHours},
        max_requests_per_participant = ${change.maxRequestsPerParticipant}, who_may_meet = ${change.whoMayMeet},
        revision = revision + 1
      where id = ${eventId} and programme_id = ${programmeId} and revision = ${change.revision}
      returning revision
    ), logged as (${journalInsert(entry)})
    select revision from changed`.execute(db)
  return rows[0]?.revision ?? null
}

export type EventRow = EventRules & {
  readonly id: Id
  readonly programmeId: Id
  readonly status: EventStatus
  readonly revision: number
}

export async function findEvent(db: Db, { programmeId, eventId }: EventKey): Promise<EventRow | null> {
  const row = await events(db)
    .selectFrom('event')
    .selectAll()
    .where('id', '=', eventId)
    .where('programmeId', '=', programmeId)
    .executeTakeFirst()
  return row ?? null
}

/** Keeps two changes of the same list of the event apart, until the transaction ends; null: no such event. */
export async function lockEvent(trx: Db, { programmeId, eventId }: EventKey): Promise<EventRow | null> {
  const row = await events(trx)
    .selectFrom('event')
    .selectAll()
    .where('id', '=', eventId)
    .where('programmeId', '=', programmeId)
    .forNoKeyUpdate()
    .executeTakeFirst()
  return row ?? null
}

export const listBlocks = (db: Db, eventId: Id): Promise<(Block & { id: Id })[]> =>
  events(db)
    .selectFrom('eventBlock')
    .select(['id', 'startsAt', 'endsAt', 'slotMinutes', 'bufferMinutes'])
    .where('eventId', '=', eventId)
    .orderBy('startsAt')
    .execute()

export const listTimeslots = (db: Db, eventId: Id): Promise<(Interval & { id: Id; blockId: Id })[]> =>
  events(db)
    .selectFrom('timeslot')
    .select(['id', 'blockId', 'startsAt', 'endsAt'])
    .where('eventId', '=', eventId)
    .orderBy('startsAt')
    .execute()

export const listPlaces = (db: Db, eventId: Id): Promise<Place[]> =>
  events(db)
    .selectFrom('place')
    .select(['id', 'kind', 'name', 'position'])
    .where('eventId', '=', eventId)
    .orderBy('kind', 'desc')
    .orderBy('position')
    .execute()

/** Counts and span of each event of a programme, in the order of their days; events without a block last. */
export async function listEventRows(db: Db, programmeId: Id) {
  const { rows } = await sql<
    Pick<EventsTables['event'], 'id' | 'name' | 'status'> & {
      startsAt: Instant | null
      endsAt: Instant | null
      timeslots: number
      participants: number
      interpreters: number
    }
  >`
    select event.id, event.name, event.status, block.starts_at, block.ends_at,
      (select count(*) from timeslot where timeslot.event_id = event.id) as timeslots,
      (select count(*) from participant where participant.event_id = event.id and participant.status = 'registered')
        as participants,
      (select count(*) from interpreter where interpreter.event_id = event.id) as interpreters
    from event
    cross join lateral (
      select min(starts_at) as starts_at, max(ends_at) as ends_at from event_block where event_id = event.id
    ) block
    where event.programme_id = ${programmeId}
    order by block.starts_at nulls last, event.created_at, event.id`.execute(db)
  return rows
}

/** False when another block of the event lies in the way. */
export async function insertBlock(
  db: Db,
  { programmeId, eventId }: EventKey,
  block: Block & { readonly id: Id },
  slots: readonly (Interval & { readonly id: Id })[],
  entry: NewJournalEntry,
): Promise<boolean> {
  try {
    await sql`
      with changed as (
        insert into event_block (id, programme_id, event_id, starts_at, ends_at, slot_minutes, buffer_minutes)
        values (${block.id}, ${programmeId}, ${eventId}, ${block.startsAt}, ${block.endsAt}, ${block.slotMinutes},
          ${block.bufferMinutes})
        returning id
      ), cut as (
        insert into timeslot (id, programme_id, event_id, block_id, starts_at, ends_at)
        select slot.id, ${programmeId}::uuid, ${eventId}::uuid, changed.id, slot.starts_at, slot.ends_at
        from changed, unnest(${slots.map(({ id }) => id)}::uuid[], ${slots.map(({ startsAt }) => startsAt)}::timestamptz[],
          ${slots.map(({ endsAt }) => endsAt)}::timestamptz[]) slot (id, starts_at, ends_at)
      ), logged as (${journalInsert(entry)})
      select id from changed`.execute(db)
    return true
  } catch (error) {
    if (exclusionViolation(error) === 'event_block_apart') return false
    throw error
  }
}

/** What became of something that a schedule may still use. */
export type Removal = 'removed' | 'absent' | 'in-use'

/** A later stage points at the row with a foreign key; that is how it says that it uses it. */
export const removal = async (work: Promise<{ rows: unknown[] }>): Promise<Removal> => {
  try {
    return (await work).rows.length > 0 ? 'removed' : 'absent'
  } catch (error) {
    if (foreignKeyViolation(error) !== null) return 'in-use'
    throw error
  }
}

/** The timeslots go with the block. */
export const deleteBlock = (db: Db, { programmeId, eventId }: EventKey, blockId: Id, entry: NewJournalEntry) =>
  removal(
    sql`
      with changed as (
        delete from event_block where id = ${blockId} and event_id = ${eventId} and programme_id = ${programmeId}
        returning id
      ), logged as (${journalInsert(entry)})
      select id from changed`.execute(db),
  )

/** False when a schedule uses one of the places to remove. */
export async function savePlaces(
  db: Db,
  { programmeId, eventId }: EventKey,
  { add, remove }: { readonly add: readonly Place[]; readonly remove: PlaceChange['remove'] },
  entry: NewJournalEntry,
): Promise<boolean> {
  try {
    await sql`
      with removed as (
        delete from place where event_id = ${eventId} and id = any(${remove}::uuid[])
      ), added as (
        insert into place (id, programme_id, event_id, kind, name, position)
        select new.id, ${programmeId}::uuid, ${eventId}::uuid, new.kind, new.name, new.position
        from unnest(${add.map(({ id }) => id)}::uuid[], ${add.map(({ kind }) => kind)}::text[],
          ${add.map(({ name }) => name)}::text[], ${add.map(({ position }) => position)}::integer[])
          new (id, kind, name, position)
      ), changed as (select 1), logged as (${journalInsert(entry)})
      select 1`.execute(db)
    return true
  } catch (error) {
    if (foreignKeyViolation(error) !== null) return false
    throw error
  }
}

/** The events of a programme in one row, for the chain: how many, how many are open, and their parts. */
export async function countEvents(db: Db, programmeId: Id) {
  const { rows } = await sql<{
    events: number
    open: number
    empty: number
    timeslots: number
    participants: number
    interpreters: number
  }>`
    select count(*) as events, count(*) filter (where event.status = 'open') as open,
      count(*) filter (where event.status <> 'closed'
        and not exists (select from timeslot where timeslot.event_id = event.id)) as empty,
      (select count(*) from timeslot where timeslot.programme_id = ${programmeId}) as timeslots,
      (select count(*) from participant where participant.programme_id = ${programmeId}
        and participant.status = 'registered') as participants,
      (select count(*) from interpreter where interpreter.programme_id = ${programmeId}) as interpreters
    from event where event.programme_id = ${programmeId}`.execute(db)
  return rows[0]!
}
