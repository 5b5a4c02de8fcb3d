import { type FatedRequest, slotsMayOverlap } from './check-breaks.ts'
import type { ScheduleProblem } from './problem.ts'
import type { AgreementPrices } from './solution.ts'

/** The request and the slots in which it could be held. */
export interface PlacedRequest extends FatedRequest {
  readonly slots: readonly string[]
}

/** Meetings that a slot can take at most, by kind of place and by group of language pairs. */
export interface Supply {
  readonly places: (slot: string, kind: string) => number
  readonly interpreters: (slot: string, pairs: readonly string[]) => number
}

/** Beyond this the sets of one participant's requests are too many to go through. */
const MOST_REQUESTS_EACH = 16

/**
 * Breaks that no schedule of at least `weight` can avoid, from prices at which host and guest agree. The argument: let
 * everybody choose the timetable of their own that costs least, a break costing 1 and each meeting its price, however
 * little the choices fit together. In a real schedule both sides of a meeting together pay what place and interpreter
 * cost less what its weight earns; over all meetings that is at most the price of everything there is less the price of
 * the weight. So its breaks are at least the cheapest timetables, less the first and plus the second.
 */
export function agreedBreaks(
  problem: ScheduleProblem,
  placed: readonly PlacedRequest[],
  supply: Supply,
  agreement: AgreementPrices,
  weight: number,
): number {
  if (slotsMayOverlap(problem) || problem.participants.some(({ delegates = 1 }) => delegates !== 1)) return 0
  if ([problem.participants, problem.requests, problem.slots].some(namesTwice)) return 0
  const { places, interpreters } = agreement
  const shared = [agreement.weight, ...places.map(({ price }) => price), ...interpreters.map(({ price }) => price)]
  if (shared.some((price) => price < 0)) return 0
  if (![...shared, ...agreement.hosts.flatMap(([, own]) => own)].every(isExact)) return 0
  if (!(agreement.weight * placed.reduce((sum, { request }) => sum + request.weight, weight) < 2 ** 38)) return 0
  let bound = agreement.weight * weight
  for (const { slot, kind, price } of places) if (price > 0) bound -= price * supply.places(slot, kind)
  for (const { slot, pairs, price } of interpreters) if (price > 0) bound -= price * supply.interpreters(slot, pairs)
  const paid = new Prices(problem, agreement)
  for (const { id } of problem.participants) {
    const own = placed.filter(({ request, fate }) => fate >= 0 && (request.host === id || request.guest === id))
    if (own.length > MOST_REQUESTS_EACH) return 0
    bound += cheapestTimetable(problem, id, own, paid)
  }
  return bound < Infinity ? Math.max(0, Math.ceil(bound)) : 0
}

const namesTwice = (list: readonly { readonly id: string }[]): boolean =>
  new Set(list.map(({ id }) => id)).size < list.length

/** Multiples of this, of moderate size, add up without rounding, so that nothing can be proven by lost digits. */
const isExact = (price: number): boolean => Number.isInteger(price * 2 ** 13) && Math.abs(price) <= 2 ** 16

/** What one side pays for a meeting. */
class Prices {
  private readonly agreement: AgreementPrices
  private readonly rankOf: ReadonlyMap<string, number>
  private readonly hosts: ReadonlyMap<string, readonly number[]>

  constructor(problem: ScheduleProblem, agreement: AgreementPrices) {
    this.agreement = agreement
    this.rankOf = new Map(problem.slots.map(({ id }, rank) => [id, rank]))
    this.hosts = new Map(agreement.hosts)
  }

  of({ request }: PlacedRequest, slot: string, isHost: boolean): number {
    const host = this.hosts.get(request.id)?.[this.rankOf.get(slot)!] ?? 0
    if (isHost) return host
    let both = -this.agreement.weight * request.weight
    for (const { slot: where, kind, price } of this.agreement.places)
      if (where === slot && kind === request.place) both += price
    for (const { slot: where, pairs, price } of this.agreement.interpreters)
      if (where === slot && request.languagePair !== null && pairs.includes(sortedPair(request.languagePair)))
        both += price
    return both - host
  }
}

/** "ru-ko" and "ko-ru" are one pair; "ko>ru" is a direction. */
export const sortedPair = (pair: string): string => (pair.includes('>') ? pair : pair.split('-').toSorted().join('-'))

/** Not met yet today, met in the slot before, waiting since. */
type Since = 'fresh' | 'met' | 'waits'

/** The least that somebody's breaks and meetings cost: all own requests of fate 1 held, others or not. */
function cheapestTimetable(
  { slots, participants }: ScheduleProblem,
  id: string,
  own: readonly PlacedRequest[],
  prices: Prices,
): number {
  const open = new Set(participants.find((participant) => participant.id === id)!.availableSlots)
  const prefers = slots.map((slot) =>
    own.map((one) => (one.slots.includes(slot.id) ? prices.of(one, slot.id, one.request.host === id) : Infinity)),
  )
  const required = own.reduce((set, { fate }, i) => (fate === 1 ? set + 2 ** i : set), 0)
  const known = new Map<string, number>()
  const from = (at: number, met: number, since: Since): number => {
    if (at === slots.length) return (met & required) === required ? 0 : Infinity
    const state = at > 0 && slots[at]!.day !== slots[at - 1]!.day ? 'fresh' : since
    if (!open.has(slots[at]!.id)) return from(at + 1, met, state)
    const key = `${at} ${met} ${state}`
    const before = known.get(key)
    if (before !== undefined) return before
    let least = from(at + 1, met, state === 'fresh' ? 'fresh' : 'waits')
    prefers[at]!.forEach((price, i) => {
      if (price === Infinity || (met & (2 ** i)) !== 0) return
      least = Math.min(least, price + (state === 'waits' ? 1 : 0) + from(at + 1, met | (2 ** i), 'met'))
    })
    known.set(key, least)
    return least
  }
  return from(0, 0, 'fresh')
}
