import { addMinutes } from '../../../kernel/instant.ts'
import type {
  InterpreterFacts,
  ParticipantFacts,
  PlannedMeeting,
  RequestFacts,
  ScheduleFacts,
} from '../domain/facts.ts'
import { NO_OUTCOME } from '../domain/outcome.ts'

const START = '2020-10-26T06:00:00.000Z'

export const participant = (id: string, facts: Partial<ParticipantFacts> = {}): ParticipantFacts => ({
  id,
  sideId: id.startsWith('g') ? 'gyeonggi' : 'russia',
  timeZone: id.startsWith('g') ? 'Asia/Seoul' : 'Europe/Moscow',
  companySize: null,
  delegates: 1,
  attendance: 'online',
  maxMeetings: null,
  availability: [],
  outages: [],
  ...facts,
})

export const interpreter = (id: string, facts: Partial<InterpreterFacts> = {}): InterpreterFacts => ({
  id,
  languagePairs: ['ko-ru'],
  maxConsecutiveMinutes: null,
  availability: [],
  outages: [],
  ...facts,
})

export const request = (
  id: string,
  hostId: string,
  guestId: string,
  facts: Partial<RequestFacts> = {},
): RequestFacts => ({
  id,
  hostId,
  guestId,
  wish: 'want',
  score: 50,
  languagePair: 'ko-ru',
  hostDelegate: null,
  guestDelegate: null,
  ...facts,
})

export const meeting = (
  requestId: string,
  timeslotId: string,
  facts: Partial<PlannedMeeting> = {},
): PlannedMeeting => ({
  requestId,
  timeslotId,
  placeId: 'room1',
  interpreterId: 'kim',
  hostDelegate: 0,
  guestDelegate: 0,
  pinned: false,
  ...facts,
})

/** Three timeslots of 20 minutes with 5 between, two online places, two interpreters; people and requests by the test. */
export function buildFacts(
  facts: Partial<ScheduleFacts> & { readonly meetings?: readonly PlannedMeeting[] } = {},
): ScheduleFacts {
  const { meetings = [], ...given } = facts
  return {
    programmeId: 'programme',
    eventId: 'event',
    timeZone: 'Asia/Seoul',
    timeslots: [0, 1, 2].map((n) => {
      const startsAt = addMinutes(START, 25 * n)
      return { id: `t${n}`, startsAt, endsAt: addMinutes(startsAt, 20), bufferMinutes: 5 }
    }),
    places: [
      { id: 'room1', kind: 'online', outages: [] },
      { id: 'room2', kind: 'online', outages: [] },
    ],
    participants: ['g1', 'g2', 'r1', 'r2'].map((id) => participant(id)),
    interpreters: ['kim', 'lee'].map((id) => interpreter(id)),
    requests: [request('a', 'g1', 'r1'), request('b', 'g2', 'r1'), request('c', 'r2', 'g1')],
    draft: { scheduleId: 'draft', revision: 1, meetings, outcome: NO_OUTCOME },
    released: null,
    solving: false,
    screeningInForce: false,
    ...given,
  }
}
