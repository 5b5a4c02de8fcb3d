import { type Instant, addMinutes } from '../../../kernel/instant.ts'
import type { Room } from './room.ts'

/** How long before and after its meeting a room is open, in minutes. */
export interface Margins {
  readonly opensMinutes: number
  readonly closesMinutes: number
}

export interface Opening {
  readonly state: 'early' | 'open' | 'over' | 'cancelled'
  readonly opensAt: Instant
  /** When the talk should end: the planned end and what the operator added. */
  readonly softEndAt: Instant
  /** When everybody is shown out. */
  readonly closesAt: Instant
  /** Open by the operator's word outside its time: who is there then says nothing of the meeting. */
  readonly rehearsal: boolean
}

/** When people may be in the room. */
export function openingOf(
  room: Pick<Room, 'startsAt' | 'endsAt' | 'cancelled' | 'openedUntil' | 'extraMinutes'>,
  now: Instant,
  { opensMinutes, closesMinutes }: Margins,
): Opening {
  const opensAt = addMinutes(room.startsAt, -opensMinutes)
  const softEndAt = addMinutes(room.endsAt, room.extraMinutes)
  const closesAt = addMinutes(softEndAt, closesMinutes)
  const planned = { opensAt, softEndAt, closesAt, rehearsal: false }
  if (room.cancelled) return { ...planned, state: 'cancelled' }
  if (now >= opensAt && now < closesAt) return { ...planned, state: 'open' }
  const { openedUntil } = room
  if (openedUntil !== null && now < openedUntil) {
    return { state: 'open', opensAt, softEndAt: openedUntil, closesAt: openedUntil, rehearsal: true }
  }
  return { ...planned, state: now < opensAt ? 'early' : 'over' }
}
