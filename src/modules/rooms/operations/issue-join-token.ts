import { addMinutes } from '../../../kernel/instant.ts'
import { type Result, ok } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Actor } from '../../accounts/index.ts'
import { refuseRoom } from '../domain/refusal.ts'
import type { RoomKey } from '../store/room-store.ts'
import { TOKEN_SECONDS, signJoinToken } from './join-token.ts'
import { findSeat } from './take-seat.ts'

/**
 * A token to open the door of a room with. Who does not belong to the meeting gets one too: it leads to the lobby, and
 * says nothing of the meeting, not even that there is one.
 */
export async function issueJoinToken(
  platform: Platform,
  actor: Actor,
  key: RoomKey,
): Promise<Result<{ token: string; place: 'room' | 'lobby' }>> {
  if (actor.kind !== 'person') return refuseRoom('absent', 'absent')
  const seat = await findSeat(platform, actor, key)
  if (!seat.ok) return seat
  if (seat.value && seat.value.room.link !== null) return refuseRoom('conflict', 'elsewhere')
  const { programmeId, requestId } = key
  const token = signJoinToken(platform, {
    tokenId: platform.newId(),
    programmeId,
    requestId,
    personId: actor.personId,
    expiresAt: addMinutes(platform.clock.now(), TOKEN_SECONDS / 60),
  })
  return ok({ token, place: seat.value ? 'room' : 'lobby' })
}
