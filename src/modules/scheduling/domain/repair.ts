import type { Id } from '../../../kernel/id.ts'
import { type Result, ok, refuse } from '../../../kernel/result.ts'
import type { MeetingPosition, Repair, RepairAlternative, ScheduleProblem, ScheduleValue } from '../engine/index.ts'
import { type Difference, concernedBy, differences } from './differences.ts'
import type { PlannedMeeting, ScheduleFacts } from './facts.ts'
import { planOf } from './outcome.ts'
import { problemOfEvent } from './problem-of-event.ts'

/** A meeting of the draft as it is to be; null: it has none any more. */
export interface RepairChange {
  readonly requestId: Id
  readonly after: PlannedMeeting | null
}

/** One way to go on after a disturbance. */
export interface RepairChoice {
  /** What is special about it beside the others. */
  readonly code: 'fewest-moves' | 'fills-gaps' | 'moves-nobody-else' | 'other-way'
  /** What changes for people against the draft, one row a request. */
  readonly rows: readonly Difference[]
  /** The same for the database: also who of a company sits where. */
  readonly changes: readonly RepairChange[]
  readonly value: ScheduleValue
  readonly moved: number
  readonly dropped: number
  readonly added: number
  /** No schedule that keeps as many of the former meetings moves fewer. */
  readonly provenLeast: boolean
  /** Who hears of it at a release, other changes of the draft included. */
  readonly toldParticipants: readonly Id[]
  readonly toldInterpreters: readonly Id[]
}

/**
 * The engine's problem after a disturbance: everybody has been told of the draft, so staying where it has them is
 * worth most. A pinned meeting whose place or interpreter is lost keeps its time and may take another.
 */
export function problemOfRepair(facts: ScheduleFacts): ScheduleProblem {
  const problem = problemOfEvent(facts)
  const planned = new Map(facts.draft.meetings.map((meeting) => [meeting.requestId, meeting]))
  const lost = new Set(
    [...facts.interpreters, ...facts.places].flatMap(({ id, outages }) => outages.map((slot) => `${id} ${slot}`)),
  )
  const without = (pin: MeetingPosition): MeetingPosition => ({
    slot: pin.slot,
    ...(pin.interpreter && !lost.has(`${pin.interpreter} ${pin.slot}`) ? { interpreter: pin.interpreter } : {}),
    ...(pin.place !== undefined && !lost.has(`${pin.place} ${pin.slot}`) ? { place: pin.place } : {}),
  })
  return {
    ...problem,
    requests: problem.requests.map((request) => {
      const meeting = planned.get(request.id)
      const { published: _, ...rest } = request
      return {
        ...rest,
        ...(request.pinned ? { pinned: without(request.pinned) } : {}),
        ...(meeting
          ? {
              published: {
                slot: meeting.timeslotId,
                interpreter: meeting.interpreterId,
                ...(meeting.placeId === null ? {} : { place: meeting.placeId }),
              },
            }
          : {}),
      }
    }),
  }
}

/** More than these nobody compares. */
const MOST_CHOICES = 4

/**
 * The engine's answers as choices, the fewest moves first, each different plan once. `before`: the facts before the
 * disturbance, `after`: since.
 */
export function choicesOf(before: ScheduleFacts, after: ScheduleFacts, repairs: readonly Repair[]): RepairChoice[] {
  const pinned = new Set(before.draft.meetings.filter((m) => m.pinned).map(({ requestId }) => requestId))
  const answers = repairs.flatMap((repair): (RepairAlternative & { provenLeast: boolean })[] => [
    repair,
    ...repair.alternatives.map((other) => ({ ...other, provenLeast: false })),
  ])
  const choices = new Map<string, RepairChoice>()
  for (const [index, answer] of answers.entries()) {
    const choice = choiceOf(before, after, planOf(answer.solution, pinned), answer.solution.value)
    const key = JSON.stringify(choice.rows)
    if (choices.has(key)) continue
    const first = [...choices.values()][0]
    choices.set(key, { ...choice, code: codeOf(choice, first, index), provenLeast: answer.provenLeast })
  }
  return [...choices.values()].slice(0, MOST_CHOICES)
}

