import clingo from 'clingo-wasm'
import { type CompiledProblem, NO_LIMIT, PLACE_KINDS } from '../engine/compile.ts'
import { interpreterLimits } from '../engine/interpreter-limits.ts'

/** The rules of the problem as a logic program over numbered requests, participants and slots. */
const RULES = `
{ at(R,T) : may(R,T) } 1 :- request(R).
:- sits(P,D), may(_,T), D+1 { at(R,T) : joins(R,P) }.
:- room(K,T,C), C+1 { at(R,T) : kind(R,K) }.
:- most(P,M), not sits(P,1), M+1 { at(R,T) : joins(R,P) }.
:- most(P,M), sits(P,1), M+1 { busy(P,T) : there(P,T) }.
:- least(P,M), sits(P,1), not M { busy(P,T) : there(P,T) }.
:- speakers(G,T,C), C+1 { at(R,T) : speaks(R,L), within(L,G) }.
held(R) :- at(R,_).
:- fixed(R,T), not at(R,T).
:- must(R), not held(R).
busy(P,T) :- at(R,T), joins(R,P), sits(P,1).
came(P,T) :- busy(P,T).
came(P,U) :- came(P,T), next(P,T,U).
break(P,U) :- came(P,T), next(P,T,U), busy(P,U), not busy(P,T).
`

/**
 * What is asked about: schedules that hold all musts, honour the pins and weigh at least `weight`. `fates` says which
 * requests all of these hold (1) and which none does (-1).
 */
export interface DecisionTask {
  readonly problem: CompiledProblem
  readonly fates: Int8Array
  readonly weight: number
}

/**
 * Facts and rules for the schedules of the task. Interpreters are counted, not named: by Hall's theorem those of a slot
 * suffice when they do for every group of language pairs. Breaks of several delegates and rests of interpreters are left
 * out: what has no answer here has none at all, what has an answer may still break those.
 */
export function logicProgram({ problem, fates, weight }: DecisionTask): string {
  const facts: string[] = []
  let all = 0
  for (let r = 0; r < problem.requestCount; r++) {
    if (fates[r]! < 0) continue
    const l = problem.language[r]!
    all += problem.weight[r]!
    facts.push(
      `request(${r}). kind(${r},${problem.kind[r]}). joins(${r},${problem.host[r]}). joins(${r},${problem.guest[r]}).`,
      `weight(${r},${problem.weight[r]}).`,
    )
    if (fates[r] === 1) facts.push(`must(${r}).`)
    if (problem.pinSlot[r]! >= 0) facts.push(`fixed(${r},${problem.pinSlot[r]}).`)
    if (l >= 0) facts.push(`speaks(${r},${l}).`)
    for (const t of problem.candidateSlots[r]!) facts.push(`may(${r},${t}).`)
  }
  for (let p = 0; p < problem.participantCount; p++) facts.push(...participantFacts(problem, fates, p))
  PLACE_KINDS.forEach((_, k) => {
    for (let t = 0; t < problem.slotCount; t++) {
      const capacity = problem.capacityAt[k * problem.slotCount + t]!
      if (capacity < NO_LIMIT) facts.push(`room(${k},${t},${capacity}).`)
    }
  })
  interpreterLimits(problem, fates).forEach(({ slot, pairs, most }, group) => {
    facts.push(`speakers(${group},${slot},${most}).`, ...pairs.map((l) => `within(${l},${group}).`))
  })
  return `${facts.join('\n')}\n${RULES}
:- ${all - weight + 1} #sum { W,R : weight(R,W), not held(R) }.`
}

/** Who sits where, and between which numbers of meetings: what all and what any of the schedules hold. */
function participantFacts(problem: CompiledProblem, fates: Int8Array, p: number): string[] {
  const { slotCount, delegates, maxMeetings, requestsOf, availableAt, nextAvailableAt } = problem
  const least = requestsOf[p]!.filter((r) => fates[r] === 1).length
  const most = Math.min(maxMeetings[p]!, requestsOf[p]!.filter((r) => fates[r]! >= 0).length)
  const facts = [`sits(${p},${delegates[p]}).`, `most(${p},${most}).`]
  if (least > 0) facts.push(`least(${p},${least}).`)
  for (let t = 0; t < slotCount; t++) {
    if (availableAt[p * slotCount + t] === 1) facts.push(`there(${p},${t}).`)
    const next = nextAvailableAt[p * slotCount + t]!
    if (next >= 0) facts.push(`next(${p},${t},${next}).`)
  }
  return facts
}

export type Decision =
  | { readonly answer: 'none' }
  | { readonly answer: 'some'; readonly slots: ReadonlyMap<number, number> }
  | { readonly answer: 'unknown' }

/** Loads the solver's thread ahead of the first question; a failure shows when that is asked. */
export function prepareDecision(): void {
  clingo.init().catch(() => undefined)
}

/** Is there such a schedule with at most `breaks` breaks? An abort ends the thread and leaves it unknown. */
export async function decideBreaks(task: DecisionTask, breaks: number, signal: AbortSignal): Promise<Decision> {
  if (signal.aborted) return { answer: 'unknown' }
  const program = `${logicProgram(task)}
:- ${breaks + 1} { break(P,T) }.
#show at/2.`
  const aborted = new Promise<null>((resolve) => signal.addEventListener('abort', () => resolve(null), { once: true }))
  const result = await Promise.race([clingo.run(program, 1, ['--configuration=handy']), aborted])
  if (result === null) {
    await clingo.restart()
    return { answer: 'unknown' }
  }
  if (result.Result === 'UNSATISFIABLE') return { answer: 'none' }
  if (result.Result !== 'SATISFIABLE') return { answer: 'unknown' }
  const atoms = result.Call[0]?.Witnesses[0]?.Value ?? []
  return {
    answer: 'some',
    slots: new Map(atoms.map((atom) => atom.slice(3, -1).split(',').map(Number) as [number, number])),
  }
}
