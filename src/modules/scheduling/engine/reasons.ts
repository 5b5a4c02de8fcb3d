import type { ScheduleState } from './state.ts'
import type { UnmetReason } from './solution.ts'

const meetingsAt = (state: ScheduleState, p: number, t: number): number[] => {
  const { slotCount, firstNode } = state.problem
  const found: number[] = []
  for (let level = 0; level < state.countAt[p * slotCount + t]!; level++)
    found.push(state.cellAt[(firstNode[p]! + level) * slotCount + t]!)
  return found
}

/**
 * The reason that binds in the finished schedule: what stands in the way in every slot that would do, the
 * most final first. A request that only lighter meetings keep out was not tried (`stopped-early`).
 */
export function findReason(state: ScheduleState, r: number): UnmetReason {
  const { problem } = state
  const known = problem.impossible[r]
  if (known) return known
  const p = problem.host[r]!
  const q = problem.guest[r]!
  const names = (slots: readonly number[]): string[] => slots.map((t) => problem.slotIds[t]!)
  const ids = (those: Iterable<number>): string[] => [...new Set(those)].map((o) => problem.requests[o]!.id).toSorted()
  const candidates = [...problem.candidateSlots[r]!]
  const heldBy = (who: number): number[] => [...problem.requestsOf[who]!].filter((o) => state.slotOf[o]! >= 0)
  if (problem.pinSlot[r]! >= 0) {
    const t = problem.pinSlot[r]!
    return { code: 'pin-conflict', slot: problem.slotIds[t]!, requests: ids(pinnedRivals(state, r)) }
  }
  for (const who of [p, q])
    if (state.meetingsOf[who]! >= problem.maxMeetings[who]!)
      return { code: 'participant-full', participant: problem.participantIds[who]!, meetings: ids(heldBy(who)) }
  for (const who of [p, q])
    if (candidates.every((t) => !state.hasRoomFor(r, who, t)))
      return {
        code: 'participant-full',
        participant: problem.participantIds[who]!,
        meetings: ids(blockers(state, who, candidates)),
      }
  const bothFree = candidates.filter((t) => state.hasRoomFor(r, p, t) && state.hasRoomFor(r, q, t))
  if (bothFree.length === 0) {
    const freeForOne = candidates.filter((t) => state.hasRoomFor(r, p, t) || state.hasRoomFor(r, q, t))
    const meetings = [...blockers(state, p, freeForOne), ...blockers(state, q, freeForOne)]
    if (candidates.every((t) => outweighs(state, r, t))) {
      const rivals = [...blockers(state, p, candidates), ...blockers(state, q, candidates)]
      return { code: 'lost-to', requests: ids(rivals) }
    }
    return { code: 'no-common-free-time', slots: names(freeForOne), meetings: ids(meetings) }
  }
  const placed = bothFree.filter((t) => state.hasPlace(problem.kind[r]!, t))
  if (placed.length === 0) return { code: 'places-full', place: problem.requests[r]!.place, slots: names(bothFree) }
  const interpreted = placed.filter((t) => canInterpret(state, r, t))
  if (interpreted.length === 0) {
    const languagePair = problem.requests[r]!.languagePair!
    return { code: 'no-interpreter', languagePair, slots: names(placed), everBusy: true }
  }
  return { code: 'stopped-early', slots: names(interpreted) }
}

/** The meetings of both sides in slot t are together worth at least as much as r, musts first. */
function outweighs(state: ScheduleState, r: number, t: number): boolean {
  const { host, guest, must, weight } = state.problem
  const rivals = new Set([...blockers(state, host[r]!, [t]), ...blockers(state, guest[r]!, [t])])
  let musts = 0
  let total = 0
  for (const o of rivals) {
    musts += must[o]!
    total += weight[o]!
  }
  return musts > must[r]! || (musts === must[r]! && total >= weight[r]!)
}

function blockers(state: ScheduleState, p: number, slots: readonly number[]): number[] {
  const { overlaps } = state.problem
  return slots.flatMap((t) => [t, ...overlaps[t]!].flatMap((o) => meetingsAt(state, p, o)))
}

function canInterpret(state: ScheduleState, r: number, t: number): boolean {
  if (state.problem.language[r]! < 0) return true
  state.checkpoint()
  const found = state.assignInterpreter(r, t)
  state.rollback()
  return found
}

/** Pinned meetings of the slot that hold what pinned request r needs. */
export function pinnedRivals(state: ScheduleState, r: number): number[] {
  const { problem } = state
  const t = problem.pinSlot[r]!
  const shares = (o: number): boolean =>
    [problem.host[o], problem.guest[o]].some((who) => who === problem.host[r] || who === problem.guest[r])
  const slots = [t, ...problem.overlaps[t]!]
  const pinned = slots.flatMap((o) => state.heldIn[o]!).filter((o) => problem.pinSlot[o]! >= 0)
  const sharing = pinned.filter(shares)
  return sharing.length > 0 ? sharing : pinned
}
