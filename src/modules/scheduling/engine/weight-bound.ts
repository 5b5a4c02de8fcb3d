import { type CompiledProblem, NO_LIMIT, PLACE_KINDS } from './compile.ts'
import { type LinearLimits, LinearModelBuilder, type LinearSolver } from './linear-model.ts'
import type { BoundCertificate } from './solution.ts'

/** Prices of the dual: see `BoundCertificate`. */
export interface Prices {
  readonly participants: Float64Array
  readonly kinds: Float64Array
  readonly languages: Float64Array
  readonly windows: readonly WindowPrice[]
}

/**
 * A price only for meetings that cannot take place outside the slots `from` … `to`: participants (or places)
 * that are open for a part of the programme are scarcer than their total says.
 */
export interface WindowPrice {
  readonly of: 'participant' | 'kind'
  readonly at: number
  readonly from: number
  readonly to: number
  readonly price: number
}

/** What the relaxation limits: meetings per participant, per kind of place and per interpreter over all slots. */
export interface Supplies {
  readonly participants: Float64Array
  readonly kinds: Float64Array
  readonly interpreters: Float64Array
  /** 1: pinned and therefore held; -1: cannot be held beside the pins, or at all; 0: open. */
  readonly fate: Int8Array
}

/** Most meetings somebody with these free slots can hold when `most` in a row need one slot of rest. */
function restedSlots(problem: CompiledProblem, i: number): number {
  const { slotCount, interpreterAvailableAt, maxConsecutive, nextOfDay, previousOfDay } = problem
  let total = 0
  for (let first = 0; first < slotCount; first++) {
    if (previousOfDay[first]! >= 0) continue
    let run = 0
    for (let t = first; t >= 0; t = nextOfDay[t]!) {
      const works = interpreterAvailableAt[i * slotCount + t] === 1 && run < maxConsecutive[i]!
      run = works ? run + 1 : 0
      if (works) total++
    }
  }
  return total
}

/** `isHeld` answers, for pinned requests, whether the pin could be honoured. */
export function findSupplies(problem: CompiledProblem, isHeld: (r: number) => boolean): Supplies {
  const { slotCount, participantCount, interpreterCount } = problem
  const participants = new Float64Array(participantCount)
  const usable = new Uint8Array(slotCount)
  for (let p = 0; p < participantCount; p++) {
    usable.fill(0)
    for (const r of problem.requestsOf[p]!) for (const t of problem.candidateSlots[r]!) usable[t] = 1
    let count = 0
    for (let t = 0; t < slotCount; t++) count += usable[t]!
    participants[p] = Math.min(problem.maxMeetings[p]!, count * problem.delegates[p]!)
  }
  const kinds = Float64Array.from(PLACE_KINDS, (_, k) => {
    let total = 0
    for (let t = 0; t < slotCount; t++) total += problem.capacityAt[k * slotCount + t]!
    return Math.min(total, NO_LIMIT)
  })
  const interpreters = new Float64Array(interpreterCount)
  for (let i = 0; i < interpreterCount; i++)
    interpreters[i] = Math.min(problem.interpreterMaxMeetings[i]!, restedSlots(problem, i))
  const fate = Int8Array.from(problem.requests, (_, r) => {
    if (problem.impossible[r] !== null) return -1
    return problem.pinSlot[r]! < 0 ? 0 : isHeld(r) ? 1 : -1
  })
  return { participants, kinds, interpreters, fate }
}

/** Value of the dual: no set of meetings within the supplies weighs more. */
export function dualValue(problem: CompiledProblem, worth: Float64Array, supplies: Supplies, prices: Prices): number {
  let value = 0
  for (const window of prices.windows) value += window.price * windowSupply(problem, window)
  for (let p = 0; p < problem.participantCount; p++) value += prices.participants[p]! * supplies.participants[p]!
  for (let k = 0; k < PLACE_KINDS.length; k++) value += prices.kinds[k]! * supplies.kinds[k]!
  const dearest = new Float64Array(problem.interpreterCount)
  problem.interpretersOf.forEach((able, l) => {
    for (const i of able) if (prices.languages[l]! > dearest[i]!) dearest[i] = prices.languages[l]!
  })
  for (let i = 0; i < problem.interpreterCount; i++) value += dearest[i]! * supplies.interpreters[i]!
  const rest = surpluses(problem, worth, prices)
  for (let r = 0; r < rest.length; r++) {
    const fate = supplies.fate[r]!
    if (fate === 1 || (fate === 0 && rest[r]! > 0)) value += rest[r]!
  }
  return value
}

