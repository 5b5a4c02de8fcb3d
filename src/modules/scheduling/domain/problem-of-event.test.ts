import { describe, expect, test } from 'vitest'
import { solve, verify } from '../engine/index.ts'
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
    bufferMinutes: 5,
  })
  expect(problem.interpreters[0]).toMatchObject({ maxConsecutiveMinutes: 50, restMinutes: 10 })
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

test('everybody should leave with a meeting, a small company with two; what is not declared counts as large', () => {
  const { participants, fairness } = problemOfEvent(
    buildFacts({
      participants: [
        participant('g1', { companySize: 'micro' }),
        participant('g2', { companySize: 'small' }),
        participant('r1', { companySize: 'medium' }),
        participant('r2'),
      ],
    }),
  )
  expect([fairness?.floor, ...participants.map(({ minMeetings }) => minMeetings)]).toEqual([
    1,
    2,
    2,
    undefined,
    undefined,
  ])
})

describe('what the engine makes of an event', () => {
  const solved = (facts: Parameters<typeof buildFacts>[0]) => {
    const problem = problemOfEvent(buildFacts(facts))
    const solution = solve(problem, { seed: 1, iterationLimit: 2_000, elapsedMs: () => 0 })
    expect(verify(problem, solution).violations).toEqual([])
    return solution
  }
  const slot = (id: string, from: string, to: string, bufferMinutes: number) => ({
    id,
    startsAt: `2020-10-26T${from}:00.000Z`,
    endsAt: `2020-10-26T${to}:00.000Z`,
    bufferMinutes,
  })

  test('nobody meets in two blocks that touch when the first wants a buffer, and may when it does not', () => {
    const touching = (bufferMinutes: number) =>
      solved({
        timeslots: [slot('t0', '06:00', '06:20', bufferMinutes), slot('u0', '06:20', '07:20', 0)],
        requests: [request('a', 'g1', 'r1'), request('b', 'g1', 'r2')],
      }).value.held
    expect([touching(0), touching(5)]).toEqual([2, 1])
  })

  test('an interpreter rests by the clock: two short meetings and a long one are not three slots', () => {
    const timeslots = [
      slot('t0', '06:00', '06:20', 0),
      slot('t1', '06:20', '06:40', 0),
      slot('t2', '06:40', '07:40', 0),
      slot('t3', '07:50', '08:10', 0),
    ]
    const requests = [
      request('a', 'g1', 'r1'),
      request('b', 'g1', 'r2'),
      request('c', 'g2', 'r1'),
      request('d', 'g2', 'r2'),
    ]
    const held = (maxConsecutiveMinutes: number) =>
      solved({ timeslots, requests, interpreters: [interpreter('kim', { maxConsecutiveMinutes })] }).value.held
    // Of t0, t1 and t2 only two: both short ones, or one of them and, after a pause, the long one.
    expect([held(40), held(100)]).toEqual([3, 4])
  })

  test('a company that would go home without a meeting comes before a heavier second meeting of another', () => {
    const { meetings, value } = solved({
      timeslots: [slot('t0', '06:00', '06:20', 0)],
      participants: ['g1', 'g2', 'r1', 'r2'].map((id) => participant(id, { delegates: id === 'g1' ? 2 : 1 })),
      places: [
        { id: 'room1', kind: 'online', outages: [] },
        { id: 'room2', kind: 'online', outages: [] },
      ],
      requests: [
        request('a', 'g1', 'r1', { score: 90, languagePair: null }),
        request('b', 'g1', 'r2', { score: 90, languagePair: null }),
        request('c', 'g2', 'r2', { score: 10, languagePair: null }),
      ],
    })
    expect(meetings.map((one) => one.request)).toEqual(['a', 'c'])
    expect(value.shortfall).toBe(0)
  })
})
