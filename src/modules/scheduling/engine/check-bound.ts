import { agreedBreaks, sortedPair } from './check-agreement.ts'
import { type FatedRequest, provenBreaks } from './check-breaks.ts'
import type { ScheduleInterpreter, ScheduleProblem, ScheduleRequest } from './problem.ts'
import type { ScheduleSolution } from './solution.ts'

export interface BoundReport {
  /** The certificate proves the stated bound of the weight, and breaks where it speaks of them. */
  readonly ok: boolean
  readonly statedWeight: number
  /** What the certificate proves; null without a certificate. */
  readonly provenWeight: number | null
  readonly statedBreaks: number
  /** Breaks that the certificate proves; what a solver found out beyond it can only be asked again. */
  readonly provenBreaks: number
}

/**
 * Re-checks `bound.weight` and `bound.breaks` from the certificate alone, without solver or search. The argument: at any prices of
 * 0 or more, the meetings of a schedule pay at most (price x meetings possible) over all participants, kinds
 * of place and interpreters, plus what each request's weight exceeds its own prices (weak duality).
 */
export function checkBound(problem: ScheduleProblem, solution: ScheduleSolution): BoundReport {
  const { certificate, weight: statedWeight, breaks: statedBreaks } = solution.bound
  const nothing = { ok: false, statedWeight, provenWeight: null, statedBreaks, provenBreaks: 0 }
  if (certificate === undefined) return nothing
  const priceOf = new Map(certificate.participants)
  const placePrice = new Map<string, number>(certificate.places)
  const pairPrice = new Map(certificate.languagePairs.map(([pair, price]) => [sortedPair(pair), price]))
  const rankOf = new Map(problem.slots.map((slot, rank) => [slot.id, rank]).toReversed() as [string, number][])
  const windows = certificate.windows.map((w) => ({
    ...w,
    first: rankOf.get(w.from) ?? Number.NaN,
    last: rankOf.get(w.to) ?? Number.NaN,
  }))
  const prices = [
    ...windows.map((w) => w.price),
    ...priceOf.values(),
    ...placePrice.values(),
    ...pairPrice.values(),
    certificate.mustBonus,
  ]
  if (prices.some((price) => !(price >= 0))) return nothing

  const slotIds = [...new Set(problem.slots.map((slot) => slot.id))]
  const usable = new Map<string, Set<string>>(problem.participants.map((participant) => [participant.id, new Set()]))
  let total = 0
  let everything = 0
  const rests: { request: ScheduleRequest; rest: number }[] = []
  const held = new Set(solution.meetings.map((meeting) => meeting.request))
  const candidatesOf = candidateFinder(problem, slotIds)
  for (const request of problem.requests) {
    const candidates = candidatesOf(request)
    if (candidates.length === 0) continue
    for (const slot of candidates) for (const id of [request.host, request.guest]) usable.get(id)!.add(slot)
    // A pin that is honoured is not a choice: it is held in every schedule. One that is not is held in none.
    if (request.pinned !== undefined && !held.has(request.id)) continue
    const worth = limit(request.weight, 0) + (request.wish === 'must' ? certificate.mustBonus : 0)
    const first = rankOf.get(candidates[0]!)!
    const last = rankOf.get(candidates.at(-1)!)!
    const paid = windows.filter(
      (w) =>
        w.first <= first &&
        last <= w.last &&
        (w.of === 'place' ? w.id === request.place : w.id === request.host || w.id === request.guest),
    )
    const windowPrice = paid.reduce((sum, w) => sum + w.price, 0)
    const rest = worth - windowPrice - pricesOf(request, priceOf, placePrice, pairPrice)
    total += request.pinned === undefined ? Math.max(0, rest) : rest
    rests.push({ request, rest })
    everything += limit(request.weight, 0)
  }
  for (const participant of problem.participants) {
    const most = usable.get(participant.id)!.size * limit(participant.delegates, 1)
    total += (priceOf.get(participant.id) ?? 0) * Math.min(most, limit(participant.maxMeetings, Infinity))
  }
  const participants = new Map(problem.participants.map((participant) => [participant.id, participant]))
  for (const { of, id, first, last, price } of windows) {
    const within = slotIds.slice(first, last + 1)
    if (of === 'place') total += price * within.reduce((sum, slot) => sum + meetingsAtPlaces(problem, slot, id), 0)
    else {
      const participant = participants.get(id)!
      const open =
        within.filter((slot) => participant.availableSlots.includes(slot)).length * limit(participant.delegates, 1)
      total += price * Math.min(open, limit(participant.maxMeetings, Infinity))
    }
  }
  for (const [kind, price] of placePrice)
    total += price * slotIds.reduce((sum, slot) => sum + meetingsAtPlaces(problem, slot, kind), 0)
  for (const interpreter of problem.interpreters)
    total += dearestPair(interpreter, pairPrice) * meetingsOfInterpreter(problem, interpreter)
  const sum = total - certificate.mustBonus * solution.value.musts
  const provenWeight = Math.min(everything, Math.floor(sum + 1e-6))
  const kinds = new Set(problem.requests.map((request) => request.place))
  const fated = fatesOf(rests, sum - Math.min(statedWeight, provenWeight), solution.value.musts)
  const seated =
    certificate.runPrices === undefined
      ? 0
      : provenBreaks(
          problem,
          fated,
          (slot) => [...kinds].reduce((places, kind) => places + meetingsAtPlaces(problem, slot, kind), 0),
          certificate.runPrices,
        )
  const agreed =
    certificate.agreement === undefined
      ? 0
      : agreedBreaks(
          problem,
          fated.map((one) => ({ ...one, slots: candidatesOf(one.request) })),
          {
            places: (slot, kind) => meetingsAtPlaces(problem, slot, kind),
            interpreters: (slot, pairs) =>
              problem.interpreters.filter(
                (i) => i.availableSlots.includes(slot) && pairs.some((pair) => serves(i, pair)),
              ).length,
          },
          certificate.agreement,
          Math.min(statedWeight, provenWeight),
        )
  const speaksOfBreaks = certificate.runPrices !== undefined || certificate.agreement !== undefined
  const breaks = Math.max(seated, agreed)
  return {
    ok: statedWeight >= provenWeight && (!speaksOfBreaks || breaks > 0 || statedBreaks === 0),
    statedWeight,
    provenWeight,
    statedBreaks,
    provenBreaks: breaks,
  }
}

