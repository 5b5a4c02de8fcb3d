import type { Id } from '../../../kernel/id.ts'
import { type Instant, addMinutes, minutesBetween } from '../../../kernel/instant.ts'
import { type Result, ok, refuse } from '../../../kernel/result.ts'
import { wallClock } from '../../../kernel/time-zone.ts'
import type { Disturbance } from '../engine/index.ts'
import type { ScheduleFacts } from './facts.ts'
import { problemOfEvent } from './problem-of-event.ts'

/** What happens to a schedule that people already go by. Spans are half-open; a missing end is open. */
export type EventDisturbance =
  | { readonly code: 'cancelled'; readonly requestId: Id }
  | { readonly code: 'no-show'; readonly participantId: Id; readonly from: Instant | null }
  /** Comes at `until`; what a third or less of has passed by then is still held. */
  | { readonly code: 'late-arrival'; readonly participantId: Id; readonly until: Instant }
  /** An accepted request without a meeting is to have one. */
  | { readonly code: 'new-request'; readonly requestId: Id }
  | {
      readonly code: 'interpreter-lost'
      readonly interpreterId: Id
      readonly from: Instant | null
      readonly until: Instant | null
    }
  | { readonly code: 'place-lost'; readonly placeId: Id; readonly from: Instant | null; readonly until: Instant | null }
  /** The meeting goes on through the next timeslots of its day. */
  | { readonly code: 'longer-meeting'; readonly requestId: Id; readonly timeslots: number }

/** Somebody or something that is not there in these timeslots. */
export interface Outage {
  readonly holder: 'participant' | 'interpreter' | 'place'
  readonly holderId: Id
  readonly timeslotIds: readonly Id[]
}

/** What a disturbance means for the facts and for the engine. */
export interface DecidedDisturbance {
  readonly outages: readonly Outage[]
  /** The request that is called off. */
  readonly cancelledId: Id | null
  /** The facts as they are after it. */
  readonly facts: ScheduleFacts
  readonly engine: Disturbance
}

const ABSENT = refuse('absent', 'scheduling.absent')

/**
 * What the disturbance changes. People, requests and places of another event do not exist (`absent`); where no
 * timeslot is left that it could concern, there is nothing to repair (`invalid`).
 */
export function decideDisturbance(
  facts: ScheduleFacts,
  disturbance: EventDisturbance,
  now: Instant,
): Result<DecidedDisturbance> {
  switch (disturbance.code) {
    case 'cancelled':
      return decideCancellation(facts, disturbance.requestId)
    case 'new-request':
      return decideNewRequest(facts, disturbance.requestId)
    case 'longer-meeting':
      return decideLongerMeeting(facts, disturbance.requestId, disturbance.timeslots)
    case 'no-show':
    case 'late-arrival': {
      const { participantId } = disturbance
      if (!facts.participants.some(({ id }) => id === participantId)) return ABSENT
      const slots =
        disturbance.code === 'no-show'
          ? slotsIn(facts, { ...disturbance, until: null }, now)
          : missedSlots(facts, disturbance.until, now)
      return withOutages(facts, [{ holder: 'participant', holderId: participantId, timeslotIds: slots }], {
        code: 'away',
        participant: participantId,
        slots,
      })
    }
    case 'interpreter-lost': {
      const { interpreterId } = disturbance
      if (!facts.interpreters.some(({ id }) => id === interpreterId)) return ABSENT
      const slots = slotsIn(facts, disturbance, now)
      return withOutages(facts, [{ holder: 'interpreter', holderId: interpreterId, timeslotIds: slots }], {
        code: 'interpreter-lost',
        interpreter: interpreterId,
        slots,
      })
    }
    case 'place-lost': {
      const { placeId } = disturbance
      if (!facts.places.some(({ id }) => id === placeId)) return ABSENT
      const slots = slotsIn(facts, disturbance, now)
      return withOutages(facts, [{ holder: 'place', holderId: placeId, timeslotIds: slots }], {
        code: 'place-lost',
        place: placeId,
        slots,
      })
    }
  }
}

function decideCancellation(facts: ScheduleFacts, requestId: Id): Result<DecidedDisturbance> {
  if (!facts.requests.some(({ id }) => id === requestId)) return ABSENT
  const left = { ...facts, requests: facts.requests.filter(({ id }) => id !== requestId) }
  return ok({
    outages: [],
    cancelledId: requestId,
    facts: left,
    engine: { code: 'cancelled', request: requestId },
  })
}

