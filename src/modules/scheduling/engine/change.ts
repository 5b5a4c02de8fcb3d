import { compileProblem } from './compile.ts'
import { enterMeetings } from './warm-start.ts'
import type { PlaceKind, ScheduleProblem } from './problem.ts'
import type { ScheduleSolution } from './solution.ts'
import { solve } from './solve.ts'
import { ScheduleState } from './state.ts'

/** One change of the data. The first that suits is proposed, in the order of this list: asking people to stay longer comes before hiring. */
export type ChangeOfData =
  | { readonly code: 'raise-limit'; readonly participant: string; readonly maxMeetings: number }
  | { readonly code: 'open-slot'; readonly participant: string; readonly slot: string }
  | { readonly code: 'add-place'; readonly place: PlaceKind; readonly slot: string }
  | { readonly code: 'add-interpreter'; readonly languagePair: string; readonly slot: string }
  | { readonly code: 'add-delegate'; readonly participant: string; readonly slot: string }
  | { readonly code: 'unpin'; readonly request: string; readonly slot: string }

/** `held` is the number of meetings held after the change, `moved` how many of the present ones stand elsewhere then. */
export type Change = ChangeOfData & { readonly held: number; readonly moved: number }

const CHEAPNESS: readonly ChangeOfData['code'][] = [
  'raise-limit',
  'open-slot',
  'add-place',
  'add-interpreter',
  'add-delegate',
  'unpin',
]

/** The problem with the change made. An interpreter or place comes for that slot only, a delegate for good. */
export function applyChange(problem: ScheduleProblem, change: ChangeOfData): ScheduleProblem {
  const participants = (
    id: string,
    edit: (p: ScheduleProblem['participants'][number]) => ScheduleProblem['participants'][number],
  ) => problem.participants.map((participant) => (participant.id === id ? edit(participant) : participant))
  switch (change.code) {
    case 'raise-limit':
      return {
        ...problem,
        participants: participants(change.participant, (p) => ({ ...p, maxMeetings: change.maxMeetings })),
      }
    case 'open-slot':
      return {
        ...problem,
        participants: participants(change.participant, (p) => ({
          ...p,
          availableSlots: [...p.availableSlots, change.slot],
        })),
      }
    case 'add-delegate':
      return {
        ...problem,
        participants: participants(change.participant, (p) => ({ ...p, delegates: (p.delegates ?? 1) + 1 })),
      }
    case 'add-interpreter':
      return {
        ...problem,
        interpreters: [
          ...problem.interpreters,
          {
            id: `+ ${change.languagePair} ${change.slot}`,
            languagePairs: [change.languagePair],
            availableSlots: [change.slot],
          },
        ],
      }
    case 'add-place':
      return {
        ...problem,
        places:
          problem.places.length === 0
            ? []
            : [
                ...problem.places,
                { id: `+ ${change.place} ${change.slot}`, kind: change.place, availableSlots: [change.slot] },
              ],
        ...(problem.capacities === undefined
          ? {}
          : {
              capacities: problem.capacities.map((capacity) =>
                capacity.slot === change.slot && capacity[change.place] !== undefined
                  ? { ...capacity, [change.place]: capacity[change.place]! + 1 }
                  : capacity,
              ),
            }),
      }
    case 'unpin':
      return {
        ...problem,
        requests: problem.requests.map((request) => {
          if (request.id !== change.request) return request
          const { pinned: _, ...free } = request
          return free
        }),
      }
  }
}

/** Moves the re-solving may try beyond entering the schedule as it is. */
const PROOF_ITERATIONS = 2_000

/**
 * For each unmet request the cheapest single change of the data that admits it, each verified by solving again with
 * the change made: the request is held then, and nothing that was held is lost for it. Requests without such a
 * change, and those not reached before `mayGoOn` says no, are absent.
 */
