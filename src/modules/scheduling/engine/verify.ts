import {
  breaks,
  constraints,
  floorsOf,
  idleSlots,
  mustsHeld,
  publishedMoved,
  shortfall,
  unsocialOfWorstSide,
  type Violation,
  weightHeld,
  worstBreaks,
} from './constraints.ts'
import { hashProblem } from './problem-hash.ts'
import type { ScheduleProblem } from './problem.ts'
import { type ScheduleView, viewSchedule } from './schedule-view.ts'
import type { ScheduleSolution, ScheduleValue } from './solution.ts'

export interface VerifyReport {
  /** No violation. */
  readonly ok: boolean
  readonly violations: readonly Violation[]
  /** Recomputed from the meetings; a solution that states another value is in violation (`valueIsTrue`). */
  readonly value: ScheduleValue
}

/**
 * Checks a solution against its problem, sharing no code with `solve`: every hard constraint, the stated value,
 * and that it is a solution of this problem at all. Never throws on solutions of the right shape.
 */
export function verify(problem: ScheduleProblem, solution: ScheduleSolution): VerifyReport {
  const violations: Violation[] = []
  const found = hashProblem(problem)
  if (found !== solution.problemHash)
    violations.push({
      code: 'problemIsTheSame',
      requests: [],
      detail: { expected: found, found: solution.problemHash },
    })
  const view = viewSchedule(problem, solution)
  for (const constraint of constraints) if (constraint.level === 'hard') violations.push(...constraint.check(view))
  const value = measureValue(view)
  for (const name of Object.keys(value) as (keyof ScheduleValue)[])
    if (value[name] !== solution.value[name])
      violations.push({
        code: 'valueIsTrue',
        requests: [],
        detail: { name, stated: solution.value[name] ?? null, found: value[name] ?? null },
      })
  if (value.weight > solution.bound.weight)
    violations.push({
      code: 'boundIsAbove',
      requests: [],
      detail: { bound: solution.bound.weight, weight: value.weight },
    })
  return { ok: violations.length === 0, violations, value }
}

/** The value of the meetings, whatever the solution states. */
export function measureValue(view: ScheduleView): ScheduleValue {
  const published = [...view.requests.values()].some(
    (request) => request.published !== undefined && view.slotRank.has(request.published.slot),
  )
  const unsocial = unsocialOfWorstSide(view)
  return {
    musts: mustsHeld(view),
    weight: weightHeld(view),
    breaks: breaks(view),
    idleSlots: idleSlots(view),
    worstBreaks: worstBreaks(view),
    held: view.solution.meetings.length,
    requested: view.requests.size,
    ...(published ? { moved: publishedMoved(view) } : {}),
    ...(isFloorSet(view) ? { shortfall: shortfall(view) } : {}),
    ...(unsocial === null ? {} : { unsocial }),
  }
}

/** As the compiled problem has it: a floor of at least one meeting for anybody. */
const isFloorSet = (view: ScheduleView): boolean => [...floorsOf(view).values()].some((floor) => floor > 0)
