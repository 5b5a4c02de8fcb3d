import { type CompiledProblem, NO_LIMIT, PLACE_KINDS } from './compile.ts'
import { type LinearLimits, type LinearModel, LinearModelBuilder, type LinearSolver } from './linear-model.ts'

/**
 * A lower bound of the breaks of any schedule that holds all musts and weighs at least `weight`, from a
 * relaxation: who is present in which slot, pairs counted per slot, everybody present with a partner that is
 * present. Participants of several delegates are counted as present but without breaks.
 */
export function boundBreaks(
  problem: CompiledProblem,
  weight: number,
  isHeld: (r: number) => boolean,
  solver: LinearSolver,
  limits: LinearLimits,
): number {
  if (problem.momentsOf !== null) return 0
  const { bound, status } = solver(presenceModel(problem, weight, isHeld), limits)
  return status === 'infeasible' || bound === -Infinity ? 0 : Math.max(0, Math.ceil(bound - 1e-6))
}

function presenceModel(problem: CompiledProblem, weight: number, isHeld: (r: number) => boolean): LinearModel {
  const { slotCount, participantCount } = problem
  const model = new LinearModelBuilder()
  const held = Int32Array.from(problem.requests, (_, r) => {
    if (problem.impossible[r] !== null || (problem.pinSlot[r]! >= 0 && !isHeld(r))) return -1
    return model.column(0, problem.must[r]! === 1 || problem.pinSlot[r]! >= 0 ? 1 : 0, 1, true)
  })
  const chosen = (those: Iterable<number>, value: (r: number) => number): number[] =>
    [...those].flatMap((r) => (held[r]! < 0 ? [] : [held[r]!, value(r)]))
  model.row(
    weight,
    Infinity,
    chosen(held.keys(), (r) => problem.weight[r]!),
  )
  const present = new Int32Array(participantCount * slotCount).fill(-1)
  for (let p = 0; p < participantCount; p++) {
    addPresence(problem, model, present, p)
    const slots = present.subarray(p * slotCount, (p + 1) * slotCount)
    const here = [...slots].flatMap((column) => (column < 0 ? [] : [column, 1]))
    model.row(0, 0, [...here, ...chosen(problem.requestsOf[p]!, () => -1)])
    model.row(-Infinity, problem.maxMeetings[p]! === NO_LIMIT ? Infinity : problem.maxMeetings[p]!, here)
  }
  for (let t = 0; t < slotCount; t++) addPairs(problem, model, present, t)
  addInterpreters(problem, model, chosen)
  return model.build()
}

/** Presence of p in each slot it can use, starts of its runs, and breaks = runs - 1 on each day it comes. */
function addPresence(problem: CompiledProblem, model: LinearModelBuilder, present: Int32Array, p: number): void {
  const { slotCount, delegates, dayOf, previousAvailableAt, requestsOf, candidateSlots, availableAt } = problem
  const usable = new Set<number>()
  for (const r of requestsOf[p]!) for (const t of candidateSlots[r]!) usable.add(t)
  const startsOf = new Map<number, number[]>()
  for (let t = 0; t < slotCount; t++) {
    if (availableAt[p * slotCount + t] === 0 || !usable.has(t)) continue
    const column = model.column(0, 0, delegates[p]!, true)
    present[p * slotCount + t] = column
    if (delegates[p] !== 1) continue
    const start = model.column(1, 0, 1)
    const previous = previousAvailableAt[p * slotCount + t]!
    const before = previous < 0 ? -1 : present[p * slotCount + previous]!
    model.row(0, Infinity, before < 0 ? [start, 1, column, -1] : [start, 1, column, -1, before, 1])
    const starts = startsOf.get(dayOf[t]!) ?? []
    starts.push(start, 1)
    startsOf.set(dayOf[t]!, starts)
  }
  for (const starts of startsOf.values()) model.row(0, Infinity, [...starts, model.column(-1, 0, 1), -1])
}

/** Those present in t come in pairs, no more than there are places, and each finds a partner. */
function addPairs(problem: CompiledProblem, model: LinearModelBuilder, present: Int32Array, t: number): void {
  const { slotCount, participantCount, capacityAt, requestsOf, host, guest, candidateSlots } = problem
  let capacity = 0
  for (let k = 0; k < PLACE_KINDS.length; k++) {
    const isUsed = problem.kind.some((kind, r) => kind === k && candidateSlots[r]!.includes(t))
    if (isUsed) capacity += Math.min(NO_LIMIT, capacityAt[k * slotCount + t]!)
  }
  const pairs = model.column(0, 0, Math.min(capacity, participantCount * slotCount), true)
  const all: number[] = [pairs, -2]
  for (let p = 0; p < participantCount; p++) {
    const own = present[p * slotCount + t]!
    if (own < 0) continue
    all.push(own, 1)
    const partners = new Set<number>()
    for (const r of requestsOf[p]!)
      if (candidateSlots[r]!.includes(t)) partners.add(host[r] === p ? guest[r]! : host[r]!)
    model.row(0, Infinity, [...[...partners].flatMap((o) => [present[o * slotCount + t]!, 1]), own, -1])
  }
  model.row(0, 0, all)
}

function addInterpreters(
  problem: CompiledProblem,
  model: LinearModelBuilder,
  chosen: (those: Iterable<number>, value: (r: number) => number) => number[],
): void {
  const share = problem.languagePairs.map((): number[] => [])
  for (let i = 0; i < problem.interpreterCount; i++) {
    let slots = 0
    for (let t = 0; t < problem.slotCount; t++) slots += problem.interpreterAvailableAt[i * problem.slotCount + t]!
    const own: number[] = []
    problem.interpretersOf.forEach((able, l) => {
      if (!able.includes(i)) return
      const used = model.column(0, 0, Infinity)
      own.push(used, 1)
      share[l]!.push(used, -1)
    })
    if (own.length > 0) model.row(-Infinity, Math.min(slots, problem.interpreterMaxMeetings[i]!), own)
  }
  problem.languagePairs.forEach((_, l) => {
    const speaking = [...problem.language.keys()].filter((r) => problem.language[r] === l)
    model.row(-Infinity, 0, [...chosen(speaking, () => 1), ...share[l]!])
  })
}
