import { describe, expect, test } from 'vitest'
import { buildFacts, interpreter, meeting, participant } from '../testing/build-facts.ts'
import { decidePlacement, landingsOf } from './placement.ts'

const place = (facts = buildFacts(), requestId = 'a', timeslotId = 't0', more = {}) =>
  decidePlacement(facts, { requestId, timeslotId, ...more })
const refusal = (result: ReturnType<typeof place>) =>
  result.ok ? null : [result.refusal.kind, result.refusal.code, result.refusal.inTheWay ?? []]

test('an empty timeslot gets the first free seat, place and interpreter', () => {
  expect(place()).toEqual({ ok: true, value: meeting('a', 't0') })
})

test('a moved meeting keeps its place and interpreter where they are free', () => {
  const facts = buildFacts({ meetings: [meeting('a', 't1', { placeId: 'room2', interpreterId: 'lee', pinned: true })] })
  expect(place(facts)).toEqual({
    ok: true,
    value: meeting('a', 't0', { placeId: 'room2', interpreterId: 'lee', pinned: true }),
  })
})

describe('what is in the way', () => {
  test('a company with another meeting at the time, unless it has a second delegate', () => {
    const meetings = [meeting('b', 't0')]
    expect(refusal(place(buildFacts({ meetings })))).toEqual(['conflict', 'scheduling.participant-busy', ['b']])
    const participants = [participant('g1'), participant('g2'), participant('r1', { delegates: 2 }), participant('r2')]
    expect(place(buildFacts({ meetings, participants }))).toEqual({
      ok: true,
      value: meeting('a', 't0', { guestDelegate: 1, placeId: 'room2', interpreterId: 'lee' }),
    })
  })

  test('a company that is away, or has as many meetings as it wants', () => {
    const later = [{ startsAt: '2020-10-26T06:25:00.000Z', endsAt: '2020-10-26T09:00:00.000Z' }]
    const away = buildFacts({
      participants: [
        participant('g1', { availability: later }),
        participant('g2'),
        participant('r1'),
        participant('r2'),
      ],
    })
    expect(refusal(place(away))).toEqual(['invalid', 'scheduling.participant-away', []])
    const enough = buildFacts({
      participants: [participant('g1', { maxMeetings: 1 }), participant('g2'), participant('r1'), participant('r2')],
      meetings: [meeting('c', 't2')],
    })
    expect(refusal(place(enough))).toEqual(['invalid', 'scheduling.participant-has-enough', []])
    expect(place(enough, 'c', 't0').ok).toBe(true)
  })

  test('all places taken, no place of the kind, a place named that is taken or unfit', () => {
    const meetings = [meeting('b', 't0'), meeting('c', 't0')]
    const two = [
      participant('g1', { delegates: 3 }),
      participant('g2'),
      participant('r1', { delegates: 3 }),
      participant('r2'),
    ]
    expect(
      refusal(
        place(buildFacts({ meetings: [meetings[0]!, meeting('c', 't0', { placeId: 'room2' })], participants: two })),
      ),
    ).toEqual(['conflict', 'scheduling.places-full', ['b', 'c']])
    expect(refusal(place(buildFacts({ places: [{ id: 'desk', kind: 'table', outages: [] }] })))).toEqual([
      'invalid',
      'scheduling.no-place',
      [],
    ])
    expect(
      refusal(place(buildFacts({ meetings: [meetings[0]!], participants: two }), 'a', 't0', { placeId: 'room1' })),
    ).toEqual(['conflict', 'scheduling.place-taken', ['b']])
    expect(refusal(place(buildFacts(), 'a', 't0', { placeId: 'elsewhere' }))).toEqual([
      'invalid',
      'scheduling.place-unfit',
      [],
    ])
  })

  test('no interpreter of the pair, or all of them busy', () => {
    expect(refusal(place(buildFacts({ interpreters: [interpreter('kim', { languagePairs: ['en-ru'] })] })))).toEqual([
      'invalid',
      'scheduling.no-interpreter',
      [],
    ])
    const busy = buildFacts({
      interpreters: [interpreter('kim')],
      meetings: [meeting('b', 't0')],
      participants: [participant('g1'), participant('g2'), participant('r1', { delegates: 2 }), participant('r2')],
    })
    expect(refusal(place(busy))).toEqual(['conflict', 'scheduling.interpreters-busy', ['b']])
  })

  test('an interpreter who has worked as long in a row as allowed', () => {
    const tired = buildFacts({
      interpreters: [interpreter('kim', { maxConsecutiveMinutes: 40 })],
      meetings: [meeting('b', 't0'), meeting('c', 't1')],
      participants: [
        participant('g1', { delegates: 2 }),
        participant('g2'),
        participant('r1', { delegates: 2 }),
        participant('r2'),
      ],
    })
    expect(refusal(place(tired, 'a', 't2'))).toEqual(['conflict', 'scheduling.interpreters-need-rest', []])
    expect(place({ ...tired, draft: { ...tired.draft, meetings: [meeting('b', 't0')] } }, 'a', 't2').ok).toBe(true)
  })

  test('a meeting in a block that begins before the buffer of the last one is over', () => {
    const facts = buildFacts({ meetings: [meeting('b', 't2')] })
    const next = (startsAt: string) => ({ id: 'u0', startsAt, endsAt: '2020-10-26T08:00:00.000Z', bufferMinutes: 0 })
    const at = (startsAt: string) => place({ ...facts, timeslots: [...facts.timeslots, next(startsAt)] }, 'a', 'u0')
    expect(refusal(at('2020-10-26T07:12:00.000Z'))).toEqual(['conflict', 'scheduling.participant-busy', ['b']])
    expect(at('2020-10-26T07:15:00.000Z').ok).toBe(true)
  })

  test('what the event does not have is absent', () => {
    expect(refusal(place(buildFacts(), 'unknown'))).toEqual(['absent', 'scheduling.absent', []])
    expect(refusal(place(buildFacts(), 'a', 'unknown'))).toEqual(['absent', 'scheduling.absent', []])
  })
})

test('landings say of every timeslot whether it is free, taken by whom, or forbidden', () => {
  const away = [{ startsAt: '2020-10-26T06:00:00.000Z', endsAt: '2020-10-26T06:45:00.000Z' }]
  const facts = buildFacts({
    participants: [participant('g1', { availability: away }), participant('g2'), participant('r1'), participant('r2')],
    meetings: [meeting('b', 't1'), meeting('a', 't0')],
  })
  expect(landingsOf(facts, 'a')).toEqual([
    { timeslotId: 't0', state: 'free', code: null, swapWith: [] },
    { timeslotId: 't1', state: 'taken', code: 'participant-busy', swapWith: ['b'] },
    { timeslotId: 't2', state: 'forbidden', code: 'participant-away', swapWith: [] },
  ])
})
