import { BoundKeeper } from './bound-keeper.ts'
import { compileProblem } from './compile.ts'
import { explain } from './explain.ts'
import type { ScheduleProblem } from './problem.ts'
import { viewSchedule } from './schedule-view.ts'
import type { ScheduledMeeting, ScheduleSolution } from './solution.ts'
import { measureValue, verify, type VerifyReport } from './verify.ts'

/**
 * What meetings placed by hand are worth: a full solution with value, bound and the reason of each request they
 * leave out, and the report of the independent checks. Rules they break are in the report; nothing is repaired.
 */
export function assess(
  problem: ScheduleProblem,
  meetings: readonly ScheduledMeeting[],
): { readonly report: VerifyReport; readonly solution: ScheduleSolution } {
  const compiled = compileProblem(problem)
  const draft: ScheduleSolution = {
    format: 'naru-schedule-solution/1',
    meetings: meetings.toSorted((a, b) => (a.request < b.request ? -1 : 1)),
    unmet: [],
    value: { musts: 0, weight: 0, breaks: 0, idleSlots: 0, worstBreaks: 0, held: 0, requested: 0 },
    bound: { weight: Infinity, breaks: 0, provenBest: false, method: 'none' },
    issues: compiled.issues,
    problemHash: compiled.hash,
    seed: 0,
    iterations: 0,
  }
  const placed = new Set(meetings.map((meeting) => meeting.request))
  const unmet = explain(problem, draft).filter(({ request }) => !placed.has(request))
  const value = measureValue(viewSchedule(problem, draft))
  const bound = new BoundKeeper(compiled, (r) => placed.has(compiled.requests[r]!.id))
  while (!bound.isMet(value.musts, value.weight) && bound.improve());
  const solution: ScheduleSolution = { ...draft, unmet, value, bound: bound.report(value) }
  return { report: verify(problem, solution), solution }
}
