import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { Db } from '../../../platform/database/handle.ts'

/** Returns the server that holds the room: `serverId` when nobody did. */
export async function claimRoom(db: Db, requestId: Id, serverId: Id): Promise<Id> {
  const { rows } = await sql<{ serverId: Id }>`
    insert into room_holder (request_id, server_id) values (${requestId}, ${serverId})
    on conflict (request_id) do update set since = room_holder.since
    returning server_id as "serverId"`.execute(db)
  return rows[0]!.serverId
}

/** From a server that is gone. Returns the holder after that: of several who take it at once one gets it. */
export async function takeRoom(db: Db, requestId: Id, from: Id, serverId: Id): Promise<Id> {
  await sql`update room_holder set server_id = ${serverId}, since = clock_timestamp()
    where request_id = ${requestId} and server_id = ${from}`.execute(db)
  return claimRoom(db, requestId, serverId)
}

/** Which of the rooms the server no longer holds. */
export async function findLostRooms(db: Db, requestIds: readonly Id[], serverId: Id): Promise<Id[]> {
  const { rows } = await sql<{ id: Id }>`
    select id from unnest(${requestIds}::uuid[]) as held(id)
    where not exists (select from room_holder where request_id = id and server_id = ${serverId})`.execute(db)
  return rows.map(({ id }) => id)
}

export async function releaseRooms(db: Db, requestIds: readonly Id[], serverId: Id): Promise<void> {
  await sql`delete from room_holder
    where request_id = any(${requestIds}::uuid[]) and server_id = ${serverId}`.execute(db)
}

/** No room is open for a day: what a server that died had held. */
export async function removeOldHolders(db: Db): Promise<void> {
  await sql`delete from room_holder where since < clock_timestamp() - interval '3 days'`.execute(db)
}
