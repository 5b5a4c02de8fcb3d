import type { Id } from '../../../kernel/id.ts'
import { type Interval, contains, union } from '../../../kernel/interval.ts'
import { wallClock } from '../../../kernel/time-zone.ts'
import type { MeetingPosition, ScheduleProblem, ScheduleRequest } from '../engine/problem.ts'
import type { ParticipantFacts, PlaceFacts, PlannedMeeting, Presence, RequestFacts, ScheduleFacts } from './facts.ts'

/**
 * A meeting held is worth 100, and its match score on top: two ordinary meetings always outweigh the finest
 * single one, and among equally many the better matches win. A pair that was never ranked counts as average.
 */
const WORTH_OF_A_MEETING = 100
const UNRANKED_SCORE = 50

/**
 * Everybody who asked and was accepted should leave with a meeting, and a small company, for which the event may be the
 * only door to the other market, with two, before anybody's further wishes count.
 */
const FLOOR = 1
const FLOOR_OF_SMALL = 2

/** A pause from which an interpreter's time at work begins anew; shorter ones between two meetings are no rest. */
export const REST_MINUTES = 10

/** Two people at tables meet at a table; as soon as one is online, the meeting takes an online place. */
export const placeKindOf = (host: ParticipantFacts, guest: ParticipantFacts): 'table' | 'online' =>
  host.attendance === 'onsite' && guest.attendance === 'onsite' ? 'table' : 'online'

/** Ids of the timeslots that lie wholly within the declared hours (none: always there) and are not lost. */
export function openTimeslots(facts: Pick<ScheduleFacts, 'timeslots'>, { availability, outages }: Presence): Id[] {
  const there = union(availability)
  const isDeclared = (slot: Interval) => there.length === 0 || there.some((interval) => contains(interval, slot))
  return facts.timeslots.filter((slot) => isDeclared(slot) && !outages.includes(slot.id)).map(({ id }) => id)
}

const placeOf = (facts: ScheduleFacts, { id, kind, outages }: PlaceFacts): ScheduleProblem['places'][number] => ({
  id,
  kind,
  ...(outages.length === 0 ? {} : { availableSlots: openTimeslots(facts, { availability: [], outages }) }),
})

const position = (meeting: PlannedMeeting): MeetingPosition => ({
  slot: meeting.timeslotId,
  interpreter: meeting.interpreterId,
  ...(meeting.placeId === null ? {} : { place: meeting.placeId }),
})

/** The engine's problem for this event: pins of the draft hold, meetings already released cost to move. */
export function problemOfEvent(facts: ScheduleFacts): ScheduleProblem {
  const pinned = new Map(facts.draft.meetings.filter((m) => m.pinned).map((m) => [m.requestId, m]))
  const published = new Map(
    (facts.released?.meetings ?? []).filter((m) => m.status === 'planned').map((m) => [m.requestId, m]),
  )
  const participants = new Map(facts.participants.map((p) => [p.id, p]))
  return {
    format: 'naru-schedule-problem/1',
    slots: facts.timeslots.map(({ id, startsAt, endsAt, bufferMinutes }) => ({
      id,
      day: wallClock(startsAt, facts.timeZone).date,
      startsAt,
      endsAt,
      ...(bufferMinutes === 0 ? {} : { bufferMinutes }),
    })),
    places: facts.places.map((place) => placeOf(facts, place)),
    participants: facts.participants.map((p) => ({
      id: p.id,
      side: p.sideId,
      delegates: p.delegates,
      availableSlots: openTimeslots(facts, p),
      timeZone: p.timeZone,
      ...(p.companySize === 'micro' || p.companySize === 'small' ? { minMeetings: FLOOR_OF_SMALL } : {}),
      ...(p.maxMeetings === null ? {} : { maxMeetings: p.maxMeetings }),
    })),
    interpreters: facts.interpreters.map((i) => ({
      id: i.id,
      languagePairs: i.languagePairs,
      availableSlots: openTimeslots(facts, i),
      ...(i.maxConsecutiveMinutes === null
        ? {}
        : { maxConsecutiveMinutes: i.maxConsecutiveMinutes, restMinutes: REST_MINUTES }),
    })),
    fairness: { floor: FLOOR },
    requests: facts.requests.flatMap((request) => {
      const [host, guest] = [participants.get(request.hostId), participants.get(request.guestId)]
      return host && guest ? [requestOf(request, host, guest, pinned.get(request.id), published.get(request.id))] : []
    }),
  }
}

function requestOf(
  request: RequestFacts,
  host: ParticipantFacts,
  guest: ParticipantFacts,
  pinned: PlannedMeeting | undefined,
  published: PlannedMeeting | undefined,
): ScheduleRequest {
  return {
    id: request.id,
    host: host.id,
    guest: guest.id,
    wish: request.wish,
    weight: WORTH_OF_A_MEETING + Math.round(request.score ?? UNRANKED_SCORE),
    languagePair: request.languagePair,
    place: placeKindOf(host, guest),
    ...(request.hostDelegate === null ? {} : { hostDelegate: request.hostDelegate }),
    ...(request.guestDelegate === null ? {} : { guestDelegate: request.guestDelegate }),
    ...(pinned ? { pinned: position(pinned) } : {}),
    ...(published ? { published: position(published) } : {}),
  }
}
