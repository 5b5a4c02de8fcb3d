import type { Id } from '../../../kernel/id.ts'
import { addMinutes, minutesBetween } from '../../../kernel/instant.ts'
import { type Refusal, type Result, ok, refuse } from '../../../kernel/result.ts'
import type {
  InterpreterFacts,
  ParticipantFacts,
  PlannedMeeting,
  RequestFacts,
  ScheduleFacts,
  TimeslotFacts,
} from './facts.ts'
import { REST_MINUTES, openTimeslots, placeKindOf } from './problem-of-event.ts'

export interface Placement {
  readonly requestId: Id
  readonly timeslotId: Id
  /** Absent: the old one where it is free, else any free one. */
  readonly placeId?: Id | undefined
  readonly interpreterId?: Id | null | undefined
  readonly pinned?: boolean | undefined
}

export interface Landing {
  readonly timeslotId: Id
  readonly state: 'free' | 'taken' | 'forbidden'
  readonly code: string | null
  /** Requests whose meetings are in the way. */
  readonly swapWith: readonly Id[]
}

/** What dropping the request on each timeslot would mean. The request's own present meeting is in nobody's way. */
export function landingsOf(facts: ScheduleFacts, requestId: Id): Landing[] {
  return facts.timeslots.map(({ id }) => {
    const decided = decidePlacement(facts, { requestId, timeslotId: id })
    if (decided.ok) return { timeslotId: id, state: 'free', code: null, swapWith: [] }
    const { code, kind, inTheWay } = decided.refusal
    const state = kind === 'conflict' ? 'taken' : 'forbidden'
    return { timeslotId: id, state, code: code.replace('scheduling.', ''), swapWith: inTheWay ?? [] }
  })
}

export interface PlacementRefusal extends Refusal {
  readonly inTheWay?: readonly Id[]
}

/**
 * Whether the request can be held in that timeslot beside the rest of the draft, and with which delegates,
 * place and interpreter. A hard rule of the data is `invalid`; somebody or something busy is a `conflict`.
 */
export function decidePlacement(facts: ScheduleFacts, placement: Placement): Result<PlannedMeeting, PlacementRefusal> {
  const request = facts.requests.find(({ id }) => id === placement.requestId)
  const host = facts.participants.find(({ id }) => id === request?.hostId)
  const guest = facts.participants.find(({ id }) => id === request?.guestId)
  if (!request || !host || !guest || !facts.timeslots.some(({ id }) => id === placement.timeslotId)) {
    return refuse('absent', 'scheduling.absent')
  }
  const table = timeslotTable(facts, placement)
  const hostSeat = seatOf(facts, table, host, placement, request.hostDelegate)
  if (!hostSeat.ok) return hostSeat
  const guestSeat = seatOf(facts, table, guest, placement, request.guestDelegate)
  if (!guestSeat.ok) return guestSeat
  const place = placeOf(facts, table, placement, placeKindOf(host, guest))
  if (!place.ok) return place
  const interpreter = interpreterOf(facts, table, placement, request.languagePair)
  if (!interpreter.ok) return interpreter
  return ok({
    requestId: request.id,
    timeslotId: placement.timeslotId,
    placeId: place.value,
    interpreterId: interpreter.value,
    hostDelegate: hostSeat.value,
    guestDelegate: guestSeat.value,
    pinned: placement.pinned ?? table.own?.pinned ?? false,
  })
}

/** Who and what is taken in the timeslot, or within a buffer of it, by other meetings. */
interface TimeslotTable {
  readonly others: readonly (PlannedMeeting & { readonly request: RequestFacts })[]
  /** The request's meeting before the move. */
  readonly own: PlannedMeeting | null
}

function timeslotTable(facts: ScheduleFacts, { requestId, timeslotId }: Placement): TimeslotTable {
  const requests = new Map(facts.requests.map((request) => [request.id, request]))
  const near = timeslotsNear(facts, timeslotId)
  const others = facts.draft.meetings.flatMap((meeting) => {
    const request = requests.get(meeting.requestId)
    return request && near.has(meeting.timeslotId) && meeting.requestId !== requestId ? [{ ...meeting, request }] : []
  })
  return { others, own: facts.draft.meetings.find((meeting) => meeting.requestId === requestId) ?? null }
}

/** The timeslot itself and those that nobody can use beside it: less than the buffer of the earlier lies between. */
export function timeslotsNear({ timeslots }: ScheduleFacts, timeslotId: Id): Set<Id> {
  const slot = timeslots.find(({ id }) => id === timeslotId)
  const ends = (one: TimeslotFacts) => addMinutes(one.endsAt, one.bufferMinutes)
  const isNear = (other: TimeslotFacts) => slot && other.startsAt < ends(slot) && slot.startsAt < ends(other)
  return new Set([timeslotId, ...timeslots.filter(isNear).map(({ id }) => id)])
}

function busy(code: string, inTheWay: readonly Id[], detail: Refusal['detail'] = {}) {
  const refusal: PlacementRefusal = { code, kind: 'conflict', detail, inTheWay }
  return { ok: false as const, refusal }
}

