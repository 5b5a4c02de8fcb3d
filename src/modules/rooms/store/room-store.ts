import { type RawBuilder, sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { Db } from '../../../platform/database/handle.ts'
import type { Interpretation, Room } from '../domain/room.ts'

export interface RoomKey {
  readonly programmeId: Id
  readonly requestId: Id
}

const party = (participant: string, company: string) => sql`jsonb_build_object(
  'companyId', ${sql.ref(`${company}.id`)}, 'code', ${sql.ref(`${company}.code`)}, 'name', ${sql.ref(`${company}.name`)},
  'sideId', ${sql.ref(`${company}.side_id`)}, 'languages', to_jsonb(${sql.ref(`${participant}.languages`)}))`

/** The rooms of the newest released version of each event, `m` the meeting, `r` its request, `t` its time. */
const selectRooms = (which: RawBuilder<unknown>) => sql<Room>`
  select m.request_id as "requestId", m.programme_id as "programmeId", e.id as "eventId", e.name as "eventName",
    t.starts_at as "startsAt", t.ends_at as "endsAt", m.status = 'cancelled' as cancelled,
    ${party('h', 'hc')} as host, ${party('g', 'gc')} as guest,
    case when i.id is not null then jsonb_build_object('id', i.id, 'name', i.name) end as interpreter,
    pl.kind as "placeKind", pl.name as "placeName", k.link, k.opened_until as "openedUntil",
    coalesce(k.extra_minutes, 0) as "extraMinutes", coalesce(k.interpretation, 'consecutive') as interpretation, k.result
  from event e
  join lateral (select s.id from schedule s where s.event_id = e.id and s.kind = 'released'
    order by s.number desc limit 1) v on true
  join scheduled_meeting m on m.schedule_id = v.id
  join meeting_request r on r.id = m.request_id
  join timeslot t on t.id = m.timeslot_id
  join participant h on h.id = r.host_id join company hc on hc.id = h.company_id
  join participant g on g.id = r.guest_id join company gc on gc.id = g.company_id
  left join place pl on pl.id = m.place_id
  left join interpreter i on i.id = m.interpreter_id
  left join room k on k.request_id = m.request_id
  where ${which}
  order by t.starts_at, pl.position, m.request_id`

/** Null: no such meeting was released in this programme. */
export async function findRoom(db: Db, { programmeId, requestId }: RoomKey): Promise<Room | null> {
  const { rows } = await selectRooms(sql`m.programme_id = ${programmeId} and m.request_id = ${requestId}`).execute(db)
  return rows[0] ?? null
}

/** Whose rooms: null for all of the programme. */
export interface RoomsOf {
  readonly companyIds: readonly Id[]
  readonly interpreterIds: readonly Id[]
}

const ofThese = (whose: RoomsOf | null) =>
  whose === null
    ? sql`true`
    : sql`(h.company_id = any(${whose.companyIds}::uuid[]) or g.company_id = any(${whose.companyIds}::uuid[])
        or m.interpreter_id = any(${whose.interpreterIds}::uuid[]))`

/** Rooms that start in [from, until), in order of time. */
export async function findRooms(
  db: Db,
  programmeId: Id,
  whose: RoomsOf | null,
  { from, until }: { readonly from: Instant; readonly until: Instant },
): Promise<Room[]> {
  const between = sql`t.starts_at >= ${from} and t.starts_at < ${until}`
  const { rows } = await selectRooms(sql`m.programme_id = ${programmeId} and ${ofThese(whose)} and ${between}`).execute(
    db,
  )
  return rows
}

/** Calendar days with rooms, by the clock of the programme's first side. */
export async function findRoomDays(
  db: Db,
  programmeId: Id,
  whose: RoomsOf | null,
): Promise<{ timeZone: string; days: string[] }> {
  const { rows } = await sql<{ timeZone: string; days: string[] }>`
    select s.time_zone as "timeZone", (
      select coalesce(jsonb_agg(distinct to_char(starts_at at time zone s.time_zone, 'YYYY-MM-DD')), '[]')
      from (
        select t.starts_at
        from event e
        join lateral (select v.id from schedule v where v.event_id = e.id and v.kind = 'released'
          order by v.number desc limit 1) v on true
        join scheduled_meeting m on m.schedule_id = v.id
        join meeting_request r on r.id = m.request_id
        join timeslot t on t.id = m.timeslot_id
        join participant h on h.id = r.host_id join participant g on g.id = r.guest_id
        where e.programme_id = ${programmeId} and ${ofThese(whose)}) as starts) as days
    from side s where s.programme_id = ${programmeId} order by s.position limit 1`.execute(db)
  return rows[0] ?? { timeZone: 'UTC', days: [] }
}

/** What may be changed of a room. */
export interface RoomChange {
  readonly link?: string | null
  readonly openedUntil?: Instant | null
  readonly extraMinutes?: number
  readonly interpretation?: Interpretation
}

/** Creates the row when nothing was remembered of the room yet. */
export async function saveRoom(
  db: Db,
  { programmeId, requestId, eventId }: Pick<Room, 'programmeId' | 'requestId' | 'eventId'>,
  change: RoomChange,
  now: Instant,
): Promise<void> {
  const assignments = [
    ...('link' in change ? [sql`link = ${change.link ?? null}`] : []),
    ...('openedUntil' in change ? [sql`opened_until = ${change.openedUntil ?? null}`] : []),
    ...(change.extraMinutes === undefined ? [] : [sql`extra_minutes = ${change.extraMinutes}`]),
    ...(change.interpretation === undefined ? [] : [sql`interpretation = ${change.interpretation}`]),
  ]
  await sql`insert into room (request_id, programme_id, event_id, created_at)
    values (${requestId}, ${programmeId}, ${eventId}, ${now}) on conflict (request_id) do nothing`.execute(db)
  if (assignments.length > 0) {
    await sql`update room set ${sql.join(assignments)} where request_id = ${requestId}`.execute(db)
  }
}

export interface Notes {
  readonly text: string
  readonly revision: number
}

export async function findNotes(db: Db, requestId: Id): Promise<Notes> {
  const { rows } = await sql<Notes>`
    select notes as text, notes_revision as revision from room where request_id = ${requestId}`.execute(db)
  return rows[0] ?? { text: '', revision: 0 }
}

/** Null: somebody else was quicker and `revision` is no longer the newest. */
export async function saveNotes(
  db: Db,
  room: Pick<Room, 'programmeId' | 'requestId' | 'eventId'>,
  { text, revision }: Notes,
  now: Instant,
): Promise<Notes | null> {
  const { rows } = await sql<Notes>`
    insert into room (request_id, programme_id, event_id, notes, notes_revision, created_at)
    select ${room.requestId}, ${room.programmeId}, ${room.eventId}, ${text}, ${revision + 1}, ${now}
    where ${revision} = 0 or exists (select from room where request_id = ${room.requestId})
    on conflict (request_id) do update set notes = excluded.notes, notes_revision = room.notes_revision + 1
      where room.notes_revision = ${revision}
    returning notes as text, notes_revision as revision`.execute(db)
  return rows[0] ?? null
}

/** How a person is called. */
export async function findPersonName(db: Db, personId: Id): Promise<string> {
  const { rows } = await sql<{ name: string }>`select name from person where id = ${personId}`.execute(db)
  return rows[0]?.name ?? ''
}

/** Rooms of the newest releases, those open about now, and those whose result is a no-show. */
export async function countRooms(
  db: Db,
  programmeId: Id,
  { from, until }: { readonly from: Instant; readonly until: Instant },
): Promise<{ rooms: number; now: number; held: number; noShow: number }> {
  const { rows } = await sql<{ rooms: number; now: number; held: number; noShow: number }>`
    select count(*)::int as rooms,
      count(*) filter (where t.starts_at < ${until} and t.ends_at > ${from})::int as now,
      count(*) filter (where k.result = 'held')::int as held,
      count(*) filter (where k.result = 'no-show')::int as "noShow"
    from event e
    join lateral (select s.id from schedule s where s.event_id = e.id and s.kind = 'released'
      order by s.number desc limit 1) v on true
    join scheduled_meeting m on m.schedule_id = v.id and m.status = 'planned'
    join timeslot t on t.id = m.timeslot_id
    left join room k on k.request_id = m.request_id
    where e.programme_id = ${programmeId}`.execute(db)
  return rows[0] ?? { rooms: 0, now: 0, held: 0, noShow: 0 }
}