export function findChanges(
  problem: ScheduleProblem,
  solution: ScheduleSolution,
  requests: readonly string[] = solution.unmet.map((unmet) => unmet.request),
  mayGoOn: () => boolean = () => true,
): Map<string, Change> {
  const state = enterMeetings(new ScheduleState(compileProblem(problem)), solution)
  const index = new Map(state.problem.requests.map((request, r) => [request.id, r]))
  const found = new Map<string, Change>()
  for (const request of requests) {
    if (!mayGoOn()) break
    const r = index.get(request)
    if (r === undefined || state.slotOf[r]! >= 0 || state.problem.host[r]! < 0) continue
    for (const candidate of proposeChanges(state, r).slice(0, 3)) {
      const verified = verifyChange(problem, solution, request, candidate)
      if (verified === null) continue
      found.set(request, verified)
      break
    }
  }
  return found
}

/** Solves again with the change; null when the request is still unmet or something held before is worth less now. */
export function verifyChange(
  problem: ScheduleProblem,
  solution: ScheduleSolution,
  request: string,
  change: ChangeOfData,
): Change | null {
  const changed = applyChange(problem, change)
  const after = solve(changed, { seed: 1, iterationLimit: PROOF_ITERATIONS, warmStart: solution, elapsedMs: () => 0 })
  const { value } = solution
  const isHeld = after.meetings.some((meeting) => meeting.request === request)
  const isNoWorse =
    after.value.musts > value.musts || (after.value.musts === value.musts && after.value.weight >= value.weight)
  if (!isHeld || !isNoWorse) return null
  const slotOf = new Map(after.meetings.map((meeting) => [meeting.request, meeting.slot]))
  const moved = solution.meetings.filter((meeting) => slotOf.get(meeting.request) !== meeting.slot).length
  return { ...change, held: after.value.held, moved }
}

/** Single changes that clear all that stands between r and some slot, cheapest kind first. */
function proposeChanges(state: ScheduleState, r: number): ChangeOfData[] {
  const { problem } = state
  const request = problem.requests[r]!
  if (request.pinned !== undefined) return [{ code: 'unpin', request: request.id, slot: request.pinned.slot }]
  const found: ChangeOfData[] = []
  for (let t = 0; t < problem.slotCount; t++) {
    const obstacles = obstaclesAt(state, r, t)
    if (obstacles.length === 1) found.push(obstacles[0]!)
  }
  const limits = [problem.host[r]!, problem.guest[r]!].filter((p) => state.meetingsOf[p]! >= problem.maxMeetings[p]!)
  if (limits.length === 1 && problem.candidateSlots[r]!.some((t) => obstaclesAt(state, r, t).length === 0)) {
    const p = limits[0]!
    found.push({
      code: 'raise-limit',
      participant: problem.participantIds[p]!,
      maxMeetings: problem.maxMeetings[p]! + 1,
    })
  }
  const suits = limits.length === 0 ? found : found.filter((change) => change.code === 'raise-limit')
  return suits.toSorted((a, b) => CHEAPNESS.indexOf(a.code) - CHEAPNESS.indexOf(b.code))
}

/** What keeps r out of slot t as the schedule stands, each as the change that would clear it; limits of participants aside. */
function obstaclesAt(state: ScheduleState, r: number, t: number): ChangeOfData[] {
  const { problem } = state
  const { slotCount, availableAt } = problem
  const request = problem.requests[r]!
  const slot = problem.slotIds[t]!
  const found: ChangeOfData[] = []
  for (const p of [problem.host[r]!, problem.guest[r]!]) {
    const participant = problem.participantIds[p]!
    if (availableAt[p * slotCount + t] === 0) found.push({ code: 'open-slot', participant, slot })
    else if (!state.hasRoom(p, t)) found.push({ code: 'add-delegate', participant, slot })
  }
  if (!state.hasPlace(problem.kind[r]!, t)) found.push({ code: 'add-place', place: request.place, slot })
  if (problem.language[r]! >= 0) {
    state.checkpoint()
    if (!state.assignInterpreter(r, t))
      found.push({ code: 'add-interpreter', languagePair: request.languagePair!, slot })
    state.rollback()
  }
  return found
}
