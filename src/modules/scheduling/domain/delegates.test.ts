import { describe, expect, test } from 'vitest'
import { buildFacts, meeting, participant, request } from '../testing/build-facts.ts'
import { reseat, seatOfPerson } from './delegates.ts'
import { decidePlacement } from './placement.ts'

describe('the seat of a person', () => {
  const named = [
    { personId: 'kim', delegate: 0 },
    { personId: 'lee', delegate: 2 },
  ]
  test('is the one they have, else the lowest nobody has', () => {
    expect(seatOfPerson('lee', named, 3)).toEqual({ ok: true, value: 2 })
    expect(seatOfPerson('park', named, 3)).toEqual({ ok: true, value: 1 })
  })

  test('there are no more than people who sit at once, unless that is one', () => {
    expect(seatOfPerson('park', [named[0]!, { personId: 'lee', delegate: 1 }], 2)).toMatchObject({
      refusal: { code: 'scheduling.delegates-few', detail: { delegates: 2 } },
    })
    expect(seatOfPerson('park', [named[0]!, { personId: 'lee', delegate: 1 }], 1)).toEqual({ ok: true, value: 2 })
  })
})

/** The host g1 sits in two meetings at once, with its seats 0 and 1. */
function twoAtOnce(named: { readonly a?: number; readonly b?: number } = {}) {
  return buildFacts({
    participants: [participant('g1', { delegates: 2 }), participant('g2'), participant('r1'), participant('r2')],
    requests: [
      request('a', 'g1', 'r1', { hostDelegate: named.a ?? null }),
      request('b', 'g1', 'r2', { hostDelegate: named.b ?? null }),
    ],
    meetings: [meeting('a', 't0'), meeting('b', 't0', { hostDelegate: 1, placeId: 'room2', interpreterId: 'lee' })],
  })
}

describe('naming somebody for a meeting of the draft', () => {
  test('a colleague takes the other seat', () => {
    const seats = reseat(twoAtOnce({ a: 1 }), 'a', 'host')
    expect(seats.ok && seats.value.map(({ requestId, after }) => [requestId, after.hostDelegate])).toEqual([
      ['a', 1],
      ['b', 0],
    ])
  })

  test('who sits there already stays, and a request without a meeting changes nothing', () => {
    expect(reseat(twoAtOnce({ b: 1 }), 'b', 'host')).toEqual({ ok: true, value: [] })
    expect(reseat(buildFacts({ requests: [request('a', 'g1', 'r1', { hostDelegate: 0 })] }), 'a', 'host')).toEqual({
      ok: true,
      value: [],
    })
  })

  test('somebody named for another meeting at that time is busy', () => {
    expect(reseat(twoAtOnce({ a: 1, b: 1 }), 'a', 'host')).toMatchObject({
      refusal: { code: 'scheduling.delegate-busy' },
    })
  })
})

test('a meeting placed by hand waits for the seat of its person', () => {
  const facts = twoAtOnce({ a: 1 })
  const later = { ...facts, draft: { ...facts.draft, meetings: facts.draft.meetings.slice(1) } }
  expect(decidePlacement(later, { requestId: 'a', timeslotId: 't0' })).toMatchObject({
    refusal: { kind: 'conflict', code: 'scheduling.delegate-busy', inTheWay: ['b'] },
  })
  expect(decidePlacement(later, { requestId: 'a', timeslotId: 't1' })).toMatchObject({
    ok: true,
    value: { hostDelegate: 1 },
  })
})
