import type { Id } from '../../../kernel/id.ts'
import { epochMs } from '../../../kernel/instant.ts'
import { type Result, ok } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Actor } from '../../accounts/index.ts'
import { displayName } from '../domain/display-name.ts'
import { refuseRoom } from '../domain/refusal.ts'
import { type RoomKey, findPersonName } from '../store/room-store.ts'
import { readJoinToken } from './join-token.ts'
import { type Seat, findSeat } from './take-seat.ts'

export interface Entrance extends RoomKey {
  readonly personId: Id
  readonly name: string
  /** Null: the lobby. */
  readonly seat: Seat | null
}

/** Token ids that were used, until they expire. A stop of the server forgets them, a minute later they are dead anyway. */
export type UsedTokens = Map<Id, number>

/**
 * Opens the door: the token is whole, young, new, the actor's own, and the actor may still come in. Everything that
 * was checked when it was made is checked again.
 */
export async function useJoinToken(
  platform: Platform,
  actor: Actor,
  token: string,
  used: UsedTokens,
): Promise<Result<Entrance>> {
  const now = platform.clock.now()
  const claims = readJoinToken(platform, token, now)
  if (!claims) return refuseRoom('forbidden', 'token-expired')
  if (actor.kind !== 'person' || actor.personId !== claims.personId) return refuseRoom('forbidden', 'token-foreign')
  for (const [id, expiresAt] of used) if (expiresAt <= epochMs(now)) used.delete(id)
  if (used.has(claims.tokenId)) return refuseRoom('forbidden', 'token-used')
  used.set(claims.tokenId, epochMs(claims.expiresAt))
  const { programmeId, requestId, personId } = claims
  const seat = await findSeat(platform, actor, { programmeId, requestId })
  if (!seat.ok) return seat
  const name = displayName(await findPersonName(platform.db, personId), '?')
  return ok({ programmeId, requestId, personId, name, seat: seat.value })
}
