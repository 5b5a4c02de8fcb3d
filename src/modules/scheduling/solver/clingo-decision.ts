import clingo from 'clingo-wasm'
import { type CompiledProblem, NO_LIMIT, PLACE_KINDS } from '../engine/compile.ts'

/** The rules of the problem as a logic program over numbered requests, participants, slots and interpreters. */
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

/**
 * Facts and rules for schedules that hold all musts and honour all pins for which `isHeld`. Breaks of several
 * delegates and rests of interpreters are left out: what has no answer here has none at all, what has an answer
 * may still break those.
 */
export function logicProgram(problem: CompiledProblem, isHeld: (r: number) => boolean): string {
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

export type Decision =
  | { readonly answer: 'none' }
  | { readonly answer: 'some'; readonly slots: ReadonlyMap<number, number> }
  | { readonly answer: 'unknown' }

/** Is there a schedule of at least `weight` with at most `breaks` breaks? An abort ends the thread and leaves it unknown. */
export async function decideBreaks(
  problem: CompiledProblem,
  isHeld: (r: number) => boolean,
  weight: number,
  breaks: number,
  signal: AbortSignal,
): Promise<Decision> {
  if (signal.aborted) return { answer: 'unknown' }
  let all = 0
  const weights: string[] = []
  for (let r = 0; r < problem.requestCount; r++) {
    if (problem.impossible[r] !== null || (problem.pinSlot[r]! >= 0 && !isHeld(r))) continue
    all += problem.weight[r]!
    weights.push(`weight(${r},${problem.weight[r]}).`)
  }
  const program = `${logicProgram(problem, isHeld)}
${weights.join('\n')}
:- ${all - weight + 1} #sum { W,R : weight(R,W), not held(R) }.
:- ${breaks + 1} { break(P,T) }.
#show at/2.`
  const aborted = new Promise<null>((resolve) => signal.addEventListener('abort', () => resolve(null), { once: true }))
  const result = await Promise.race([clingo.run(program, 1), aborted])
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
