import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import { type Db, transaction } from '../../../platform/database/handle.ts'
import type { Presence } from '../domain/attendance.ts'
import type { RoomRole } from '../domain/room.ts'
import type { RoomKey } from './room-store.ts'

export interface NewPresence extends RoomKey {
  readonly id: Id
  readonly personId: Id
  readonly role: RoomRole
  readonly now: Instant
}

/**
 * Somebody comes in. Who was there until `since` and comes back has never left: the stretch goes on. Returns the id
 * of the stretch.
 */
export const enterRoom = (db: Db, entry: NewPresence, since: Instant): Promise<Id> =>
  transaction(db, async (trx) => {
    const { requestId, personId, role, now } = entry
    await sql`update room_presence set left_at = seen_at
      where request_id = ${requestId} and person_id = ${personId} and left_at is null
        and (role <> ${role} or seen_at < ${since})`.execute(trx)
    const { rows } = await sql<{ id: Id }>`
      update room_presence set left_at = null, seen_at = ${now}
      where id = (select id from room_presence
        where request_id = ${requestId} and person_id = ${personId} and role = ${role} and seen_at >= ${since}
        order by joined_at desc limit 1)
      returning id`.execute(trx)
    if (rows[0]) return rows[0].id
    await sql`insert into room_presence (id, programme_id, request_id, person_id, role, joined_at, seen_at)
      values (${entry.id}, ${entry.programmeId}, ${requestId}, ${personId}, ${role}, ${now}, ${now})`.execute(trx)
    return entry.id
  })

/** A sign of life of everybody in the rooms. */
export async function seePeople(db: Db, presenceIds: readonly Id[], now: Instant): Promise<void> {
  if (presenceIds.length === 0) return
  await sql`update room_presence set seen_at = greatest(seen_at, ${now}::timestamptz)
    where id = any(${presenceIds}::uuid[]) and left_at is null`.execute(db)
}

/** Gone since `at`. */
export async function leaveRoom(db: Db, presenceId: Id, at: Instant): Promise<void> {
  await sql`update room_presence set left_at = greatest(joined_at, ${at}::timestamptz),
      seen_at = greatest(joined_at, ${at}::timestamptz)
    where id = ${presenceId} and left_at is null`.execute(db)
}

/** Ends every stretch that has shown no life since `before`, at its last sign of life: after a stop of the server. */
export async function closeStalePresences(db: Db, before: Instant): Promise<number> {
  const { numAffectedRows } = await sql`
    update room_presence set left_at = seen_at where left_at is null and seen_at < ${before}`.execute(db)
  return Number(numAffectedRows ?? 0)
}

export interface StoredPresence extends Presence {
  readonly personId: Id
  readonly name: string
  readonly inside: boolean
}

/** Oldest first; by room. */
export async function findPresences(db: Db, requestIds: readonly Id[]): Promise<Map<Id, StoredPresence[]>> {
  const { rows } = await sql<StoredPresence & { requestId: Id }>`
    select p.request_id as "requestId", p.role, p.person_id as "personId", person.name,
      p.joined_at as "from", coalesce(p.left_at, p.seen_at) as until, p.left_at is null as inside
    from room_presence p join person on person.id = p.person_id
    where p.request_id = any(${requestIds}::uuid[])
    order by p.joined_at, p.id`.execute(db)
  return Map.groupBy(rows, ({ requestId }) => requestId)
}