/** Most meetings of the participant or kind of place within the window. */
function windowSupply(problem: CompiledProblem, { of, at, from, to }: Omit<WindowPrice, 'price'>): number {
  const { slotCount, availableAt, capacityAt, delegates } = problem
  let total = 0
  for (let t = from; t <= to; t++)
    total += of === 'kind' ? capacityAt[at * slotCount + t]! : availableAt[at * slotCount + t]! * delegates[at]!
  return of === 'kind' ? total : Math.min(total, problem.maxMeetings[at]!)
}

/** What each request is worth beyond all prices it would pay. */
export function surpluses(problem: CompiledProblem, worth: Float64Array, prices: Prices): Float64Array {
  const rest = worth.map((_, r) => surplus(problem, worth, prices, r))
  if (prices.windows.length === 0) return rest
  const byKind = PLACE_KINDS.map((_, k) => prices.windows.filter((w) => w.of === 'kind' && w.at === k))
  for (let r = 0; r < rest.length; r++)
    for (const window of byKind[problem.kind[r]!]!) if (isWithin(problem, r, window)) rest[r]! -= window.price
  for (const window of prices.windows)
    if (window.of === 'participant')
      for (const r of problem.requestsOf[window.at]!) if (isWithin(problem, r, window)) rest[r]! -= window.price
  return rest
}

/** True when r cannot take place outside the window. */
function isWithin(problem: CompiledProblem, r: number, { from, to }: Omit<WindowPrice, 'price'>): boolean {
  const slots = problem.candidateSlots[r]!
  return slots.length > 0 && slots[0]! >= from && slots[slots.length - 1]! <= to
}

function surplus(problem: CompiledProblem, worth: Float64Array, prices: Prices, r: number): number {
  if (problem.host[r]! < 0) return 0
  const l = problem.language[r]!
  return (
    worth[r]! -
    prices.participants[problem.host[r]!]! -
    prices.participants[problem.guest[r]!]! -
    prices.kinds[problem.kind[r]!]! -
    (l >= 0 ? prices.languages[l]! : 0)
  )
}

/**
 * Coordinate descent on the dual smoothed by entropy: each price in turn is set so that its supply is just
 * used up, at falling smoothing; the prices, rounded to halves, are a bound that re-checks exactly.
 */
export class DualAscent {
  best: Prices
  bestValue: number
  private readonly problem: CompiledProblem
  private readonly worth: Float64Array
  private readonly supplies: Supplies
  private readonly prices: Prices
  private readonly groups: { table: Float64Array; at: number; supply: number; members: Int32Array }[] = []
  private smoothing: number

  constructor(problem: CompiledProblem, worth: Float64Array, supplies: Supplies) {
    this.problem = problem
    this.worth = worth
    this.supplies = supplies
    this.prices = {
      participants: new Float64Array(problem.participantCount),
      kinds: new Float64Array(PLACE_KINDS.length),
      languages: new Float64Array(problem.languagePairs.length),
      windows: [],
    }
    let heaviest = 1
    for (const value of worth) if (value > heaviest) heaviest = value
    this.smoothing = heaviest / 4
    this.listGroups()
    this.best = roundPrices(this.prices)
    this.bestValue = dualValue(problem, worth, supplies, this.best)
  }

  private listGroups(): void {
    const { problem, supplies, prices } = this
    const add = (table: Float64Array, at: number, supply: number, members: Int32Array): void => {
      const taken = members.filter((r) => supplies.fate[r] === 1).length
      const open = members.filter((r) => supplies.fate[r] === 0)
      if (open.length > supply - taken) this.groups.push({ table, at, supply: supply - taken, members: open })
    }
    for (let p = 0; p < problem.participantCount; p++)
      add(prices.participants, p, supplies.participants[p]!, problem.requestsOf[p]!)
    const all = Int32Array.from(problem.requests.keys())
    for (let k = 0; k < PLACE_KINDS.length; k++)
      add(
        prices.kinds,
        k,
        supplies.kinds[k]!,
        all.filter((r) => problem.kind[r] === k),
      )
    // Supply of one pair alone; what pairs share is settled by `shareLanguages`.
    for (let l = 0; l < problem.languagePairs.length; l++) {
      let supply = 0
      for (const i of problem.interpretersOf[l]!) supply += supplies.interpreters[i]!
      add(
        prices.languages,
        l,
        supply,
        all.filter((r) => problem.language[r] === l),
      )
    }
  }

