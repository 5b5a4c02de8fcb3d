import { type CompiledProblem, NO_LIMIT, PLACE_KINDS } from './compile.ts'
import { type LinearLimits, LinearModelBuilder, type LinearSolver } from './linear-model.ts'

/**
 * A lower bound of the breaks from the seats alone, after the column generation of Gilmore and Gomory for cutting stock.
 * At most 2 × places people sit at once, so the runs of all people (meetings in a row) can be dealt to that many chairs,
 * no two runs on one chair at a time. A price for each length of run makes a bound: whoever holds d meetings pays at
 * least the cheapest way to cut d into runs, a break for each cut; a chair earns at most the dearest set of runs that
 * fits into its day.
 */
interface SeatGroup {
  /** Chairs of the group on each day, and how many slots each day has. */
  readonly chairs: readonly number[]
  readonly lengths: readonly number[]
  /** How many people hold between `least` and `most` meetings; for some breaks do not count. */
  readonly people: readonly SeatedPerson[]
}

interface SeatedPerson {
  readonly least: number
  readonly most: number
  readonly mayBreak: boolean
}

/**
 * Groups of people no two of whom can meet each other take one chair a meeting; where the requests allow no such split
 * all sit in one group of two chairs a meeting. `fates`: requests that are held in all (1) or none (-1) of the schedules
 * in question.
 */
function seatGroups(problem: CompiledProblem, fates: Int8Array): SeatGroup[] {
  if (problem.momentsOf !== null) return []
  const places = placesOfDays(problem)
  if (places.some((count) => count >= NO_LIMIT)) return []
  const colours = twoColours(problem, fates)
  const people = problem.requestsOf.map((_, p) => seatedPerson(problem, fates, p))
  const lengths = Array.from({ length: problem.dayCount }, () => 0)
  for (let t = 0; t < problem.slotCount; t++) lengths[problem.dayOf[t]!]!++
  if (colours === null) return [{ chairs: places.map((count) => 2 * count), lengths, people }]
  return [0, 1].map((colour) => ({
    chairs: places,
    lengths,
    people: people.filter((_, p) => colours[p] === colour),
  }))
}

function placesOfDays({ slotCount, dayCount, dayOf, capacityAt, kind }: CompiledProblem): number[] {
  const places = Array.from({ length: dayCount }, () => 0)
  for (let t = 0; t < slotCount; t++) {
    let count = 0
    for (let k = 0; k < PLACE_KINDS.length; k++) if (kind.includes(k)) count += capacityAt[k * slotCount + t]!
    places[dayOf[t]!] = Math.max(places[dayOf[t]!]!, count)
  }
  return places
}

/** A colour for everybody so that no possible meeting joins two of one colour; null when there is none. */
function twoColours(
  { participantCount, requestsOf, host, guest }: CompiledProblem,
  fates: Int8Array,
): Int8Array | null {
  const colours = new Int8Array(participantCount).fill(-1)
  for (let first = 0; first < participantCount; first++) {
    if (colours[first]! >= 0) continue
    colours[first] = 0
    const waiting = [first]
    for (let p = waiting.pop(); p !== undefined; p = waiting.pop())
      for (const r of requestsOf[p]!) {
        if (fates[r]! < 0) continue
        const other = host[r] === p ? guest[r]! : host[r]!
        if (colours[other] === colours[p]) return null
        if (colours[other]! >= 0) continue
        colours[other] = 1 - colours[p]!
        waiting.push(other)
      }
  }
  return colours
}

function seatedPerson(problem: CompiledProblem, fates: Int8Array, p: number): SeatedPerson {
  const { slotCount, delegates, maxMeetings, requestsOf, availableAt, dayOf, nextAvailableAt } = problem
  const those = requestsOf[p]!
  const least = those.filter((r) => fates[r] === 1).length
  let open = 0
  let isWhole = true
  for (let t = 0; t < slotCount; t++) {
    if (availableAt[p * slotCount + t] === 0) continue
    open++
    // Away between two slots of a day: a meeting before and one after are no break, though they are two runs.
    const next = nextAvailableAt[p * slotCount + t]!
    for (let o = t + 1; o < next; o++) if (dayOf[o] === dayOf[t]) isWhole = false
  }
  const most = Math.min(maxMeetings[p]!, open * delegates[p]!, those.filter((r) => fates[r]! >= 0).length)
  return { least: Math.min(least, most), most, mayBreak: delegates[p]! > 1 || !isWhole }
}

/** Prices of runs by length (index 0 unused) for each group, and the breaks they prove. */
export interface SeatBound {
  readonly runPrices: readonly (readonly number[])[]
  readonly breaks: number
}

/** Multiples of this are exact in sums and short in a file. */
const UNIT = 2 ** -12

/** The best prices by an injected solver: the breaks of every schedule that the fates allow are at least these. */
export function boundBySeats(
  problem: CompiledProblem,
  fates: Int8Array,
  solver: LinearSolver,
  limits: LinearLimits,
): SeatBound {
  const priced = seatGroups(problem, fates).map((group) => {
    const runPrices = (solvePrices(group, solver, limits) ?? []).map((price) => Math.round(price / UNIT) * UNIT)
    return { runPrices, breaks: Math.ceil(seatBound(group, runPrices) - 1e-9) }
  })
  return {
    runPrices: priced.map(({ runPrices }) => runPrices),
    breaks: priced.reduce((sum, { breaks }) => sum + Math.max(0, breaks), 0),
  }
}

