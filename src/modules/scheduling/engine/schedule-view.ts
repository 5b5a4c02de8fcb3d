import type {
  ScheduleInterpreter,
  ScheduleParticipant,
  SchedulePlace,
  ScheduleProblem,
  ScheduleRequest,
} from './problem.ts'
import type { ScheduledMeeting, ScheduleSolution } from './solution.ts'

/** One person of a participant and what it attends. */
export interface Attendance {
  readonly participant: ScheduleParticipant
  readonly delegate: number
  readonly meetings: readonly ScheduledMeeting[]
}

/** Problem and solution side by side for checking: plain look-ups, written for clarity and not for speed. */
export interface ScheduleView {
  readonly problem: ScheduleProblem
  readonly solution: ScheduleSolution
  readonly requests: ReadonlyMap<string, ScheduleRequest>
  readonly participants: ReadonlyMap<string, ScheduleParticipant>
  readonly interpreters: ReadonlyMap<string, ScheduleInterpreter>
  readonly places: ReadonlyMap<string, SchedulePlace>
  /** Rank of the slot in time. */
  readonly slotRank: ReadonlyMap<string, number>
  /** True when the two slots are one or overlap in time. */
  readonly collide: (slot: string, other: string) => boolean
  /** True when the two collide or less than the buffer lies between them. */
  readonly isTooClose: (slot: string, other: string) => boolean
  /** Minutes that must lie between meetings in the two slots: the buffer of the earlier. */
  readonly bufferBetween: (slot: string, other: string) => number
  readonly isAvailable: (slots: readonly string[] | undefined, slot: string) => boolean
  readonly attendances: readonly Attendance[]
}

/** Of several entries with one id the first in text order counts, as the format says. */
function firstById<T extends { readonly id: string }>(entries: readonly T[]): Map<string, T> {
  const found = new Map<string, T>()
  for (const entry of entries) {
    const other = found.get(entry.id)
    if (other === undefined || JSON.stringify(entry) < JSON.stringify(other)) found.set(entry.id, entry)
  }
  return found
}

export function viewSchedule(problem: ScheduleProblem, solution: ScheduleSolution): ScheduleView {
  const requests = firstById(problem.requests)
  const participants = firstById(problem.participants)
  const slotRank = new Map<string, number>()
  problem.slots.forEach((slot, rank) => {
    if (!slotRank.has(slot.id)) slotRank.set(slot.id, rank)
  })
  const sets = new Map<readonly string[], Set<string>>()
  const isAvailable = (slots: readonly string[] | undefined, slot: string): boolean => {
    if (slots === undefined) return true
    const set = sets.get(slots) ?? new Set(slots)
    sets.set(slots, set)
    return set.has(slot)
  }
  const spans = problem.slots.map((slot) => [Date.parse(slot.startsAt ?? ''), Date.parse(slot.endsAt ?? '')] as const)
  const spanOf = (slot: string) => spans[slotRank.get(slot) ?? -1] ?? [Number.NaN, Number.NaN]
  const minutes = (value: number | undefined): number | undefined =>
    value !== undefined && value >= 0 && Number.isFinite(value) ? value : undefined
  const bufferAfter = (slot: string): number =>
    minutes(problem.slots[slotRank.get(slot) ?? -1]?.bufferMinutes) ?? minutes(problem.bufferMinutes) ?? 0
  const within = (slot: string, other: string, isBuffered: boolean): boolean => {
    if (slot === other) return true
    const [from, to] = spanOf(slot)
    const [otherFrom, otherTo] = spanOf(other)
    const apartMs = (earlier: string): number => (isBuffered ? bufferAfter(earlier) * 60_000 : 0)
    return from < otherTo + apartMs(other) && otherFrom < to + apartMs(slot)
  }
  return {
    problem,
    solution,
    requests,
    participants,
    interpreters: firstById(problem.interpreters),
    places: firstById(problem.places),
    slotRank,
    collide: (slot, other) => within(slot, other, false),
    isTooClose: (slot, other) => within(slot, other, true),
    bufferBetween: (slot, other) => bufferAfter(spanOf(slot)[0] <= spanOf(other)[0] ? slot : other),
    isAvailable,
    attendances: listAttendances(solution, requests, participants),
  }
}

function listAttendances(
  solution: ScheduleSolution,
  requests: ReadonlyMap<string, ScheduleRequest>,
  participants: ReadonlyMap<string, ScheduleParticipant>,
): Attendance[] {
  const found = new Map<string, { participant: ScheduleParticipant; delegate: number; meetings: ScheduledMeeting[] }>()
  const add = (id: string, delegate: number, meeting: ScheduledMeeting): void => {
    const participant = participants.get(id)
    if (participant === undefined) return
    const key = `${delegate} ${id}`
    const attendance = found.get(key)
    if (attendance === undefined) found.set(key, { participant, delegate, meetings: [meeting] })
    else attendance.meetings.push(meeting)
  }
  for (const meeting of solution.meetings) {
    const request = requests.get(meeting.request)
    if (request === undefined) continue
    add(request.host, meeting.hostDelegate, meeting)
    add(request.guest, meeting.guestDelegate, meeting)
  }
  return [...found.values()]
}