  /** One round over all prices; false once the smoothing has become too small to matter. */
  sweep(): boolean {
    for (const group of this.groups) this.settle(group)
    const candidate = roundPrices(this.prices)
    const value = dualValue(this.problem, this.worth, this.supplies, candidate)
    if (value < this.bestValue) {
      this.bestValue = value
      this.best = candidate
    }
    this.smoothing *= 0.85
    return this.smoothing > 0.02
  }

  private settle(group: { table: Float64Array; at: number; supply: number; members: Int32Array }): void {
    const { table, at, supply, members } = group
    const { problem, worth, prices, smoothing } = this
    const former = table[at]!
    const worths = members.length <= this.buffer.length ? this.buffer : (this.buffer = new Float64Array(members.length))
    let low = 0
    let high = 0
    for (let m = 0; m < members.length; m++) {
      const value = surplus(problem, worth, prices, members[m]!) + former
      worths[m] = value
      if (value > high) high = value
    }
    high += smoothing
    const demand = (price: number): number => {
      let total = 0
      for (let m = 0; m < members.length; m++) total += 1 / (1 + Math.exp((price - worths[m]!) / smoothing))
      return total
    }
    if (demand(0) <= supply) {
      table[at] = 0
      return
    }
    for (let round = 0; round < 12; round++) {
      const middle = (low + high) / 2
      if (demand(middle) > supply) low = middle
      else high = middle
    }
    table[at] = (low + high) / 2
  }

  private buffer = new Float64Array(64)
}

type Window = Omit<WindowPrice, 'price'>

const WINDOW_ROUNDS = 8

/**
 * Exact prices from an injected solver: the linear program of the relaxation, solved again with every window
 * that its answer overfills until none is; null when the solver gave up. Rounded to halves where that costs nothing.
 */
export function solvePrices(
  problem: CompiledProblem,
  worth: Float64Array,
  supplies: Supplies,
  solver: LinearSolver,
  limits: LinearLimits & { readonly mayGoOn: () => boolean },
): Prices | null {
  const windows: Window[] = []
  let best: Prices | null = null
  for (let round = 0; round < WINDOW_ROUNDS; round++) {
    const answer = solveRelaxation(problem, worth, supplies, solver, limits, windows)
    if (answer === null) break
    best = answer.prices
    const overfilled = findOverfilled(problem, answer.amounts)
    if (overfilled.length === 0 || !limits.mayGoOn()) break
    windows.push(...overfilled)
  }
  if (best === null) return null
  const rounded = roundPrices(best)
  const gap = dualValue(problem, worth, supplies, rounded) - dualValue(problem, worth, supplies, best)
  return gap <= 1e-6 ? rounded : best
}

function solveRelaxation(
  problem: CompiledProblem,
  worth: Float64Array,
  supplies: Supplies,
  solver: LinearSolver,
  limits: LinearLimits,
  windows: readonly Window[],
): { prices: Prices; amounts: Float64Array } | null {
  const model = new LinearModelBuilder()
  const column = Int32Array.from(worth, (value, r) => {
    const fate = supplies.fate[r]!
    return fate < 0 ? -1 : model.column(-value, fate, 1)
  })
  const possible = Int32Array.from(column.keys()).filter((r) => column[r]! >= 0)
  const limitRow = (members: Int32Array, supply: number): number =>
    members.length > supply
      ? model.row(
          -Infinity,
          supply,
          [...members].flatMap((r) => [column[r]!, 1]),
        )
      : -1
  const ofParticipant = (p: number): Int32Array => problem.requestsOf[p]!.filter((r) => column[r]! >= 0)
  const ofKind = (k: number): Int32Array => possible.filter((r) => problem.kind[r] === k)
  const participantRow = Int32Array.from(problem.requestsOf, (_, p) =>
    limitRow(ofParticipant(p), supplies.participants[p]!),
  )
  const kindRow = PLACE_KINDS.map((_, k) => limitRow(ofKind(k), supplies.kinds[k]!))
  const windowRow = windows.map((window) => {
    const members = window.of === 'kind' ? ofKind(window.at) : ofParticipant(window.at)
    return limitRow(
      members.filter((r) => isWithin(problem, r, window)),
      windowSupply(problem, window),
    )
  })
  const share = problem.languagePairs.map((): number[] => [])
  for (let i = 0; i < problem.interpreterCount; i++) {
    const own: number[] = []
    problem.interpretersOf.forEach((able, l) => {
      if (!able.includes(i)) return
      const used = model.column(0, 0, Infinity)
      own.push(used, 1)
      share[l]!.push(used, -1)
    })
    if (own.length > 0) model.row(-Infinity, supplies.interpreters[i]!, own)
  }
  const languageRow = problem.languagePairs.map((_, l) =>
    model.row(
      -Infinity,
      0,
      Array.from(
        possible.filter((r) => problem.language[r] === l),
        (r) => [column[r]!, 1],
      )
        .flat()
        .concat(share[l]!),
    ),
  )
  const { columns, rowDuals } = solver(model.build(), limits)
  if (rowDuals === null || columns === null) return null
  const priceOf = (row: number): number => (row < 0 ? 0 : Math.max(0, -rowDuals[row]!))
  return {
    prices: {
      participants: Float64Array.from(participantRow, priceOf),
      kinds: Float64Array.from(kindRow, priceOf),
      languages: Float64Array.from(languageRow, priceOf),
      windows: windows.flatMap((window, at) =>
        priceOf(windowRow[at]!) > 0 ? [{ ...window, price: priceOf(windowRow[at]!) }] : [],
      ),
    },
    amounts: Float64Array.from(column, (at) => (at < 0 ? 0 : columns[at]!)),
  }
}

