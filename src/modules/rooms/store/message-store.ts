import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { Db } from '../../../platform/database/handle.ts'
import type { RoomRole } from '../domain/room.ts'
import type { RoomKey } from './room-store.ts'

export interface ChatMessage {
  readonly id: Id
  readonly role: RoomRole
  readonly name: string
  readonly text: string
  readonly sentAt: Instant
}

export async function insertMessage(db: Db, message: ChatMessage & RoomKey & { readonly personId: Id }): Promise<void> {
  const { id, programmeId, requestId, personId, role, name, text, sentAt } = message
  await sql`
    insert into room_message (id, programme_id, request_id, person_id, role, name, text, sent_at)
    values (${id}, ${programmeId}, ${requestId}, ${personId}, ${role}, ${name}, ${text}, ${sentAt})`.execute(db)
}

/** The newest ones, oldest first. */
export async function findMessages(db: Db, requestId: Id, limit = 300): Promise<ChatMessage[]> {
  const { rows } = await sql<ChatMessage>`
    select * from (
      select id, role, name, text, sent_at as "sentAt" from room_message where request_id = ${requestId}
      order by sent_at desc, id desc limit ${limit}) newest
    order by "sentAt", id`.execute(db)
  return rows
}