function decideNewRequest(facts: ScheduleFacts, requestId: Id): Result<DecidedDisturbance> {
  const request = problemOfEvent(facts).requests.find(({ id }) => id === requestId)
  if (!request) return ABSENT
  if (facts.draft.meetings.some((meeting) => meeting.requestId === requestId)) {
    return refuse('conflict', 'scheduling.already-placed')
  }
  return ok({ outages: [], cancelledId: null, facts, engine: { code: 'new-request', request } })
}

function decideLongerMeeting(facts: ScheduleFacts, requestId: Id, count: number): Result<DecidedDisturbance> {
  const request = facts.requests.find(({ id }) => id === requestId)
  if (!request) return ABSENT
  const meeting = facts.draft.meetings.find((planned) => planned.requestId === requestId)
  if (!meeting) return refuse('conflict', 'scheduling.not-in-draft')
  const at = facts.timeslots.findIndex(({ id }) => id === meeting.timeslotId)
  const day = (index: number) => wallClock(facts.timeslots[index]?.startsAt ?? '', facts.timeZone).date
  const slots = facts.timeslots
    .slice(at + 1, at + 1 + count)
    .flatMap(({ id }, offset) => (day(at + 1 + offset) === day(at) ? [id] : []))
  const busy = (holder: Outage['holder'], holderId: Id | null): Outage[] =>
    holderId === null ? [] : [{ holder, holderId, timeslotIds: slots }]
  return withOutages(
    facts,
    [
      ...busy('participant', request.hostId),
      ...busy('participant', request.guestId),
      ...busy('interpreter', meeting.interpreterId),
      ...busy('place', meeting.placeId),
    ],
    { code: 'longer-meeting', request: requestId, slots },
  )
}

function withOutages(
  facts: ScheduleFacts,
  outages: readonly Outage[],
  engine: Disturbance,
): Result<DecidedDisturbance> {
  if (outages.every(({ timeslotIds }) => timeslotIds.length === 0)) return refuse('invalid', 'scheduling.nothing-lost')
  const lose = <Holder extends { readonly id: Id; readonly outages: readonly Id[] }>(
    kind: Outage['holder'],
    holders: readonly Holder[],
  ): Holder[] =>
    holders.map((one) => {
      const lost = outages.flatMap((o) => (o.holder === kind && o.holderId === one.id ? o.timeslotIds : []))
      return lost.length === 0 ? one : { ...one, outages: [...one.outages, ...lost] }
    })
  return ok({
    outages,
    cancelledId: null,
    facts: {
      ...facts,
      participants: lose('participant', facts.participants),
      interpreters: lose('interpreter', facts.interpreters),
      places: lose('place', facts.places),
    },
    engine,
  })
}

/** Timeslots that touch the span and are not over; of an event of the past all count, so that it can be rehearsed. */
function slotsIn(
  facts: ScheduleFacts,
  { from, until }: { readonly from: Instant | null; readonly until: Instant | null },
  now: Instant,
): Id[] {
  const over = isOver(facts, now)
  return facts.timeslots
    .filter((slot) => (from === null || slot.endsAt > from) && (until === null || slot.startsAt < until))
    .filter((slot) => over || slot.endsAt > now)
    .map(({ id }) => id)
}

/** Who comes before a third of a meeting has passed still holds it. */
export const latestEntry = ({ startsAt, endsAt }: Pick<ScheduleFacts['timeslots'][number], 'startsAt' | 'endsAt'>) =>
  addMinutes(startsAt, Math.floor(minutesBetween(startsAt, endsAt) / 3))

/** Timeslots that whoever comes at `arrival` comes too late for. */
function missedSlots(facts: ScheduleFacts, arrival: Instant, now: Instant): Id[] {
  const missed = new Set(facts.timeslots.filter((slot) => latestEntry(slot) < arrival).map(({ id }) => id))
  return slotsIn(facts, { from: null, until: arrival }, now).filter((id) => missed.has(id))
}

const isOver = ({ timeslots }: ScheduleFacts, now: Instant): boolean => timeslots.every(({ endsAt }) => endsAt <= now)

/**
 * Timeslots too near to change: those that have begun or begin within `minutes`. Nobody waits in an event that is
 * over, so there none is.
 */
export function frozenTimeslots(facts: ScheduleFacts, now: Instant, minutes: number): Id[] {
  if (isOver(facts, now)) return []
  const until = addMinutes(now, minutes)
  return facts.timeslots.filter(({ startsAt }) => startsAt < until).map(({ id }) => id)
}
