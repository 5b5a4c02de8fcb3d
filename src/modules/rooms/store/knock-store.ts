import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { Db } from '../../../platform/database/handle.ts'
import type { Knock } from '../domain/signalling.ts'
import type { RoomKey } from './room-store.ts'

export interface StoredKnock extends Knock, RoomKey {
  readonly personId: Id
}

/** A person waits once before a room: the newest knock counts. */
export async function saveKnock(db: Db, knock: StoredKnock, now: Instant): Promise<void> {
  const { knockId, programmeId, requestId, personId, name } = knock
  await sql`insert into room_knock (id, programme_id, request_id, person_id, name, seen_at)
    values (${knockId}, ${programmeId}, ${requestId}, ${personId}, ${name}, ${now})
    on conflict (request_id, person_id) do update set id = excluded.id, name = excluded.name,
      seen_at = excluded.seen_at`.execute(db)
}

/** Still waiting. */
export async function seeKnocks(db: Db, knockIds: readonly Id[], now: Instant): Promise<void> {
  if (knockIds.length === 0) return
  await sql`update room_knock set seen_at = ${now} where id = any(${knockIds}::uuid[])`.execute(db)
}

export async function removeKnock(db: Db, knockId: Id): Promise<void> {
  await sql`delete from room_knock where id = ${knockId}`.execute(db)
}

export async function removeOldKnocks(db: Db, before: Instant): Promise<void> {
  await sql`delete from room_knock where seen_at < ${before}`.execute(db)
}

/** Who waits, by room, in the order of coming. */
export async function findKnocks(
  db: Db,
  programmeId: Id,
  requestIds: readonly Id[],
  since: Instant,
): Promise<Map<Id, StoredKnock[]>> {
  if (requestIds.length === 0) return new Map()
  const { rows } = await sql<StoredKnock>`
    select id as "knockId", programme_id as "programmeId", request_id as "requestId", person_id as "personId", name
    from room_knock
    where programme_id = ${programmeId} and request_id = any(${requestIds}::uuid[]) and seen_at >= ${since}
    order by id`.execute(db)
  return Map.groupBy(rows, ({ requestId }) => requestId)
}