/** Who gives up more than `room` by holding (or not holding) a request cannot reach the weight; musts are held when all are. */
function fatesOf(
  rests: readonly { readonly request: ScheduleRequest; readonly rest: number }[],
  room: number,
  mustsHeld: number,
): FatedRequest[] {
  const areMustsHeld = rests.filter(({ request }) => request.wish === 'must').length === mustsHeld
  return rests.map(({ request, rest }) => {
    const isHeld = request.pinned !== undefined || rest > room + 1e-6 || (areMustsHeld && request.wish === 'must')
    return { request, fate: isHeld ? 1 : rest < -room - 1e-6 ? -1 : 0 }
  })
}

/** Slots in which the request could be held if nothing else were: nobody away, a place open, an interpreter there, its pin kept. */
function candidateFinder(problem: ScheduleProblem, slotIds: readonly string[]): (request: ScheduleRequest) => string[] {
  const availability = new Map(
    problem.participants.map((p) => [p.id, limit(p.delegates, 1) > 0 ? new Set(p.availableSlots) : new Set()]),
  )
  const open = new Map<string, Set<string>>(
    ['table', 'online'].map((kind) => [
      kind,
      new Set(slotIds.filter((slot) => meetingsAtPlaces(problem, slot, kind) > 0)),
    ]),
  )
  const spoken = new Map<string, Set<string>>()
  const spokenSlots = (pair: string): Set<string> => {
    const known = spoken.get(pair)
    if (known !== undefined) return known
    const slots = new Set(problem.interpreters.filter((i) => serves(i, pair)).flatMap((i) => i.availableSlots))
    spoken.set(pair, slots)
    return slots
  }
  return (request) => {
    const { host, guest, languagePair: pair } = request
    if (host === guest || !availability.has(host) || !availability.has(guest)) return []
    return slotIds.filter(
      (slot) =>
        availability.get(host)!.has(slot) &&
        availability.get(guest)!.has(slot) &&
        open.get(request.place)!.has(slot) &&
        (pair === null || spokenSlots(pair).has(slot)) &&
        pinAllows(problem, request, slot),
    )
  }
}

