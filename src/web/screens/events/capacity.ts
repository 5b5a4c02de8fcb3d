import type { Interval } from '../../../kernel/interval.ts'
import { slotsWithin } from './availability.ts'

interface Party {
  readonly id: string
  readonly status: 'registered' | 'withdrawn'
  readonly attendance: 'online' | 'onsite'
  readonly delegates: number
  readonly maxMeetings: number | null
  readonly availability: readonly Interval[]
}

interface LiveRequest {
  readonly hostId: string
  readonly guestId: string
  readonly status: 'pending' | 'accepted'
  readonly languagePair: string | null
}

export interface CapacityFacts {
  readonly timeslots: readonly Interval[]
  readonly places: readonly { readonly kind: 'table' | 'online' }[]
  readonly participants: readonly Party[]
  readonly interpreters: readonly {
    readonly languagePairs: readonly string[]
    readonly availability: readonly Interval[]
  }[]
  readonly requests: readonly LiveRequest[]
}

/** What meetings use up, and how much of it there is, in meetings. */
export interface CapacityRow {
  readonly kind: 'table' | 'online' | 'interpreter' | 'company'
  /** Language pair of an interpreter row. */
  readonly pair: string | null
  /** People or places behind the room. */
  readonly count: number
  readonly room: number
  readonly accepted: number
  readonly pending: number
}

export interface Capacity {
  readonly rows: readonly CapacityRow[]
  /** Participants with more accepted requests than time. */
  readonly short: readonly string[]
}

/** Used share of the room, pending requests included; what has no room at all is used without end. */
export const shareOf = ({ room, accepted, pending }: CapacityRow): number =>
  room > 0 ? (accepted + pending) / room : accepted + pending > 0 ? Number.POSITIVE_INFINITY : 0

/**
 * Timeslots × places, interpreters and company time against the live requests: what is scarce. Each row is an upper
 * bound by itself; whether all fit together is for the solver to say. A row for a place kind or a language pair
 * appears when there is room or need of it.
 */
export function measureCapacity({ timeslots, places, participants, interpreters, requests }: CapacityFacts): Capacity {
  const slots = timeslots.length
  const byId = new Map(participants.map((one) => [one.id, one]))
  const isAtTable = ({ hostId, guestId }: LiveRequest) =>
    byId.get(hostId)?.attendance === 'onsite' && byId.get(guestId)?.attendance === 'onsite'
  const placeRow = (kind: 'table' | 'online'): CapacityRow => {
    const count = places.filter((place) => place.kind === kind).length
    const needing = requests.filter((request) => isAtTable(request) === (kind === 'table'))
    return { kind, pair: null, count, room: slots * count, ...countLive(needing) }
  }
  const pairs = [...new Set(requests.flatMap(({ languagePair }) => languagePair ?? []))].toSorted()
  const interpreterRows = pairs.map((pair): CapacityRow => {
    const able = interpreters.filter(({ languagePairs }) => languagePairs.includes(pair))
    const room = able.reduce((sum, { availability }) => sum + slotsWithin(timeslots, availability).length, 0)
    const needing = requests.filter(({ languagePair }) => languagePair === pair)
    return { kind: 'interpreter', pair, count: able.length, room, ...countLive(needing) }
  })
  const companies = measureCompanies(timeslots, participants, requests)
  return {
    rows: [placeRow('table'), placeRow('online'), ...interpreterRows, companies.row].filter(
      ({ room, accepted, pending }) => room + accepted + pending > 0,
    ),
    short: companies.short,
  }
}

function measureCompanies(
  timeslots: readonly Interval[],
  participants: readonly Party[],
  requests: readonly LiveRequest[],
): { row: CapacityRow; short: string[] } {
  const there = participants.filter(({ status }) => status === 'registered')
  const rooms = new Map(there.map((party) => [party.id, roomOf(party, timeslots)]))
  const wanted = new Map<string, number>()
  for (const { hostId, guestId, status } of requests) {
    if (status !== 'accepted') continue
    for (const id of [hostId, guestId]) wanted.set(id, (wanted.get(id) ?? 0) + 1)
  }
  const total = [...rooms.values()].reduce((sum, room) => sum + room, 0)
  return {
    // Two companies sit in every meeting.
    row: { kind: 'company', pair: null, count: there.length, room: Math.floor(total / 2), ...countLive(requests) },
    short: there.filter(({ id }) => (wanted.get(id) ?? 0) > (rooms.get(id) ?? 0)).map(({ id }) => id),
  }
}

const roomOf = ({ delegates, maxMeetings, availability }: Party, timeslots: readonly Interval[]): number =>
  Math.min(delegates * slotsWithin(timeslots, availability).length, maxMeetings ?? Number.POSITIVE_INFINITY)

const countLive = (requests: readonly LiveRequest[]): { accepted: number; pending: number } => {
  const accepted = requests.filter(({ status }) => status === 'accepted').length
  return { accepted, pending: requests.length - accepted }
}

/** The row that fills up first; null while nothing is asked for. */
export const scarcest = (rows: readonly CapacityRow[]): CapacityRow | null =>
  rows.reduce<CapacityRow | null>((worst, row) => (shareOf(row) > (worst ? shareOf(worst) : 0) ? row : worst), null)
