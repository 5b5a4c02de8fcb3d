import clingo from 'clingo-wasm'
import {
  compileProblem,
  type CompiledProblem,
  NO_LIMIT,
  PLACE_KINDS,
} from '../../src/modules/scheduling/engine/compile.ts'
import type { ScheduleProblem } from '../../src/modules/scheduling/engine/index.ts'
import { LinearModelBuilder } from '../../src/modules/scheduling/engine/linear-model.ts'
import { honouredPins } from '../../src/modules/scheduling/engine/pins.ts'
import { loadLinearSolver } from '../../src/modules/scheduling/solver/highs-solver.ts'

export interface PeerAnswer {
  readonly peer: string
  readonly weight: number | null
  readonly breaks: number | null
  readonly isProven: boolean
  readonly elapsedMs: number
}

/** The problem as one would write it down: a logic program over numbered requests, participants, slots and interpreters. */
const RULES = `
{ at(R,T) : may(R,T) } 1 :- request(R).
:- sits(P,D), may(_,T), D+1 { at(R,T) : joins(R,P) }.
:- room(K,T,C), C+1 { at(R,T) : kind(R,K) }.
:- most(P,M), M+1 { at(R,T) : joins(R,P) }.
1 { speaks(R,I,T) : able(R,I,T) } 1 :- at(R,T), spoken(R).
:- able(_,I,T), 2 { speaks(R,I,T) }.
:- worked(I,M), M+1 { speaks(R,I,T) }.
held(R) :- at(R,_).
:- fixed(R,T), not at(R,T).
:- must(R), not held(R).
busy(P,T) :- at(R,T), joins(R,P), sits(P,1).
came(P,T) :- busy(P,T).
came(P,U) :- came(P,T), next(P,T,U).
break(P,U) :- came(P,T), next(P,T,U), busy(P,U), not busy(P,T).
`

/** Facts and rules as the model says them, interpreters assigned by name. */
function logicProgram(problem: CompiledProblem, isHeld: (r: number) => boolean): string {
  const { slotCount } = problem
  const facts: string[] = []
  for (let r = 0; r < problem.requestCount; r++) {
    if (problem.impossible[r] !== null || (problem.pinSlot[r]! >= 0 && !isHeld(r))) continue
    const l = problem.language[r]!
    facts.push(
      `request(${r}). kind(${r},${problem.kind[r]}). joins(${r},${problem.host[r]}). joins(${r},${problem.guest[r]}).`,
    )
    if (problem.must[r] === 1) facts.push(`must(${r}).`)
    if (problem.pinSlot[r]! >= 0) facts.push(`fixed(${r},${problem.pinSlot[r]}).`)
    if (l >= 0) facts.push(`spoken(${r}).`)
    for (const t of problem.candidateSlots[r]!) {
      facts.push(`may(${r},${t}).`)
      if (l < 0) continue
      for (const i of problem.interpretersOf[l]!)
        if (problem.interpreterAvailableAt[i * slotCount + t] === 1) facts.push(`able(${r},${i},${t}).`)
    }
  }
  for (let p = 0; p < problem.participantCount; p++) {
    facts.push(`sits(${p},${problem.delegates[p]}).`)
    if (problem.maxMeetings[p]! < NO_LIMIT) facts.push(`most(${p},${problem.maxMeetings[p]}).`)
    for (let t = 0; t < slotCount; t++) {
      const next = problem.nextAvailableAt[p * slotCount + t]!
      if (next >= 0) facts.push(`next(${p},${t},${next}).`)
    }
  }
  for (let i = 0; i < problem.interpreterCount; i++)
    if (problem.interpreterMaxMeetings[i]! < NO_LIMIT) facts.push(`worked(${i},${problem.interpreterMaxMeetings[i]}).`)
  PLACE_KINDS.forEach((_, k) => {
    for (let t = 0; t < slotCount; t++) {
      const capacity = problem.capacityAt[k * slotCount + t]!
      if (capacity < NO_LIMIT) facts.push(`room(${k},${t},${capacity}).`)
    }
  })
  return `${facts.join('\n')}\n${RULES}`
}

/** clingo on the whole lexicographic problem, unsatisfiable-core strategy. */
export async function askClingo(problem: ScheduleProblem, limitMs: number): Promise<PeerAnswer> {
  const compiled = compileProblem(problem)
  const weights = [...compiled.weight].map((weight, r) =>
    compiled.impossible[r] === null ? `weight(${r},${weight}).` : '',
  )
  const program = `${logicProgram(compiled, honouredPins(compiled))}
${weights.join('\n')}
#minimize { W@2,R : weight(R,W), not held(R) }.
#minimize { 1@1,P,T : break(P,T) }.
#show held/1.`
  const startedMs = performance.now()
  let costs: readonly number[] | null = null
  const running = clingo.run(program, 0, ['--opt-strategy=usc'], (model) => {
    costs = (model as { Costs?: number[] }).Costs ?? costs
  })
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<null>((resolve) => {
    // What arrived while this thread was busy is taken first.
    timer = setTimeout(() => setImmediate(() => resolve(null)), limitMs)
  })
  const result = await Promise.race([running.catch(() => null), late])
  clearTimeout(timer)
  // Its own clock: this thread may have been busy when it finished.
  const elapsedMs =
    result === null || result.Result === 'ERROR' ? performance.now() - startedMs : result.Time.Total * 1_000
  if (result === null) await clingo.restart()
  const all = compiled.weight.reduce((sum, weight, r) => sum + (compiled.impossible[r] === null ? weight : 0), 0)
  const [lost, breaks] = costs ?? []
  return {
    peer: 'clingo',
    weight: lost === undefined ? null : all - lost,
    breaks: breaks ?? null,
    isProven: result !== null && result.Result === 'OPTIMUM FOUND',
    elapsedMs,
  }
}