/** Of each participant and kind the window that the amounts overfill most. */
function findOverfilled(problem: CompiledProblem, amounts: Float64Array): Window[] {
  const found: Window[] = []
  for (let p = 0; p < problem.participantCount; p++)
    addOverfilled(problem, amounts, 'participant', p, problem.requestsOf[p]!, found)
  const all = Int32Array.from(amounts.keys())
  PLACE_KINDS.forEach((_, k) =>
    addOverfilled(
      problem,
      amounts,
      'kind',
      k,
      all.filter((r) => problem.kind[r] === k),
      found,
    ),
  )
  return found
}

function addOverfilled(
  problem: CompiledProblem,
  amounts: Float64Array,
  of: Window['of'],
  at: number,
  members: Int32Array,
  found: Window[],
): void {
  const { slotCount } = problem
  // Amount by first and last possible slot, then summed over all windows inside [from, to].
  const inside = new Float64Array((slotCount + 1) * slotCount)
  for (const r of members) {
    const slots = problem.candidateSlots[r]!
    if (amounts[r]! > 0 && slots.length > 0) inside[slots[0]! * slotCount + slots[slots.length - 1]!]! += amounts[r]!
  }
  let worst: Window | null = null
  let most = 1e-4
  for (let from = slotCount - 1; from >= 0; from--) {
    let row = 0
    for (let to = from; to < slotCount; to++) {
      row += inside[from * slotCount + to]!
      inside[from * slotCount + to] = row + inside[(from + 1) * slotCount + to]!
      const excess = inside[from * slotCount + to]! - windowSupply(problem, { of, at, from, to })
      if (excess > most) {
        most = excess
        worst = { of, at, from, to }
      }
    }
  }
  if (worst !== null) found.push(worst)
}

/** To halves: relaxations of pairings have half-integral optimal prices, and sums of halves are exact. */
function roundPrices(prices: Prices): Prices {
  const halves = (table: Float64Array): Float64Array => table.map((price) => Math.round(price * 2) / 2)
  return {
    participants: halves(prices.participants),
    kinds: halves(prices.kinds),
    languages: halves(prices.languages),
    windows: prices.windows.flatMap((w) => (w.price < 0.25 ? [] : [{ ...w, price: Math.round(w.price * 2) / 2 }])),
  }
}

/** The prices that are not 0, by id. */
export function certificateOf(problem: CompiledProblem, mustBonus: number, prices: Prices): BoundCertificate {
  const pairs = <T extends string>(ids: readonly T[], table: Float64Array): (readonly [T, number])[] =>
    ids.map((id, at) => [id, table[at]!] as const).filter(([, price]) => price > 0)
  return {
    format: 'naru-schedule-bound/1',
    mustBonus,
    participants: pairs(problem.participantIds, prices.participants),
    places: pairs(PLACE_KINDS, prices.kinds),
    languagePairs: pairs(problem.languagePairs, prices.languages),
    windows: prices.windows.map(({ of, at, from, to, price }) => ({
      of: of === 'kind' ? 'place' : 'participant',
      id: of === 'kind' ? PLACE_KINDS[at]! : problem.participantIds[at]!,
      from: problem.slotIds[from]!,
      to: problem.slotIds[to]!,
      price,
    })),
  }
}
