import { isTooLong } from './interpreter-rest.ts'
import type { ScheduleState } from './state.ts'

/**
 * The interpreter of each request, -1 for none, with the released meetings keeping theirs where they can. First
 * everybody gets the one people were told of and the others are seated around them; where that leaves somebody
 * without, the search's own choice stays and released interpreters are only exchanged within their slot. No meeting
 * moves and no value changes, so this is done once, when the schedule is written.
 */
export function keepInterpreters(state: ScheduleState): Int32Array {
  const { problem } = state
  const index = new Map(problem.interpreterIds.map((id, i) => [id, i]))
  const toldOf = problem.requests.map(({ published }, r) => {
    const told =
      published?.interpreter && problem.publishedSlot[r] === state.slotOf[r]
        ? index.get(published.interpreter)
        : undefined
    return told !== undefined && problem.pinInterpreter[r]! < 0 && canSpeak(state, told, r) ? told : -1
  })
  if (!toldOf.some((told, r) => told >= 0 && told !== state.interpreterOf[r])) return state.interpreterOf
  return seatAroundTold(state, toldOf) ?? exchangeWithinSlots(state, toldOf)
}

const canSpeak = ({ problem }: ScheduleState, interpreter: number, request: number): boolean =>
  problem.language[request]! >= 0 && problem.interpretersOf[problem.language[request]!]!.includes(interpreter)

/** Everybody who was told first, then the pinned and the new; null when one of these finds nobody. */
function seatAroundTold(state: ScheduleState, toldOf: readonly number[]): Int32Array | null {
  const { problem } = state
  const interpreterOf = new Int32Array(problem.requestCount).fill(-1)
  const slotsOf = problem.interpreterIds.map(() => new Set<number>())
  const seat = (r: number, i: number): boolean => {
    if (i < 0 || !canTake(state, slotsOf[i]!, i, state.slotOf[r]!)) return false
    slotsOf[i]!.add(state.slotOf[r]!)
    interpreterOf[r] = i
    return true
  }
  const interpreted = problem.requests.flatMap((_, r) =>
    state.slotOf[r]! >= 0 && problem.language[r]! >= 0 ? [r] : [],
  )
  const pinned = interpreted.filter((r) => problem.pinInterpreter[r]! >= 0)
  const others = interpreted.filter((r) => problem.pinInterpreter[r]! < 0)
  const placed =
    pinned.every((r) => seat(r, state.interpreterOf[r]!)) &&
    others
      .filter((r) => !seat(r, toldOf[r]!))
      .every(
        (r) =>
          seat(r, state.interpreterOf[r]!) || problem.interpretersOf[problem.language[r]!]!.some((i) => seat(r, i)),
      )
  return placed ? interpreterOf : null
}

/** Whether i could also work in t: hours, overlaps, number of meetings, and rest. */
function canTake({ problem }: ScheduleState, own: ReadonlySet<number>, i: number, t: number): boolean {
  if (problem.interpreterAvailableAt[i * problem.slotCount + t] === 0 || own.has(t)) return false
  if (problem.overlaps[t]!.some((o) => own.has(o)) || own.size >= problem.interpreterMaxMeetings[i]!) return false
  if (isTooLong(problem, i, t, (o) => own.has(o))) return false
  let inRow = 1
  for (let s = problem.previousOfDay[t]!; s >= 0 && own.has(s); s = problem.previousOfDay[s]!) inRow++
  for (let s = problem.nextOfDay[t]!; s >= 0 && own.has(s); s = problem.nextOfDay[s]!) inRow++
  return inRow <= problem.maxConsecutive[i]!
}

/** The same interpreters work in every slot as before, so no rule can be touched. */
function exchangeWithinSlots(state: ScheduleState, toldOf: readonly number[]): Int32Array {
  const { problem } = state
  const interpreterOf = state.interpreterOf.slice()
  for (let t = 0; t < problem.slotCount; t++) {
    const meetings = [...state.heldIn[t]!].filter((r) => interpreterOf[r]! >= 0 && problem.pinInterpreter[r]! < 0)
    for (const r of meetings) {
      const told = toldOf[r]!
      const other = meetings.find((m) => m !== r && interpreterOf[m] === told)
      if (told < 0 || other === undefined || toldOf[other] === told || !canSpeak(state, interpreterOf[r]!, other))
        continue
      interpreterOf[other] = interpreterOf[r]!
      interpreterOf[r] = told
    }
  }
  return interpreterOf
}
