import { compileProblem } from './compile.ts'
import type { ScheduleProblem } from './problem.ts'
import { findReason } from './reasons.ts'
import type { ScheduleSolution, UnmetRequest } from './solution.ts'
import { ScheduleState } from './state.ts'

export type Explanation = UnmetRequest

/** The binding reason of every request that this schedule leaves unmet, also one that a person has changed by hand. */
export function explain(problem: ScheduleProblem, solution: ScheduleSolution): Explanation[] {
  const compiled = compileProblem(problem)
  const state = stateOf(new ScheduleState(compiled), solution)
  return compiled.requests.flatMap((request, r) =>
    state.slotOf[r]! >= 0 ? [] : [{ request: request.id, reason: findReason(state, r) }],
  )
}

/** Enters the solution's meetings, interpreters as given; what breaks a hard rule is left out. */
export function stateOf(state: ScheduleState, solution: ScheduleSolution): ScheduleState {
  const { problem } = state
  const index = new Map(problem.requests.map((request, r) => [request.id, r]))
  const interpreters = new Map(problem.interpreterIds.map((id, i) => [id, i]))
  for (const meeting of solution.meetings) {
    const r = index.get(meeting.request)
    const t = problem.slotIndex.get(meeting.slot)
    if (r === undefined || t === undefined || problem.impossible[r] !== null || !state.canHold(r, t)) continue
    const i = meeting.interpreter === null ? -1 : (interpreters.get(meeting.interpreter) ?? -1)
    if (problem.language[r]! < 0 || state.takeInterpreter(r, t, i)) state.hold(r, t)
  }
  return state
}
