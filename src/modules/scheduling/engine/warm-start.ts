import { type CompiledProblem, compileProblem } from './compile.ts'
import { compareValues } from './objectives.ts'
import { placePins } from './pins.ts'
import type { ScheduleProblem } from './problem.ts'
import type { ScheduleIssue, ScheduleSolution } from './solution.ts'
import { breaksOfShape, idleOfShape, ScheduleState } from './state.ts'

/** Interpreter of each request in the solution, -1 when it has none that is known here. */
export function interpretersIn(problem: CompiledProblem, solution: ScheduleSolution): Int32Array {
  const interpreters = new Map(problem.interpreterIds.map((id, i) => [id, i]))
  const index = new Map(problem.requests.map((request, r) => [request.id, r]))
  const found = new Int32Array(problem.requestCount).fill(-1)
  for (const { request, interpreter } of solution.meetings)
    found[index.get(request) ?? -1] = interpreter === null ? -1 : (interpreters.get(interpreter) ?? -1)
  return found
}

/** Enters the solution's meetings, interpreters as given where they are free; what breaks a hard rule is left out. */
export function enterMeetings(state: ScheduleState, solution: ScheduleSolution): ScheduleState {
  const { problem } = state
  const index = new Map(problem.requests.map((request, r) => [request.id, r]))
  const interpreters = interpretersIn(problem, solution)
  for (const meeting of solution.meetings) {
    const r = index.get(meeting.request)
    const t = problem.slotIndex.get(meeting.slot)
    if (r === undefined || t === undefined || state.slotOf[r]! >= 0) continue
    if (problem.impossible[r] === null && state.canHold(r, t)) state.holdWith(r, t, interpreters[r]!)
  }
  return state
}

/** Pins first, then the meetings of the solution, everybody with the interpreter of the solution where that can be. */
export function beginAt(state: ScheduleState, solution: ScheduleSolution | undefined): ScheduleIssue[] {
  const { problem } = state
  if (solution === undefined) return placePins(state)
  const issues = placePins(state, interpretersIn(problem, solution))
  enterMeetings(state, solution)
  const known = new Set(problem.requests.map((request) => request.id))
  const isOfAnother = !solution.meetings.some(({ request, slot }) => known.has(request) && problem.slotIndex.has(slot))
  if (isOfAnother && solution.meetings.length > 0)
    issues.push({ code: 'solution-of-another-problem', expected: problem.hash, found: solution.problemHash })
  return issues
}

/** Of several schedules the one that is worth most in this problem, as far as its meetings are possible here. */
export function bestStart(problem: ScheduleProblem, starts: readonly ScheduleSolution[]): ScheduleSolution | undefined {
  if (starts.length < 2) return starts[0]
  const compiled = compileProblem(problem)
  const valued = starts.map((start) => ({ start, value: valueOfStart(compiled, start) }))
  return valued.reduce((a, b) => (compareValues(b.value, a.value) > 0 ? b : a)).start
}

function valueOfStart(problem: CompiledProblem, start: ScheduleSolution) {
  const state = new ScheduleState(problem)
  beginAt(state, start)
  return {
    musts: state.musts,
    shortfall: state.shortfall,
    weight: state.weight,
    moved: state.moved,
    breaks: breaksOfShape(state.shape),
    idleSlots: idleOfShape(state.shape),
    worstBreaks: state.worstBreaks(),
    held: state.heldCount,
    requested: problem.requestCount,
  }
}