/** What the prices prove: the sum of everybody's cheapest cut less what the chairs can earn at most. */
function seatBound({ chairs, lengths, people }: SeatGroup, runPrices: readonly number[]): number {
  const longest = Math.max(0, ...lengths)
  const most = Math.max(0, ...people.map((person) => person.most))
  const earned = dearestSets(runPrices, longest)
  const cut = cheapestCuts(runPrices, longest, most, lengths.length, 1)
  const free = cheapestCuts(runPrices, longest, most, lengths.length, 0)
  let total = 0
  for (const { least, most: upTo, mayBreak } of people) {
    let cheapest = Infinity
    for (let d = least; d <= upTo; d++) cheapest = Math.min(cheapest, (mayBreak ? free : cut)[d]!)
    if (cheapest < Infinity) total += cheapest
  }
  lengths.forEach((length, day) => {
    total -= chairs[day]! * earned[length]!
  })
  return total
}

/** By length of the day: the most that runs on one chair can be worth. */
function dearestSets(runPrices: readonly number[], longest: number): number[] {
  const best = Array.from({ length: longest + 1 }, () => 0)
  for (let length = 1; length <= longest; length++) {
    best[length] = best[length - 1]!
    for (let run = 1; run <= length; run++)
      best[length] = Math.max(best[length]!, best[length - run]! + (runPrices[run] ?? 0))
  }
  return best
}

/** By number of meetings: the least that runs on up to `days` days cost, each run after the first of a day a break. */
function cheapestCuts(
  runPrices: readonly number[],
  longest: number,
  most: number,
  days: number,
  breakCost: number,
): number[] {
  const ofDay = Array.from({ length: most + 1 }, () => Infinity)
  ofDay[0] = -breakCost
  for (let d = 1; d <= Math.min(most, longest); d++)
    for (let run = 1; run <= d; run++)
      ofDay[d] = Math.min(ofDay[d]!, ofDay[d - run]! + (runPrices[run] ?? 0) + breakCost)
  ofDay[0] = 0
  let cheapest = ofDay.slice()
  for (let day = 1; day < days; day++)
    cheapest = cheapest.map((_, d) => {
      let least = Infinity
      for (let today = 0; today <= d; today++) least = Math.min(least, ofDay[today]! + cheapest[d - today]!)
      return least
    })
  return cheapest
}

/** The linear program behind `seatBound`, its dynamic programs unrolled. */
function solvePrices(
  { chairs, lengths, people }: SeatGroup,
  solver: LinearSolver,
  limits: LinearLimits,
): number[] | null {
  const longest = Math.max(0, ...lengths)
  const most = Math.min(longest * lengths.length, Math.max(0, ...people.map((person) => person.most)))
  if (longest === 0 || most === 0) return null
  const model = new LinearModelBuilder()
  const price = Array.from({ length: longest + 1 }, (_, run) => (run === 0 ? -1 : model.column(0, -LIMIT, LIMIT)))
  const earned = Array.from({ length: longest + 1 }, (_, length) =>
    model.column(
      lengths.reduce((sum, day, at) => (day === length ? sum + chairs[at]! : sum), 0),
      0,
      length === 0 ? 0 : Infinity,
    ),
  )
  for (let length = 1; length <= longest; length++) {
    model.row(0, Infinity, [earned[length]!, 1, earned[length - 1]!, -1])
    for (let run = 1; run <= length; run++)
      model.row(0, Infinity, [earned[length]!, 1, earned[length - run]!, -1, price[run]!, -1])
  }
  const cuts = [1, 0].map((breakCost) => cutColumns(model, price, longest, most, lengths.length, breakCost))
  const alike = Map.groupBy(people, ({ least, most: upTo, mayBreak }) => `${least} ${upTo} ${mayBreak}`)
  for (const [first, ...more] of alike.values()) {
    const pays = model.column(-1 - more.length, -Infinity, Infinity)
    const columns = cuts[first!.mayBreak ? 1 : 0]!
    for (let d = first!.least; d <= Math.min(most, first!.most); d++)
      model.row(0, Infinity, d === 0 ? [pays, -1] : [columns[d]!, 1, pays, -1])
  }
  const { columns } = solver(model.build(), limits)
  return columns === null ? null : price.map((column) => (column < 0 ? 0 : columns[column]!))
}

/** Prices beyond a handful of breaks never help. */
const LIMIT = 64

/** Columns for the cheapest cut of d meetings, held down by every last run and every last day. */
function cutColumns(
  model: LinearModelBuilder,
  price: readonly number[],
  longest: number,
  most: number,
  days: number,
  breakCost: number,
): number[] {
  const free = (): number => model.column(0, -Infinity, Infinity)
  const ofDay = Array.from({ length: Math.min(longest, most) + 1 }, (_, d) => (d === 0 ? -1 : free()))
  for (let d = 1; d < ofDay.length; d++) {
    model.row(-Infinity, 0, [ofDay[d]!, 1, price[d]!, -1])
    for (let run = 1; run < d; run++)
      model.row(-Infinity, breakCost, [ofDay[d]!, 1, ofDay[d - run]!, -1, price[run]!, -1])
  }
  let cheapest = ofDay
  for (let day = 1; day < days; day++) {
    const before = cheapest
    const reach = Math.min(most, longest * (day + 1))
    cheapest = Array.from({ length: reach + 1 }, (_, d) => (d === 0 ? -1 : free()))
    for (let d = 1; d <= reach; d++)
      for (let today = Math.max(0, d - before.length + 1); today <= Math.min(d, ofDay.length - 1); today++) {
        const [a, b] = [ofDay[today]!, before[d - today]!]
        const parts = a === b ? [a, -2] : [a, -1, b, -1].filter((_, at, those) => those[at - (at % 2)]! >= 0)
        model.row(-Infinity, 0, [cheapest[d]!, 1, ...(a < 0 && b < 0 ? [] : parts)])
      }
  }
  return cheapest
}
