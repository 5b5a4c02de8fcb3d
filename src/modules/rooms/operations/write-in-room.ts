import type { Id } from '../../../kernel/id.ts'
import { type Result, ok } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import { refuseRoom } from '../domain/refusal.ts'
import type { Room, RoomRole } from '../domain/room.ts'
import { type ChatMessage, insertMessage } from '../store/message-store.ts'
import { type Notes, saveNotes } from '../store/room-store.ts'

interface Writer {
  readonly personId: Id
  readonly name: string
  readonly role: RoomRole
}

/** Keeps what somebody in the room writes to the others. The writer has a seat. */
export async function sayInRoom(
  platform: Platform,
  { programmeId, requestId }: Pick<Room, 'programmeId' | 'requestId'>,
  { personId, name, role }: Writer,
  text: string,
): Promise<ChatMessage> {
  const message = { id: platform.newId(), role, name, text, sentAt: platform.clock.now() }
  await insertMessage(platform.db, { ...message, programmeId, requestId, personId })
  return message
}

/** Keeps the shared notes; whoever wrote on older ones than there are is refused and shown the newest. */
export async function writeNotes(
  platform: Platform,
  room: Pick<Room, 'programmeId' | 'requestId' | 'eventId'>,
  notes: Notes,
): Promise<Result<Notes>> {
  const saved = await saveNotes(platform.db, room, notes, platform.clock.now())
  return saved ? ok(saved) : refuseRoom('conflict', 'notes-changed')
}
