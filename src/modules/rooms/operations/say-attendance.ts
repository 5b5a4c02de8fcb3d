import { type Result, ok } from '../../../kernel/result.ts'
import { type Platform, within } from '../../../platform/context.ts'
import { transaction } from '../../../platform/database/handle.ts'
import { appendJournal } from '../../../platform/journal.ts'
import type { Actor } from '../../accounts/index.ts'
import type { Party } from '../domain/attendance.ts'
import { maySeeRoom, speaksAs } from '../domain/policy.ts'
import { refuseRoom } from '../domain/refusal.ts'
import { type RoomKey, findRoom } from '../store/room-store.ts'
import { insertWord } from '../store/word-store.ts'
import { concludeMeeting } from './conclude-meeting.ts'
import { roomEntry } from './entry.ts'

export interface SayAttendance extends RoomKey {
  readonly party: Party
  readonly attended: boolean
  readonly note: string | null
}

/** A side, or the operator, says who was there. Nothing that was said is erased. */
export async function sayAttendance(
  platform: Platform,
  actor: Actor,
  { party, attended, note, ...key }: SayAttendance,
): Promise<Result<null>> {
  const now = platform.clock.now()
  return transaction(platform.db, async (trx): Promise<Result<null>> => {
    const room = await findRoom(trx, key)
    if (!room || !maySeeRoom(actor, room)) return refuseRoom('absent', 'absent')
    const saidBy = speaksAs(actor, room)
    if (saidBy === null || actor.kind !== 'person') return refuseRoom('forbidden', 'not-a-side')
    if (room.cancelled) return refuseRoom('conflict', 'cancelled')
    if (now < room.startsAt) return refuseRoom('conflict', 'not-met-yet')
    await insertWord(trx, {
      ...key,
      id: platform.newId(),
      personId: actor.personId,
      saidBy,
      party,
      attended,
      note,
      now,
    })
    const after = { saidBy, party, attended }
    await appendJournal(trx, roomEntry(platform, actor, key, 'meeting.attendance-said', { after }))
    await concludeMeeting(within(platform, trx), actor, room)
    return ok(null)
  })
}
