import { type Instant, addMinutes } from '../../../kernel/instant.ts'
import { type Result, ok } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Actor } from '../../accounts/index.ts'
import { type Opening, openingOf } from '../domain/opening.ts'
import { seatOf } from '../domain/policy.ts'
import { refuseRoom } from '../domain/refusal.ts'
import type { Room, RoomRole } from '../domain/room.ts'
import { findAdmission } from '../store/admission-store.ts'
import { type RoomKey, findRoom } from '../store/room-store.ts'
import { passGate } from './compliance-gate.ts'

export interface Seat {
  readonly room: Room
  readonly role: RoomRole
  readonly opening: Opening
}

/** Somebody the operator let in stays let in for the rest of the day. */
const ADMITTED_MINUTES = 12 * 60

/**
 * Whether the actor may sit in the room at this moment, and as what. Null in place of a seat: not of this meeting, or
 * there is no such meeting, which look alike, so the place is the lobby. Asked when a token is made, when it is used,
 * and again while people are inside.
 */
export async function findSeat(platform: Platform, actor: Actor, key: RoomKey): Promise<Result<Seat | null>> {
  const now = platform.clock.now()
  const room = await findRoom(platform.db, key)
  if (!room || actor.kind !== 'person') return ok(null)
  const role = seatOf(actor, room) ?? (await admittedRole(platform, actor.personId, key, now))
  if (role === null) return ok(null)
  const opening = openingOf(room, now, platform.config.rooms)
  const { opensAt, closesAt } = opening
  if (opening.state === 'cancelled') return refuseRoom('conflict', 'cancelled')
  if (opening.state === 'early') return refuseRoom('conflict', 'too-early', { opensAt })
  if (opening.state === 'over') return refuseRoom('conflict', 'over', { closesAt })
  const gate = await passGate(platform, actor, room)
  if (!gate.ok) return gate
  return ok({ room, role, opening })
}

const admittedRole = (platform: Platform, personId: string, key: RoomKey, now: Instant) =>
  findAdmission(platform.db, key, personId, addMinutes(now, -ADMITTED_MINUTES))
