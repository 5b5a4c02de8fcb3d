import { compileProblem } from './compile.ts'
import type { ScheduleProblem } from './problem.ts'
import { findReason } from './reasons.ts'
import type { ScheduleSolution, UnmetRequest } from './solution.ts'
import { ScheduleState } from './state.ts'
import { enterMeetings } from './warm-start.ts'

export type Explanation = UnmetRequest

/** The binding reason of every request that this schedule leaves unmet, also one that a person has changed by hand. */
export function explain(problem: ScheduleProblem, solution: ScheduleSolution): Explanation[] {
  const compiled = compileProblem(problem)
  const state = enterMeetings(new ScheduleState(compiled), solution)
  return compiled.requests.flatMap((request, r) =>
    state.slotOf[r]! >= 0 ? [] : [{ request: request.id, reason: findReason(state, r) }],
  )
}
