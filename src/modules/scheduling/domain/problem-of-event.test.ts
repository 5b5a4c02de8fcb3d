import { expect, test } from 'vitest'
import { buildFacts, interpreter, meeting, participant, request } from '../testing/build-facts.ts'
import { openTimeslots, placeKindOf, problemOfEvent } from './problem-of-event.ts'

test('a meeting takes a table only when both are at the venue', () => {
  const [onsite, online] = [participant('g1', { attendance: 'onsite' }), participant('r1')]
  expect([placeKindOf(onsite, onsite), placeKindOf(onsite, online)]).toEqual(['table', 'online'])
})

test('a timeslot is open when it lies wholly within the hours given, two touching spans count as one', () => {
  const facts = buildFacts()
  const spans = [
    { startsAt: '2020-10-26T06:00:00.000Z', endsAt: '2020-10-26T06:10:00.000Z' },
    { startsAt: '2020-10-26T06:10:00.000Z', endsAt: '2020-10-26T06:44:00.000Z' },
  ]
  expect(openTimeslots(facts, { availability: spans, outages: [] })).toEqual(['t0'])
  expect(openTimeslots(facts, { availability: [], outages: ['t1'] })).toEqual(['t0', 't2'])
})

test('pins of the draft hold, released meetings are published, and days are those of the first side', () => {
  const problem = problemOfEvent(
    buildFacts({
      requests: [request('a', 'g1', 'r1', { wish: 'must', score: 93.4 }), request('b', 'g2', 'r2', { score: null })],
      interpreters: [interpreter('kim', { maxConsecutiveMinutes: 50 })],
      meetings: [meeting('a', 't1', { pinned: true }), meeting('b', 't0')],
      released: {
        number: 1,
        releasedAt: '2020-10-20T00:00:00.000Z',
        meetings: [
          { ...meeting('b', 't2'), hostId: 'g2', guestId: 'r2', status: 'planned', sequence: 0 },
          { ...meeting('a', 't2'), hostId: 'g1', guestId: 'r1', status: 'cancelled', sequence: 1 },
        ],
      },
    }),
  )
  expect(problem.slots[0]).toEqual({
    id: 't0',
    day: '2020-10-26',
    startsAt: '2020-10-26T06:00:00.000Z',
    endsAt: '2020-10-26T06:20:00.000Z',
  })
  expect(problem.interpreters[0]?.maxConsecutiveSlots).toBe(2)
  expect(problem.requests).toEqual([
    {
      id: 'a',
      host: 'g1',
      guest: 'r1',
      wish: 'must',
      weight: 193,
      languagePair: 'ko-ru',
      place: 'online',
      pinned: { slot: 't1', interpreter: 'kim', place: 'room1' },
    },
    {
      id: 'b',
      host: 'g2',
      guest: 'r2',
      wish: 'want',
      weight: 150,
      languagePair: 'ko-ru',
      place: 'online',
      published: { slot: 't2', interpreter: 'kim', place: 'room1' },
    },
  ])
})
