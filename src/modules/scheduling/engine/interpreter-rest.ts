import { type CompiledProblem, NO_LIMIT } from './compile.ts'

/**
 * True when interpreter i, working in the slots that `isBusy` names and in t, would be at work for longer than it may
 * without a rest. A meeting by itself is never too long: it is interpreted to its end. Slots without instants have no
 * length and cannot tire anybody.
 */
export function isTooLong(problem: CompiledProblem, i: number, t: number, isBusy: (t: number) => boolean): boolean {
  const { maxStretch, restAfter, beginsAt, endsAt, slotCount } = problem
  if (maxStretch[i] === NO_LIMIT) return false
  const rest = restAfter[i]!
  let meetings = 1
  let from = beginsAt[t]!
  let to = endsAt[t]!
  for (let o = t - 1; o >= 0; o--) {
    if (!isBusy(o)) continue
    if (!(from - endsAt[o]! < rest)) break
    from = beginsAt[o]!
    meetings++
  }
  for (let o = t + 1; o < slotCount; o++) {
    if (!isBusy(o)) continue
    if (!(beginsAt[o]! - to < rest)) break
    to = endsAt[o]!
    meetings++
  }
  return meetings > 1 && to - from > maxStretch[i]!
}
