import { epochMs } from '../../../../kernel/instant.ts'
import type { RoomState } from '../../../../modules/rooms/contract.ts'

export interface Remaining {
  /** `over`: the planned end has passed, the room closes soon. */
  readonly phase: 'before' | 'during' | 'over'
  /** Whole minutes until the phase ends; rounded up, but 0 in the last minute of the meeting. */
  readonly minutes: number
}

export function remainingOf(
  { startsAt, softEndAt, closesAt, rehearsal }: Pick<RoomState, 'startsAt' | 'softEndAt' | 'closesAt' | 'rehearsal'>,
  nowMs: number,
): Remaining {
  const minutesTo = (instant: string) => (epochMs(instant) - nowMs) / 60_000
  if (!rehearsal && minutesTo(startsAt) > 0) return { phase: 'before', minutes: Math.ceil(minutesTo(startsAt)) }
  const left = minutesTo(softEndAt)
  if (left > 0) return { phase: 'during', minutes: left < 1 ? 0 : Math.ceil(left) }
  return { phase: 'over', minutes: Math.max(0, Math.ceil(minutesTo(closesAt))) }
}
