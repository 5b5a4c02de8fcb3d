import type { CompiledProblem } from './compile.ts'
import { pinnedRivals } from './reasons.ts'
import type { ScheduleIssue } from './solution.ts'
import { ScheduleState } from './state.ts'

/**
 * Holds every pinned request that can be where it is pinned, with the interpreter wished for where the pin names none;
 * of two that contradict, the first by id stays.
 */
export function placePins(state: ScheduleState, wished?: Int32Array): ScheduleIssue[] {
  const { problem } = state
  const issues: ScheduleIssue[] = []
  const places = new Map<string, number>()
  for (let r = 0; r < problem.requestCount; r++) {
    const t = problem.pinSlot[r]!
    if (t < 0) continue
    const place = problem.namesPlaces ? problem.requests[r]!.pinned?.place : undefined
    const slots = place === undefined ? [] : [t, ...problem.overlaps[t]!]
    const taken = slots.map((o) => places.get(`${o} ${place}`)).find((o) => o !== undefined)
    if (taken === undefined && state.canHold(r, t) && state.holdWith(r, t, wished?.[r] ?? -1)) {
      if (place !== undefined) places.set(`${t} ${place}`, r)
      continue
    }
    state.dropPin(r)
    for (const o of taken === undefined ? pinnedRivals(state, r) : [taken])
      issues.push({
        code: 'pins-contradict',
        request: problem.requests[r]!.id,
        other: problem.requests[o]!.id,
        slot: problem.slotIds[t]!,
      })
  }
  return issues
}

/** True for each pinned request whose pin is honoured. */
export function honouredPins(problem: CompiledProblem): (r: number) => boolean {
  const state = new ScheduleState(problem)
  placePins(state)
  return (r) => state.slotOf[r]! >= 0
}