function codeOf(
  choice: Omit<RepairChoice, 'code' | 'provenLeast'>,
  first: RepairChoice | undefined,
  index: number,
): RepairChoice['code'] {
  if (index === 0 || !first) return 'fewest-moves'
  if (choice.added > first.added) return 'fills-gaps'
  return choice.dropped > first.dropped ? 'moves-nobody-else' : 'other-way'
}

function choiceOf(
  before: ScheduleFacts,
  after: ScheduleFacts,
  plan: readonly PlannedMeeting[],
  value: ScheduleValue,
): Omit<RepairChoice, 'code' | 'provenLeast'> {
  const rows = differences(before.draft.meetings, plan)
  const released = (before.released?.meetings ?? []).filter(({ status }) => status === 'planned')
  const count = (kind: Difference['kind']) => rows.filter((row) => row.kind === kind).length
  return {
    rows,
    changes: changesBetween(before.draft.meetings, plan),
    value,
    moved: count('moved'),
    dropped: count('cancelled'),
    added: count('added'),
    // The parties of a request that no longer counts are known from before.
    ...concernedBy({ requests: before.requests, released: after.released }, differences(released, plan)),
  }
}

const isSame = (a: PlannedMeeting, b: PlannedMeeting): boolean =>
  a.timeslotId === b.timeslotId &&
  a.placeId === b.placeId &&
  a.interpreterId === b.interpreterId &&
  a.hostDelegate === b.hostDelegate &&
  a.guestDelegate === b.guestDelegate

function changesBetween(before: readonly PlannedMeeting[], plan: readonly PlannedMeeting[]): RepairChange[] {
  const planned = new Map(plan.map((meeting) => [meeting.requestId, meeting]))
  const known = new Map(before.map((meeting) => [meeting.requestId, meeting]))
  return [...new Set([...known.keys(), ...planned.keys()])].toSorted().flatMap((requestId) => {
    const [was, is] = [known.get(requestId), planned.get(requestId) ?? null]
    return was && is && isSame(was, is) ? [] : [{ requestId, after: is }]
  })
}

/**
 * The draft with the changes made, or why not: nothing moves into a frozen timeslot, nothing that could stay moves out
 * of one, and a pin holds. Everything else is for the verifier. `facts`: since the disturbance.
 */
export function decideRepair(
  facts: ScheduleFacts,
  changes: readonly RepairChange[],
  frozen: readonly Id[],
): Result<PlannedMeeting[]> {
  const known = new Map(facts.draft.meetings.map((meeting) => [meeting.requestId, meeting]))
  for (const { requestId, after } of changes) {
    const before = known.get(requestId)
    if (before && after?.timeslotId === before.timeslotId) continue
    if (after && frozen.includes(after.timeslotId)) return refuse('invalid', 'scheduling.too-near')
    if (!before || isDisplaced(facts, before)) continue
    if (frozen.includes(before.timeslotId)) return refuse('invalid', 'scheduling.too-near')
    if (before.pinned) return refuse('invalid', 'scheduling.pin-moved')
  }
  const changed = new Map(changes.map((change) => [change.requestId, change]))
  const kept = facts.draft.meetings.filter(({ requestId }) => !changed.has(requestId))
  const put = changes.flatMap(({ after }) =>
    after ? [{ ...after, pinned: known.get(after.requestId)?.pinned ?? false }] : [],
  )
  return ok([...kept, ...put])
}

/** Whether the meeting cannot stay as it is: it counts no more, or somebody or something it needs is not there. */
function isDisplaced(facts: ScheduleFacts, meeting: PlannedMeeting): boolean {
  const request = facts.requests.find(({ id }) => id === meeting.requestId)
  if (!request) return true
  const needed = [request.hostId, request.guestId, meeting.interpreterId, meeting.placeId]
  return [...facts.participants, ...facts.interpreters, ...facts.places].some(
    ({ id, outages }) => needed.includes(id) && outages.includes(meeting.timeslotId),
  )
}