/** HiGHS on the time-indexed model, a unit of weight dearer than all breaks together could be worth trading. */
export async function askHighs(problem: ScheduleProblem, limitMs: number): Promise<PeerAnswer> {
  const compiled = compileProblem(problem)
  const solver = await loadLinearSolver()
  const weightCost = 50
  const { model, held, firstBreak } = timeIndexedModel(compiled, weightCost)
  const startedMs = performance.now()
  const answer = solver(model, { timeLimitMs: limitMs })
  const elapsedMs = performance.now() - startedMs
  if (answer.columns === null) return { peer: 'HiGHS', weight: null, breaks: null, isProven: false, elapsedMs }
  const columns = answer.columns
  const weight = held.reduce((sum, [column, value]) => sum + Math.round(columns[column]!) * value, 0)
  let breaks = 0
  for (let column = firstBreak; column < model.columnCount; column++)
    breaks += model.cost[column]! * Math.round(columns[column]!)
  return { peer: 'HiGHS', weight, breaks, isProven: answer.status === 'optimal', elapsedMs }
}

function timeIndexedModel(problem: CompiledProblem, weightCost: number) {
  const { slotCount } = problem
  const model = new LinearModelBuilder()
  const isHeld = honouredPins(problem)
  const held: [number, number][] = []
  const at = new Map<number, number>()
  const ofCell = new Map<number, number[]>()
  const add = (key: number, column: number): void => {
    const list = ofCell.get(key) ?? []
    list.push(column, 1)
    ofCell.set(key, list)
  }
  for (let r = 0; r < problem.requestCount; r++) {
    if (problem.impossible[r] !== null || (problem.pinSlot[r]! >= 0 && !isHeld(r))) continue
    const columns: number[] = []
    for (const t of problem.candidateSlots[r]!) {
      const column = model.column(-weightCost * problem.weight[r]!, 0, 1, true)
      held.push([column, problem.weight[r]!])
      at.set(r * slotCount + t, column)
      columns.push(column, 1)
      add(problem.host[r]! * slotCount + t, column)
      add(problem.guest[r]! * slotCount + t, column)
    }
    model.row(problem.pinSlot[r]! >= 0 ? 1 : 0, 1, columns)
  }
  for (const entries of ofCell.values()) model.row(0, 1, entries)
  for (let t = 0; t < slotCount; t++) {
    const all = [...at].flatMap(([key, column]) => (key % slotCount === t ? [column, 1] : []))
    model.row(-Infinity, problem.capacityAt[t]!, all)
    addInterpreters(problem, model, at, t)
  }
  const firstBreak = addBreaks(problem, model, ofCell)
  return { model: model.build(), held, firstBreak }
}

function addInterpreters(
  problem: CompiledProblem,
  model: LinearModelBuilder,
  at: ReadonlyMap<number, number>,
  t: number,
): void {
  const share = problem.languagePairs.map((): number[] => [])
  for (let i = 0; i < problem.interpreterCount; i++) {
    if (problem.interpreterAvailableAt[i * problem.slotCount + t] === 0) continue
    const own: number[] = []
    problem.interpretersOf.forEach((able, l) => {
      if (!able.includes(i)) return
      const column = model.column(0, 0, 1)
      own.push(column, 1)
      share[l]!.push(column, -1)
    })
    model.row(-Infinity, 1, own)
  }
  problem.languagePairs.forEach((_, l) => {
    const speaking = [...problem.language.keys()].filter(
      (r) => problem.language[r] === l && at.has(r * problem.slotCount + t),
    )
    model.row(-Infinity, 0, [...speaking.flatMap((r) => [at.get(r * problem.slotCount + t)!, 1]), ...share[l]!])
  })
}

/** Starts of runs less days on which somebody comes at all. */
function addBreaks(problem: CompiledProblem, model: LinearModelBuilder, ofCell: ReadonlyMap<number, number[]>): number {
  const { slotCount } = problem
  let first = -1
  for (let p = 0; p < problem.participantCount; p++) {
    const startsOf = new Map<number, number[]>()
    for (let t = 0; t < slotCount; t++) {
      const here = ofCell.get(p * slotCount + t)
      if (here === undefined) continue
      const start = model.column(1, 0, 1)
      if (first < 0) first = start
      const before = ofCell.get(p * slotCount + problem.previousAvailableAt[p * slotCount + t]!) ?? []
      model.row(0, Infinity, [start, 1, ...before, ...here.map((entry, k) => (k % 2 === 1 ? -1 : entry))])
      const starts = startsOf.get(problem.dayOf[t]!) ?? []
      starts.push(start, 1)
      startsOf.set(problem.dayOf[t]!, starts)
    }
    for (const starts of startsOf.values()) {
      const comes = model.column(-1, 0, 1)
      if (first < 0) first = comes
      model.row(0, Infinity, [...starts, comes, -1])
    }
  }
  return first
}
