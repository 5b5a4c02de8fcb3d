import { type Instant, epochMs } from '../../../kernel/instant.ts'
import type { MeetingResult, RoomRole } from './room.ts'

export const PARTIES = ['host', 'guest'] as const
export type Party = (typeof PARTIES)[number]

/** A stretch of time somebody was in the room; `until` is the last sign of life. */
export interface Presence {
  readonly role: RoomRole
  readonly from: Instant
  readonly until: Instant
}

/** What a side or the operator says. */
export interface AttendanceWord {
  readonly saidBy: Party | 'operator'
  readonly party: Party
  readonly attended: boolean
}

export interface PartyAttendance {
  readonly party: Party
  /** null: nothing is known. */
  readonly attended: boolean | null
  /** Where that comes from. `disputed`: the two sides say different things and the operator has not decided. */
  readonly basis: 'presence' | 'corrected' | 'decided' | 'disputed' | 'unknown'
  /** The sides said different things, whatever was decided since. */
  readonly wasDisputed: boolean
  /** Seconds in the room during the meeting. */
  readonly presentSeconds: number
  /** Whole minutes after the planned start; null: never came. */
  readonly lateMinutes: number | null
}

/** Shorter than this is a look into the room. */
const ATTENDED_SECONDS = 60

interface Times {
  readonly startsAt: Instant
  /** With what the operator added. */
  readonly endsAt: Instant
  readonly opensAt: Instant
  readonly closesAt: Instant
}

/**
 * Who was there. Presence decides; what a side says corrects it unless the other side contradicts; the operator's
 * newest word decides a dispute. `words` oldest first.
 */
export const attendanceOf = (
  times: Times,
  presences: readonly Presence[],
  words: readonly AttendanceWord[],
): PartyAttendance[] => PARTIES.map((party) => partyAttendance(party, times, presences, words))

function partyAttendance(
  party: Party,
  times: Times,
  presences: readonly Presence[],
  words: readonly AttendanceWord[],
): PartyAttendance {
  const own = presences.filter(({ role }) => role === party)
  const inTime = stretches(own, times)
  const presentSeconds = Math.round(inTime.reduce((sum, [from, until]) => sum + (until - from), 0) / 1000)
  const [first] = inTime
  const lateMinutes = first ? Math.max(0, Math.floor((first[0] - epochMs(times.startsAt)) / 60_000)) : null
  // An empty room says nothing: the two may have met elsewhere.
  const seen = stretches(presences, times).length > 0 ? presentSeconds >= ATTENDED_SECONDS : null
  return {
    party,
    presentSeconds,
    lateMinutes,
    ...judge(
      seen,
      words.filter((word) => word.party === party),
    ),
  }
}

/** Without overlaps: two people of a company count once. In milliseconds, cut to the time the room is open. */
function stretches(presences: readonly Presence[], { opensAt, closesAt }: Times): [number, number][] {
  const joined: [number, number][] = []
  const cut = presences
    .map(({ from, until }): [number, number] => [
      Math.max(epochMs(from), epochMs(opensAt)),
      Math.min(epochMs(until), epochMs(closesAt)),
    ])
    .filter(([from, until]) => from < until)
    .toSorted(([a], [b]) => a - b)
  for (const [from, until] of cut) {
    const last = joined.at(-1)
    if (last && from <= last[1]) last[1] = Math.max(last[1], until)
    else joined.push([from, until])
  }
  return joined
}

function judge(
  seen: boolean | null,
  words: readonly AttendanceWord[],
): Pick<PartyAttendance, 'attended' | 'basis' | 'wasDisputed'> {
  const newest = (saidBy: AttendanceWord['saidBy']) => words.findLast((word) => word.saidBy === saidBy)?.attended
  const [host, guest, operator] = [newest('host'), newest('guest'), newest('operator')]
  const wasDisputed = host !== undefined && guest !== undefined && host !== guest
  if (operator !== undefined) return { attended: operator, basis: 'decided', wasDisputed }
  if (wasDisputed) return { attended: seen, basis: 'disputed', wasDisputed }
  const said = host ?? guest
  if (said !== undefined && said !== seen) return { attended: said, basis: 'corrected', wasDisputed }
  return { attended: seen, basis: seen === null ? 'unknown' : 'presence', wasDisputed }
}

/** Both were there, one was not, or not known yet. A dispute leaves it open. */
export function resultOf(attendance: readonly PartyAttendance[]): MeetingResult | null {
  if (attendance.some(({ attended, basis }) => attended === null || basis === 'disputed')) return null
  return attendance.every(({ attended }) => attended) ? 'held' : 'no-show'
}
