import type { ScheduleParticipant, ScheduleProblem, ScheduleRequest } from './problem.ts'

/** A request that could be held, and what the prices of the weight say: in every best schedule (1), in none (-1), open (0). */
export interface FatedRequest {
  readonly request: ScheduleRequest
  readonly fate: -1 | 0 | 1
}

/** Meetings at once in a slot, of the kinds that any request asks for; Infinity where nothing limits them. */
type PlacesIn = (slot: string) => number

/**
 * Breaks that no schedule of the best weight can avoid, from prices of runs alone. The argument: people who never meet
 * each other take one chair a meeting, others two, so their runs of meetings fit on that many chairs a day. At any
 * prices of runs a chair earns at most the dearest set of runs that fits into its day, and somebody with d meetings
 * pays at least for the cheapest way to cut d into runs, where each cut within a day is a break.
 */
export function provenBreaks(
  problem: ScheduleProblem,
  fated: readonly FatedRequest[],
  placesIn: PlacesIn,
  runPrices: readonly (readonly number[])[],
): number {
  if (slotsMayOverlap(problem) || runPrices.flat().some((price) => !Number.isFinite(price))) return 0
  const days = [...Map.groupBy(problem.slots, (slot) => slot.day).values()]
  const places = days.map((slots) => Math.max(...slots.map((slot) => placesIn(slot.id))))
  if (places.some((count) => !Number.isFinite(count))) return 0
  const lengths = days.map((slots) => slots.length)
  const groups = splitInTwo(problem, fated) ?? [problem.participants]
  const chairsAMeeting = groups.length === 1 ? 2 : 1
  let total = 0
  groups.forEach((people, at) => {
    const prices = runPrices[at] ?? []
    const [strict, lenient] = [true, false].map((countsBreaks) => cheapestCuts(prices, lengths, countsBreaks))
    let bound = 0
    for (const person of people) bound += leastPaid(problem, person, fated, strict!, lenient!)
    lengths.forEach((length, day) => {
      bound -= chairsAMeeting * places[day]! * dearestSet(prices, length)
    })
    total += Math.max(0, Math.ceil(bound - 1e-9))
  })
  return total
}

/** Buffers and overlaps let breaks vanish in ways that runs on chairs do not see. */
export function slotsMayOverlap({ slots, bufferMinutes = 0 }: ScheduleProblem): boolean {
  const spans = slots.flatMap(({ startsAt, endsAt, bufferMinutes: own }) =>
    startsAt === undefined || endsAt === undefined
      ? []
      : [{ from: Date.parse(startsAt), to: Date.parse(endsAt) + (own ?? bufferMinutes) * 60_000 }],
  )
  return spans.some((a, at) => spans.some((b, other) => other > at && a.from < b.to && b.from < a.to))
}

/** The participants in two halves, no possible meeting within one; null when there is no such split. */
function splitInTwo(problem: ScheduleProblem, fated: readonly FatedRequest[]): ScheduleParticipant[][] | null {
  const partners = new Map<string, string[]>()
  for (const { request, fate } of fated) {
    if (fate < 0) continue
    partners.set(request.host, [...(partners.get(request.host) ?? []), request.guest])
    partners.set(request.guest, [...(partners.get(request.guest) ?? []), request.host])
  }
  const half = new Map<string, number>()
  for (const { id } of problem.participants.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    if (half.has(id)) continue
    half.set(id, 0)
    const reached = [id]
    for (const one of reached)
      for (const other of partners.get(one) ?? []) {
        if (half.get(other) === half.get(one)) return null
        if (half.has(other)) continue
        half.set(other, 1 - half.get(one)!)
        reached.push(other)
      }
  }
  return [0, 1].map((which) => problem.participants.filter(({ id }) => half.get(id) === which))
}

/** The cheapest that the person can get away with, whatever it holds of what is open. */
function leastPaid(
  problem: ScheduleProblem,
  person: ScheduleParticipant,
  fated: readonly FatedRequest[],
  strict: (meetings: number) => number,
  lenient: (meetings: number) => number,
): number {
  const own = fated.filter(({ request }) => request.host === person.id || request.guest === person.id)
  const delegates = person.delegates ?? 1
  const open = new Set(person.availableSlots)
  const most = Math.min(
    own.filter(({ fate }) => fate >= 0).length,
    problem.slots.filter((slot) => open.has(slot.id)).length * delegates,
    person.maxMeetings ?? Infinity,
  )
  const least = Math.min(most, own.filter(({ fate }) => fate === 1).length)
  const pays = delegates > 1 || isAwayBetween(problem, open) ? lenient : strict
  return Math.min(...Array.from({ length: most - least + 1 }, (_, at) => pays(least + at)))
}

/** Away between two slots of a day: what lies on both sides of that is no break, though it is two runs. */
function isAwayBetween({ slots }: ScheduleProblem, open: ReadonlySet<string>): boolean {
  return [...Map.groupBy(slots, (slot) => slot.day).values()].some((ofDay) => {
    const shape = ofDay.map((slot) => (open.has(slot.id) ? '1' : '0')).join('')
    return shape.replace(/^0+|0+$/g, '').includes('0')
  })
}

function dearestSet(prices: readonly number[], length: number): number {
  const worth = [0]
  for (let used = 1; used <= length; used++)
    worth.push(Math.max(worth[used - 1]!, ...worth.map((before, rest) => before + (prices[used - rest] ?? 0))))
  return worth[length]!
}

/** What d meetings cost at least, spread over the days: their runs' prices, and 1 for each cut within a day. */
function cheapestCuts(
  prices: readonly number[],
  lengths: readonly number[],
  countsBreaks: boolean,
): (meetings: number) => number {
  const longest = Math.max(...lengths)
  const inDay = [0]
  for (let d = 1; d <= longest; d++) {
    const firstRun = prices[d] ?? 0
    const more = Array.from({ length: d - 1 }, (_, at) => inDay[d - at - 1]! + (prices[at + 1] ?? 0))
    inDay.push(Math.min(firstRun, ...more.map((cost) => cost + (countsBreaks ? 1 : 0))))
  }
  let spread = inDay
  for (let day = 1; day < lengths.length; day++)
    spread = Array.from({ length: spread.length + longest }, (_, d) =>
      Math.min(...inDay.map((cost, today) => cost + (spread[d - today] ?? Infinity))),
    )
  return (meetings) => spread[meetings] ?? Infinity
}
