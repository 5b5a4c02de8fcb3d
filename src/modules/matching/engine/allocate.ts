import { type Exposure, measureExposure } from './exposure.ts'

/** A pair that may stand on both companies' shortlists. */
export interface CandidatePair {
  readonly a: string
  readonly b: string
  /** 0..100 */
  readonly score: number
}

export interface AllocationLimits {
  /** Most pairs a company can use, for example its free timeslots. */
  readonly capacityOf: (partyId: string) => number
  /** Most shortlists one company may stand on, however wanted it is. */
  readonly exposureCap: number
}

export interface Allocation {
  /** Chosen pairs, best first. */
  readonly pairs: readonly CandidatePair[]
  readonly exposure: Exposure
  readonly totalScore: number
}

/** A company without any pair weighs more than every score: nobody stays alone while someone can be found for them. */
const FIRST_PAIR_WORTH = 200

interface Desk {
  readonly id: string
  readonly room: number
  /** Positions of candidate pairs, best first. */
  readonly candidates: number[]
  readonly chosen: Set<number>
}

/**
 * Shortlists for an event: chooses pairs so that nobody exceeds its capacity or the exposure cap, as many companies as
 * possible have a pair at all, and the sum of scores is high (capacitated b-matching). Greedy start, then exchanges
 * along chains of up to three pairs until none helps: a local optimum, not a proven one. Same input, same output;
 * equal scores go by id.
 */
export function allocate(
  partyIds: readonly string[],
  candidates: readonly CandidatePair[],
  limits: AllocationLimits,
): Allocation {
  const order = candidates
    .filter(({ a, b, score }) => score > 0 && a !== b)
    .toSorted((x, y) => y.score - x.score || compareIds(x.a, y.a) || compareIds(x.b, y.b))
  const desks = openDesks(partyIds, order, limits)
  const ends = order.map(({ a, b }) => [desks.get(a), desks.get(b)] as const)
  const state: State = { order, ends }
  order.forEach((_, pair) => {
    if (hasRoom(state, pair)) choose(state, pair)
  })
  improve(state)
  const pairs = order.filter((_, pair) => ends[pair]?.[0]?.chosen.has(pair))
  return {
    pairs,
    exposure: measureExposure(
      partyIds,
      pairs.map(({ a, b }) => [a, b]),
    ),
    totalScore: pairs.reduce((sum, { score }) => sum + score, 0),
  }
}

const compareIds = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

interface State {
  readonly order: readonly CandidatePair[]
  readonly ends: readonly (readonly [Desk | undefined, Desk | undefined])[]
}

function openDesks(
  partyIds: readonly string[],
  order: readonly CandidatePair[],
  { capacityOf, exposureCap }: AllocationLimits,
): Map<string, Desk> {
  const desks = new Map(
    partyIds.map((id): [string, Desk] => [
      id,
      { id, room: Math.max(0, Math.min(capacityOf(id), exposureCap)), candidates: [], chosen: new Set() },
    ]),
  )
  order.forEach(({ a, b }, pair) => {
    desks.get(a)?.candidates.push(pair)
    desks.get(b)?.candidates.push(pair)
  })
  return desks
}

const isChosen = ({ ends }: State, pair: number): boolean => ends[pair]?.[0]?.chosen.has(pair) === true

function hasRoom({ ends }: State, pair: number): boolean {
  const [a, b] = ends[pair] ?? []
  return a !== undefined && b !== undefined && a.chosen.size < a.room && b.chosen.size < b.room
}

function choose({ ends }: State, pair: number): void {
  for (const desk of ends[pair] ?? []) desk?.chosen.add(pair)
}

function drop({ ends }: State, pair: number): void {
  for (const desk of ends[pair] ?? []) desk?.chosen.delete(pair)
}

/** What the two ends of a pair gain by having it, or lose without it. */
function worth(state: State, pair: number, present: boolean): number {
  let value = state.order[pair]?.score ?? 0
  for (const desk of state.ends[pair] ?? []) {
    if (desk && desk.chosen.size === (present ? 1 : 0)) value += FIRST_PAIR_WORTH
  }
  return value
}

/** Takes in pairs left out where dropping the weakest pair of a full end, and filling the gap that this tears, gains. */
function improve(state: State): void {
  // Every accepted exchange raises the objective; the bound only guards against rounding.
  for (let round = 0; round < 50; round += 1) {
    let changed = false
    state.order.forEach((_, pair) => {
      if (!isChosen(state, pair) && tryExchange(state, pair)) changed = true
    })
    if (!changed) return
  }
}

function tryExchange(state: State, pair: number): boolean {
  const [a, b] = state.ends[pair] ?? []
  if (!a || !b || a.room === 0 || b.room === 0) return false
  let gain = 0
  const dropped: number[] = []
  const orphans: Desk[] = []
  for (const desk of [a, b]) {
    if (desk.chosen.size < desk.room) continue
    const weakest = weakestOf(state, desk)
    if (weakest === null) return undo(state, dropped, [])
    gain -= worth(state, weakest, true)
    const [x, y] = state.ends[weakest] ?? []
    drop(state, weakest)
    dropped.push(weakest)
    const orphan = x === desk ? y : x
    if (orphan) orphans.push(orphan)
  }
  gain += worth(state, pair, false)
  choose(state, pair)
  const added = [pair]
  for (const orphan of orphans) {
    const next = orphan.candidates.find(
      (candidate) => !isChosen(state, candidate) && !dropped.includes(candidate) && hasRoom(state, candidate),
    )
    if (next === undefined) continue
    gain += worth(state, next, false)
    choose(state, next)
    added.push(next)
  }
  return gain > 1e-9 ? true : undo(state, dropped, added)
}

function undo(state: State, dropped: readonly number[], added: readonly number[]): false {
  for (const pair of added) drop(state, pair)
  for (const pair of dropped) choose(state, pair)
  return false
}

/** The chosen pair of a desk that is missed least: low score, and no end left without any. */
function weakestOf(state: State, desk: Desk): number | null {
  let weakest: number | null = null
  let least = Infinity
  for (const pair of desk.chosen) {
    const value = worth(state, pair, true)
    if (value < least) {
      least = value
      weakest = pair
    }
  }
  return weakest
}