function pinAllows(problem: ScheduleProblem, request: ScheduleRequest, slot: string): boolean {
  const pin = request.pinned
  if (pin === undefined) return true
  const place = problem.places.find((p) => p.id === pin.place)
  const interpreter = problem.interpreters.find((i) => i.id === pin.interpreter)
  const placeFits =
    pin.place === undefined ||
    problem.places.length === 0 ||
    (place?.kind === request.place && (place.availableSlots?.includes(slot) ?? true))
  const interpreterFits =
    pin.interpreter == null ||
    request.languagePair === null ||
    (interpreter !== undefined &&
      interpreter.availableSlots.includes(slot) &&
      serves(interpreter, request.languagePair))
  return pin.slot === slot && placeFits && interpreterFits
}

/** "ko-ru" serves "ru-ko" and "ko>ru"; "ko>ru" serves itself. */
function serves(interpreter: ScheduleInterpreter, pair: string): boolean {
  const needed = sortedPair(pair)
  return interpreter.languagePairs.some(
    (offered) =>
      sortedPair(offered) === needed ||
      (!offered.includes('>') && needed.includes('>') && sortedPair(offered) === sortedPair(needed.replace('>', '-'))),
  )
}

const limit = (value: number | undefined, otherwise: number): number =>
  value !== undefined && Number.isSafeInteger(value) && value >= 0 ? value : otherwise

function pricesOf(
  request: ScheduleRequest,
  priceOf: ReadonlyMap<string, number>,
  placePrice: ReadonlyMap<string, number>,
  pairPrice: ReadonlyMap<string, number>,
): number {
  const pair = request.languagePair === null ? 0 : (pairPrice.get(sortedPair(request.languagePair)) ?? 0)
  return (
    (priceOf.get(request.host) ?? 0) + (priceOf.get(request.guest) ?? 0) + (placePrice.get(request.place) ?? 0) + pair
  )
}

function meetingsAtPlaces(problem: ScheduleProblem, slot: string, kind: string): number {
  let most = Infinity
  if (problem.places.length > 0)
    most = problem.places.filter((p) => p.kind === kind && (p.availableSlots?.includes(slot) ?? true)).length
  for (const capacity of problem.capacities ?? [])
    if (capacity.slot === slot)
      most = Math.min(most, limit(kind === 'table' ? capacity.table : capacity.online, Infinity))
  return most
}

function dearestPair(interpreter: ScheduleInterpreter, pairPrice: ReadonlyMap<string, number>): number {
  let dearest = 0
  for (const [pair, price] of pairPrice) if (price > dearest && serves(interpreter, pair)) dearest = price
  return dearest
}

/** Working every available slot but those of the rest that must follow `maxConsecutiveSlots` in a row. */
function meetingsOfInterpreter(problem: ScheduleProblem, interpreter: ScheduleInterpreter): number {
  const available = new Set(interpreter.availableSlots)
  const inRow = new Map<string, number>()
  const most = limit(interpreter.maxConsecutiveSlots, Infinity)
  let total = 0
  for (const slot of problem.slots) {
    const run = inRow.get(slot.day) ?? 0
    const works = available.has(slot.id) && run < most
    inRow.set(slot.day, works ? run + 1 : 0)
    if (works) total++
  }
  return Math.min(total, limit(interpreter.maxMeetings, Infinity))
}
