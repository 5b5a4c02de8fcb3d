import { expect, test } from 'vitest'
import { addMinutes } from '../../../kernel/instant.ts'
import { measureCapacity, scarcest, shareOf } from './capacity.ts'

const start = '2020-10-26T06:00:00.000Z'
const timeslots = [0, 1, 2, 3].map((index) => ({
  startsAt: addMinutes(start, index * 30),
  endsAt: addMinutes(start, index * 30 + 25),
}))
const firstTwo = [{ startsAt: timeslots[0]!.startsAt, endsAt: timeslots[1]!.endsAt }]
const party = (id: string, change = {}) => ({
  id,
  status: 'registered' as const,
  attendance: 'online' as const,
  delegates: 1,
  maxMeetings: null,
  availability: [],
  ...change,
})
const request = (hostId: string, guestId: string, change = {}) => ({
  hostId,
  guestId,
  status: 'accepted' as const,
  languagePair: 'ko-ru',
  ...change,
})

test('room and need of places, interpreters and companies', () => {
  const capacity = measureCapacity({
    timeslots,
    places: [{ kind: 'table' }, { kind: 'online' }, { kind: 'online' }],
    participants: [
      party('a', { attendance: 'onsite' }),
      party('b', { attendance: 'onsite', maxMeetings: 1 }),
      party('c', { delegates: 2, availability: firstTwo }),
      party('d', { status: 'withdrawn' }),
    ],
    interpreters: [
      { languagePairs: ['ko-ru'], availability: firstTwo },
      { languagePairs: ['en-ru'], availability: [] },
    ],
    requests: [request('a', 'b'), request('b', 'c'), request('a', 'c', { status: 'pending', languagePair: null })],
  })
  expect(capacity).toEqual({
    rows: [
      { kind: 'table', pair: null, count: 1, room: 4, accepted: 1, pending: 0 },
      { kind: 'online', pair: null, count: 2, room: 8, accepted: 1, pending: 1 },
      { kind: 'interpreter', pair: 'ko-ru', count: 1, room: 2, accepted: 2, pending: 0 },
      // (4 + 1 + 2 × 2) halves of a meeting
      { kind: 'company', pair: null, count: 3, room: 4, accepted: 2, pending: 1 },
    ],
    short: ['b'],
  })
  expect(scarcest(capacity.rows)?.pair).toBe('ko-ru')
})

test('what is needed and not there at all is the scarcest', () => {
  const { rows } = measureCapacity({
    timeslots,
    places: [{ kind: 'table' }],
    participants: [party('a'), party('b')],
    interpreters: [],
    requests: [request('a', 'b', { languagePair: null })],
  })
  const online = rows.find(({ kind }) => kind === 'online')
  expect(online && shareOf(online)).toBe(Number.POSITIVE_INFINITY)
  expect(scarcest(rows)).toBe(online)
})

test('an event without anything has nothing to measure', () => {
  const empty = measureCapacity({ timeslots: [], places: [], participants: [], interpreters: [], requests: [] })
  expect(empty).toEqual({ rows: [], short: [] })
  expect(scarcest(empty.rows)).toBeNull()
})
