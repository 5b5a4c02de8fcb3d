import type { Id } from '../../../kernel/id.ts'
import { type Instant, addMinutes, minutesBetween } from '../../../kernel/instant.ts'
import type { Party, PartyAttendance } from './attendance.ts'
import type { Opening } from './opening.ts'
import type { Room, RoomRole } from './room.ts'

/** Nothing that begins within this time is moved from the desk. */
export const DESK_FROZEN_MINUTES = 20
/** What begins within this time is next. */
const NEXT_MINUTES = 45

export const DESK_PHASES = ['now', 'next', 'later', 'over'] as const
export type DeskPhase = (typeof DESK_PHASES)[number]

/** How a side stands at this moment. */
export interface DeskParty {
  readonly party: Party
  readonly inside: boolean
  /** Whole minutes late: on arrival when it came, up to now while it is awaited; null before the start and afterwards. */
  readonly lateMinutes: number | null
  /** Was not there at the end, or the operator said so. */
  readonly absent: boolean
}

/** Something went wrong with one meeting, or an unmet request is to be held. */
export type DeskCause =
  | { readonly code: 'no-show'; readonly requestId: Id; readonly party: Party }
  /** Counted from the planned start. */
  | { readonly code: 'late'; readonly requestId: Id; readonly party: Party; readonly minutes: number }
  /** `rest`: also in all later meetings. */
  | { readonly code: 'interpreter-lost'; readonly requestId: Id; readonly rest: boolean }
  | { readonly code: 'standby'; readonly requestId: Id }

type Times = Pick<Room, 'startsAt' | 'cancelled'> & { readonly opening: Pick<Opening, 'softEndAt'> }

export function deskPhaseOf({ startsAt, cancelled, opening }: Times, now: Instant): DeskPhase {
  if (cancelled || now >= opening.softEndAt) return 'over'
  if (now >= startsAt) return 'now'
  return startsAt <= addMinutes(now, NEXT_MINUTES) ? 'next' : 'later'
}

export function deskPartiesOf(
  startsAt: Instant,
  phase: DeskPhase,
  attendance: readonly PartyAttendance[],
  inside: readonly { readonly role: RoomRole }[],
  now: Instant,
): DeskParty[] {
  return attendance.map(({ party, attended, basis, lateMinutes }) => {
    const isInside = inside.some(({ role }) => role === party)
    const absent = attended === false && (phase === 'over' || basis === 'decided' || basis === 'corrected')
    const awaited = phase === 'now' && !isInside && !absent && lateMinutes === null
    return {
      party,
      inside: isInside,
      lateMinutes: awaited ? Math.floor(minutesBetween(startsAt, now)) : lateMinutes,
      absent,
    }
  })
}
