import { type Result, ok } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Actor } from '../../accounts/index.ts'
import { maySeeRoom, seatOf } from '../domain/policy.ts'
import { refuseRoom } from '../domain/refusal.ts'
import type { RoomRole } from '../domain/room.ts'
import { type ChatMessage, findMessages } from '../store/message-store.ts'
import { type Notes, type RoomKey, findNotes, findRoom } from '../store/room-store.ts'
import { type RoomView, viewRooms } from './room-view.ts'

export interface RoomRecord extends RoomView {
  /** The actor's own seat; null for an official, who reads and does not sit. */
  readonly seat: RoomRole | null
  readonly messages: readonly ChatMessage[]
  readonly notes: Notes
}

/** Everything kept of a room. `absent` for a foreign one and one that does not exist alike. */
export async function readRoom(platform: Platform, actor: Actor, key: RoomKey): Promise<Result<RoomRecord>> {
  const room = await findRoom(platform.db, key)
  if (!room || !maySeeRoom(actor, room)) return refuseRoom('absent', 'absent')
  const [view] = await viewRooms(platform, [room])
  const messages = await findMessages(platform.db, key.requestId)
  const notes = await findNotes(platform.db, key.requestId)
  return ok({ ...view!, seat: seatOf(actor, room), messages, notes })
}

/** What somebody finds who comes into the room. */
export const readWritten = async (platform: Platform, { requestId }: RoomKey) => ({
  messages: await findMessages(platform.db, requestId),
  notes: await findNotes(platform.db, requestId),
})
