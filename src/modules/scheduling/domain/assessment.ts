import { type Result, ok, refuse } from '../../../kernel/result.ts'
import { type ScheduledMeeting, type ScheduleProblem, type ScheduleSolution, assess } from '../engine/index.ts'
import type { PlannedMeeting, ScheduleFacts } from './facts.ts'
import { type Outcome, outcomeOf } from './outcome.ts'
import { problemOfEvent } from './problem-of-event.ts'

/**
 * What a plan made by hand is worth, with the reasons of what it leaves out. A plan that the independent
 * verifier does not accept is refused: nothing enters the draft past it.
 */
export function assessPlan(facts: ScheduleFacts, meetings: readonly PlannedMeeting[]): Result<Outcome> {
  const problem = problemOfEvent({ ...facts, draft: { ...facts.draft, meetings } })
  const { report, solution } = assess(problem, meetings.map(engineMeeting))
  const [violation] = report.violations
  return violation ? refuse('invalid', 'scheduling.breaks-rule', { rule: violation.code }) : ok(outcomeOf(solution))
}

/** A meeting of the draft as the engine names it. */
export const engineMeeting = (meeting: PlannedMeeting): ScheduledMeeting => ({
  request: meeting.requestId,
  slot: meeting.timeslotId,
  interpreter: meeting.interpreterId,
  place: meeting.placeId,
  hostDelegate: meeting.hostDelegate,
  guestDelegate: meeting.guestDelegate,
})

/** The draft as a solution of its event's problem, valued and explained. */
export const solutionOfDraft = (problem: ScheduleProblem, { draft }: ScheduleFacts): ScheduleSolution =>
  assess(problem, draft.meetings.map(engineMeeting)).solution