function seatOf(
  facts: ScheduleFacts,
  table: TimeslotTable,
  participant: ParticipantFacts,
  { timeslotId, requestId }: Placement,
  named: number | null,
): Result<number, PlacementRefusal> {
  const who = { participantId: participant.id }
  if (!openTimeslots(facts, participant).includes(timeslotId)) {
    return refuse('invalid', 'scheduling.participant-away', who)
  }
  const taken = new Map<number, Id>()
  for (const { request, requestId: other, hostDelegate, guestDelegate } of table.others) {
    if (request.hostId === participant.id) taken.set(hostDelegate, other)
    if (request.guestId === participant.id) taken.set(guestDelegate, other)
  }
  const seats = named === null ? Array.from({ length: participant.delegates }, (_, seat) => seat) : [named]
  const free = seats.find((seat) => !taken.has(seat))
  if (free === undefined) {
    const inTheWay = named === null ? [...taken.values()] : [taken.get(named)!]
    return busy(named === null ? 'scheduling.participant-busy' : 'scheduling.delegate-busy', inTheWay, who)
  }
  if (participant.maxMeetings !== null && meetingsOf(facts, participant.id, requestId) >= participant.maxMeetings) {
    return refuse('invalid', 'scheduling.participant-has-enough', { ...who, maxMeetings: participant.maxMeetings })
  }
  return ok(free)
}

/** Meetings of the participant in the draft, the one being placed left out. */
function meetingsOf(facts: ScheduleFacts, participantId: Id, except: Id): number {
  const own = facts.requests.filter((r) => r.hostId === participantId || r.guestId === participantId)
  const ids = new Set(own.map(({ id }) => id))
  return facts.draft.meetings.filter((m) => m.requestId !== except && ids.has(m.requestId)).length
}

function placeOf(
  facts: ScheduleFacts,
  table: TimeslotTable,
  { placeId, timeslotId }: Placement,
  kind: 'table' | 'online',
): Result<Id | null, PlacementRefusal> {
  const ofKind = facts.places.filter((place) => place.kind === kind)
  const takenBy = new Map(table.others.map((meeting) => [meeting.placeId, meeting.requestId]))
  if (placeId !== undefined) {
    if (!ofKind.some(({ id }) => id === placeId)) return refuse('invalid', 'scheduling.place-unfit', { kind })
    const other = takenBy.get(placeId)
    const isLost = ofKind.some(({ id, outages }) => id === placeId && outages.includes(timeslotId))
    return other || isLost ? busy('scheduling.place-taken', other ? [other] : []) : ok(placeId)
  }
  if (ofKind.length === 0) return refuse('invalid', 'scheduling.no-place', { kind })
  const free = ofKind.filter(({ id, outages }) => !takenBy.has(id) && !outages.includes(timeslotId)).map(({ id }) => id)
  const kept = free.find((id) => id === table.own?.placeId) ?? free[0]
  if (kept === undefined) return busy('scheduling.places-full', [...takenBy.values()], { kind })
  return ok(kept)
}

function interpreterOf(
  facts: ScheduleFacts,
  table: TimeslotTable,
  placement: Placement,
  languagePair: string | null,
): Result<Id | null, PlacementRefusal> {
  if (languagePair === null) return ok(null)
  const detail = { languagePair }
  const able = facts.interpreters.filter(
    (i) =>
      speaks(i, languagePair) &&
      openTimeslots(facts, i).includes(placement.timeslotId) &&
      (!placement.interpreterId || i.id === placement.interpreterId),
  )
  if (able.length === 0) return refuse('invalid', 'scheduling.no-interpreter', detail)
  const takenBy = new Map(table.others.map((meeting) => [meeting.interpreterId, meeting.requestId]))
  const unbooked = able.filter(({ id }) => !takenBy.has(id))
  if (unbooked.length === 0) {
    return busy(
      'scheduling.interpreters-busy',
      able.flatMap(({ id }) => takenBy.get(id) ?? []),
      detail,
    )
  }
  const free = unbooked.filter((interpreter) => isRested(facts, interpreter, placement))
  if (free.length === 0) return busy('scheduling.interpreters-need-rest', [], detail)
  const kept = free.find(({ id }) => id === table.own?.interpreterId) ?? free[0]
  return ok(kept?.id ?? null)
}

const speaks = (interpreter: InterpreterFacts, languagePair: string): boolean =>
  interpreter.languagePairs.includes(languagePair)

/** Whether the interpreter could take the timeslot without being at work for longer than allowed without a rest. */
function isRested(
  facts: ScheduleFacts,
  { id, maxConsecutiveMinutes }: InterpreterFacts,
  placement: Placement,
): boolean {
  if (maxConsecutiveMinutes === null) return true
  const others = facts.draft.meetings.filter((m) => m.interpreterId === id && m.requestId !== placement.requestId)
  const working = new Set([...others.map(({ timeslotId }) => timeslotId), placement.timeslotId])
  const stretches: TimeslotFacts[][] = []
  for (const slot of facts.timeslots) {
    if (!working.has(slot.id)) continue
    const before = stretches.at(-1)?.at(-1)
    if (before && minutesBetween(before.endsAt, slot.startsAt) < REST_MINUTES) stretches.at(-1)?.push(slot)
    else stretches.push([slot])
  }
  const own = stretches.find((stretch) => stretch.some(({ id: slot }) => slot === placement.timeslotId)) ?? []
  const [first, last] = [own[0], own.at(-1)]
  return !first || !last || own.length === 1 || minutesBetween(first.startsAt, last.endsAt) <= maxConsecutiveMinutes
}
