import { describe, expect, it } from 'vitest'
import { constraints } from './constraints.ts'
import type { ScheduleProblem, ScheduleRequest } from './problem.ts'
import { viewSchedule } from './schedule-view.ts'
import type { ScheduledMeeting, ScheduleSolution } from './solution.ts'

const slot = (id: string, from: number, minutes = 30) => ({
  id,
  day: 'd1',
  startsAt: new Date(Date.parse('2020-10-26T06:00:00.000Z') + from * 60_000).toISOString(),
  endsAt: new Date(Date.parse('2020-10-26T06:00:00.000Z') + (from + minutes) * 60_000).toISOString(),
})
const request = (id: string, host: string, guest: string, more: Partial<ScheduleRequest> = {}): ScheduleRequest => ({
  id,
  host,
  guest,
  wish: 'want',
  weight: 2,
  languagePair: null,
  place: 'table',
  ...more,
})
const all = ['s1', 's2', 's3', 's4']
/** s1 … s4 in a row; `late` overlaps s1 and s2. */
const base: ScheduleProblem = {
  format: 'naru-schedule-problem/1',
  slots: [slot('s1', 0), slot('late', 15), slot('s2', 30), slot('s3', 60), slot('s4', 90)],
  places: [],
  participants: ['a', 'b', 'c', 'd'].map((id) => ({ id, availableSlots: all })),
  interpreters: [{ id: 'i', languagePairs: ['ko-ru'], availableSlots: all }],
  requests: [request('q1', 'a', 'b'), request('q2', 'c', 'd'), request('q3', 'a', 'c')],
}
const meet = (id: string, at: string, more: Partial<ScheduledMeeting> = {}): ScheduledMeeting => ({
  request: id,
  slot: at,
  interpreter: null,
  place: null,
  hostDelegate: 0,
  guestDelegate: 0,
  ...more,
})

function viewOf(meetings: readonly ScheduledMeeting[], changes: Partial<ScheduleProblem> = {}) {
  const problem = { ...base, ...changes }
  const held = new Set(meetings.map((m) => m.request))
  const solution: ScheduleSolution = {
    format: 'naru-schedule-solution/1',
    meetings,
    unmet: problem.requests
      .filter((r) => !held.has(r.id))
      .map((r) => ({ request: r.id, reason: { code: 'no-common-time' } })),
    value: { musts: 0, weight: 0, breaks: 0, idleSlots: 0, worstBreaks: 0, held: 0, requested: 0 },
    bound: { weight: 0, breaks: 0, provenBest: false, method: 'none' },
    issues: [],
    problemHash: '',
    seed: 0,
    iterations: 0,
  }
  return viewSchedule(problem, solution)
}

/** Findings of the constraint of that name. */
function findings(name: string, meetings: readonly ScheduledMeeting[], changes: Partial<ScheduleProblem> = {}) {
  const constraint = constraints.find((entry) => entry.name === name)
  if (constraint?.level !== 'hard') throw new Error(`No hard constraint ${name}`)
  return constraint.check(viewOf(meetings, changes)).map((violation) => violation.detail)
}
function counted(name: string, meetings: readonly ScheduledMeeting[], changes: Partial<ScheduleProblem> = {}): number {
  const constraint = constraints.find((entry) => entry.name === name)
  if (constraint === undefined || constraint.level === 'hard') throw new Error(`No counted constraint ${name}`)
  return constraint.count(viewOf(meetings, changes))
}
const korean = (id: string, host: string, guest: string) => request(id, host, guest, { languagePair: 'ko-ru' })

describe('constraints', () => {
  it('stand in order: hard, medium, soft', () => {
    const levels = constraints.map((constraint) => constraint.level)
    expect(levels).toEqual(
      levels.toSorted((a, b) => ['hard', 'medium', 'soft'].indexOf(a) - ['hard', 'medium', 'soft'].indexOf(b)),
    )
  })
})

describe('everyRequestOnce', () => {
  it('finds a request named twice, missing or unknown', () => {
    expect(findings('everyRequestOnce', [meet('q1', 's1'), meet('q2', 's1')])).toEqual([])
    expect(findings('everyRequestOnce', [meet('q1', 's1'), meet('q1', 's2')])).toEqual([
      { request: 'q1', found: 'twice' },
    ])
    expect(findings('everyRequestOnce', [meet('q9', 's1')])).toEqual([{ request: 'q9', found: 'unknown' }])
  })
})

describe('meetingsAreOfPairs', () => {
  it('finds a meeting with oneself, with a stranger, or in no slot', () => {
    const changes = { requests: [request('q1', 'a', 'a'), request('q2', 'a', 'x'), request('q3', 'a', 'b')] }
    expect(findings('meetingsAreOfPairs', [meet('q1', 's1'), meet('q2', 's2'), meet('q3', 'never')], changes)).toEqual([
      { request: 'q1', slot: 's1' },
      { request: 'q2', slot: 's2' },
      { request: 'q3', slot: 'never' },
    ])
  })
})

describe('participantsAreAvailable', () => {
  it('finds who is away', () => {
    const participants = [{ id: 'a', availableSlots: ['s2'] }, ...base.participants.slice(1)]
    expect(findings('participantsAreAvailable', [meet('q1', 's2')], { participants })).toEqual([])
    expect(findings('participantsAreAvailable', [meet('q1', 's1')], { participants })).toEqual([
      { request: 'q1', participant: 'a', slot: 's1' },
    ])
  })
})

describe('delegatesSitInOneMeeting', () => {
  it('finds one delegate in two meetings of a slot', () => {
    expect(findings('delegatesSitInOneMeeting', [meet('q1', 's1'), meet('q3', 's1')])).toEqual([
      { participant: 'a', delegate: 0, request: 'q1', other: 'q3' },
    ])
  })
  it('finds it in overlapping slots too, and nothing in slots that only touch', () => {
    expect(findings('delegatesSitInOneMeeting', [meet('q1', 's1'), meet('q3', 'late')])).toHaveLength(1)
    expect(findings('delegatesSitInOneMeeting', [meet('q1', 's1'), meet('q3', 's2')])).toEqual([])
  })
  it('lets two delegates sit apart, and knows how many there are', () => {
    const participants = [{ id: 'a', delegates: 2, availableSlots: all }, ...base.participants.slice(1)]
    const apart = [meet('q1', 's1'), meet('q3', 's1', { hostDelegate: 1 })]
    expect(findings('delegatesSitInOneMeeting', apart, { participants })).toEqual([])
    expect(findings('delegatesSitInOneMeeting', apart)).toEqual([
      { participant: 'a', delegate: 1, request: 'q3', other: null },
    ])
  })
})

describe('namedDelegatesAttend', () => {
  it('finds another in the place of who was asked for', () => {
    const participants = [{ id: 'a', delegates: 2, availableSlots: all }, ...base.participants.slice(1)]
    const requests = [request('q1', 'a', 'b', { hostDelegate: 1 })]
    const at = (hostDelegate: number) =>
      findings('namedDelegatesAttend', [meet('q1', 's1', { hostDelegate })], { participants, requests })
    expect(at(1)).toEqual([])
    expect(at(0)).toEqual([{ request: 'q1', named: 1, found: 0 }])
  })
})

describe('buffersAreKept', () => {
  it('finds two meetings too close for one person, interpreter or place', () => {
    const changes = { bufferMinutes: 10 }
    expect(findings('buffersAreKept', [meet('q1', 's1'), meet('q3', 's3')], changes)).toEqual([])
    expect(findings('buffersAreKept', [meet('q1', 's1'), meet('q3', 's2')], changes)).toEqual([
      { request: 'q1', other: 'q3', minutes: 10 },
    ])
    const shared = [meet('q1', 's1', { place: 't' }), meet('q2', 's2', { place: 't' })]
    expect(findings('buffersAreKept', shared, changes)).toHaveLength(1)
    expect(findings('buffersAreKept', shared)).toEqual([])
  })
})

describe('participantsKeepTheirLimit', () => {
  it('counts the meetings of all delegates', () => {
    const participants = [{ id: 'a', maxMeetings: 1, availableSlots: all }, ...base.participants.slice(1)]
    expect(findings('participantsKeepTheirLimit', [meet('q1', 's1')], { participants })).toEqual([])
    expect(findings('participantsKeepTheirLimit', [meet('q1', 's1'), meet('q3', 's2')], { participants })).toEqual([
      { participant: 'a', count: 2, limit: 1 },
    ])
  })
})

describe('capacitiesSuffice', () => {
  it('counts each kind of place by itself', () => {
    const capacities = [{ slot: 's1', table: 1 }]
    const both = [meet('q1', 's1'), meet('q2', 's1')]
    expect(findings('capacitiesSuffice', both, { capacities })).toEqual([
      { slot: 's1', kind: 'table', count: 2, limit: 1 },
    ])
    const requests = [base.requests[0]!, request('q2', 'c', 'd', { place: 'online' })]
    expect(findings('capacitiesSuffice', both, { capacities, requests })).toEqual([])
  })
})

describe('placesHoldOneMeeting', () => {
  it('finds a shared, closed, wrong or missing place', () => {
    const places = [
      { id: 't1', kind: 'table' as const, availableSlots: ['s1'] },
      { id: 'o1', kind: 'online' as const },
    ]
    expect(findings('placesHoldOneMeeting', [meet('q1', 's1', { place: 't1' })], { places })).toEqual([])
    expect(findings('placesHoldOneMeeting', [meet('q1', 's2', { place: 't1' })], { places })).toHaveLength(1)
    expect(findings('placesHoldOneMeeting', [meet('q1', 's1', { place: 'o1' })], { places })).toHaveLength(1)
    expect(findings('placesHoldOneMeeting', [meet('q1', 's1')], { places })).toHaveLength(1)
    const shared = [meet('q1', 's1', { place: 't1' }), meet('q2', 's1', { place: 't1' })]
    expect(findings('placesHoldOneMeeting', shared, { places })).toEqual([{ request: 'q1', other: 'q2', place: 't1' }])
  })
})

describe('interpretersFit', () => {
  it('wants one of the pair, there and only where needed', () => {
    const requests = [korean('q1', 'a', 'b'), request('q2', 'c', 'd')]
    expect(findings('interpretersFit', [meet('q1', 's1', { interpreter: 'i' })], { requests })).toEqual([])
    expect(findings('interpretersFit', [meet('q1', 's1')], { requests })).toHaveLength(1)
    expect(findings('interpretersFit', [meet('q1', 'late', { interpreter: 'i' })], { requests })).toHaveLength(1)
    expect(findings('interpretersFit', [meet('q2', 's1', { interpreter: 'i' })], { requests })).toHaveLength(1)
  })
  it('knows directions', () => {
    const requests = [request('q1', 'a', 'b', { languagePair: 'ko>ru' })]
    const meeting = [meet('q1', 's1', { interpreter: 'i' })]
    const able = (pair: string) => ({
      requests,
      interpreters: [{ id: 'i', languagePairs: [pair], availableSlots: all }],
    })
    expect(findings('interpretersFit', meeting, able('ru-ko'))).toEqual([])
    expect(findings('interpretersFit', meeting, able('ko>ru'))).toEqual([])
    expect(findings('interpretersFit', meeting, able('ru>ko'))).toHaveLength(1)
  })
})

describe('interpretersSitInOneMeeting', () => {
  it('finds one in two meetings at once', () => {
    const requests = [korean('q1', 'a', 'b'), korean('q2', 'c', 'd')]
    const at = (other: string) => [meet('q1', 's1', { interpreter: 'i' }), meet('q2', other, { interpreter: 'i' })]
    expect(findings('interpretersSitInOneMeeting', at('s1'), { requests })).toEqual([
      { interpreter: 'i', request: 'q1', other: 'q2' },
    ])
    expect(findings('interpretersSitInOneMeeting', at('s2'), { requests })).toEqual([])
  })
})

describe('interpretersKeepTheirLimit', () => {
  it('counts meetings', () => {
    const requests = [korean('q1', 'a', 'b'), korean('q2', 'c', 'd')]
    const interpreters = [{ id: 'i', languagePairs: ['ko-ru'], availableSlots: all, maxMeetings: 1 }]
    const both = [meet('q1', 's1', { interpreter: 'i' }), meet('q2', 's3', { interpreter: 'i' })]
    expect(findings('interpretersKeepTheirLimit', both, { requests, interpreters })).toEqual([
      { interpreter: 'i', count: 2, limit: 1 },
    ])
  })
})

describe('interpretersRest', () => {
  it('wants a free slot after so many in a row', () => {
    const interpreters = [{ id: 'i', languagePairs: ['ko-ru'], availableSlots: all, maxConsecutiveSlots: 1 }]
    const slots = all.map((id, at) => slot(id, at * 30))
    const at = (other: string) => [meet('q1', 's1', { interpreter: 'i' }), meet('q2', other, { interpreter: 'i' })]
    expect(findings('interpretersRest', at('s2'), { slots, interpreters })).toEqual([
      { interpreter: 'i', slot: 's2', run: 2, limit: 1 },
    ])
    expect(findings('interpretersRest', at('s3'), { slots, interpreters })).toEqual([])
  })
})

describe('interpretersRestInTime', () => {
  it('adds up the minutes of a stretch, whatever the slots are called', () => {
    const requests = [korean('q1', 'a', 'b'), korean('q2', 'c', 'd')]
    const able = (restMinutes: number) => [
      { id: 'i', languagePairs: ['ko-ru'], availableSlots: all, maxConsecutiveMinutes: 45, restMinutes },
    ]
    const at = (other: string) => [meet('q1', 's1', { interpreter: 'i' }), meet('q2', other, { interpreter: 'i' })]
    expect(findings('interpretersRestInTime', at('s2'), { requests, interpreters: able(10) })).toEqual([
      { interpreter: 'i', slot: 's2', minutes: 60, limit: 45 },
    ])
    expect(findings('interpretersRestInTime', at('s3'), { requests, interpreters: able(10) })).toEqual([])
    expect(findings('interpretersRestInTime', at('s3'), { requests, interpreters: able(40) })).toHaveLength(1)
  })
})

describe('pinsAreKept', () => {
  it('finds a pinned meeting elsewhere or given up without saying so', () => {
    const requests = [request('q1', 'a', 'b', { pinned: { slot: 's2' } })]
    expect(findings('pinsAreKept', [meet('q1', 's2')], { requests })).toEqual([])
    expect(findings('pinsAreKept', [meet('q1', 's1')], { requests })).toEqual([
      { request: 'q1', slot: 's1', pinned: 's2' },
    ])
    expect(findings('pinsAreKept', [], { requests })).toEqual([{ request: 'q1', slot: null, pinned: 's2' }])
  })
})

describe('mustsHeld', () => {
  it('counts musts only', () => {
    const requests = [request('q1', 'a', 'b', { wish: 'must' }), request('q2', 'c', 'd')]
    expect(counted('mustsHeld', [meet('q1', 's1'), meet('q2', 's1')], { requests })).toBe(1)
  })
})

describe('shortfall', () => {
  it('adds up what participants lack to the floor, no more than they have requests for', () => {
    const fairness = { floor: 2 }
    expect(counted('shortfall', [meet('q1', 's1'), meet('q3', 's2')], { fairness })).toBe(2)
    expect(counted('shortfall', [], { fairness })).toBe(6)
    expect(counted('shortfall', [])).toBe(0)
  })
})

describe('weightHeld', () => {
  it('adds weights; one that is not allowed counts 0', () => {
    const requests = [request('q1', 'a', 'b', { weight: 5 }), request('q2', 'c', 'd', { weight: -3 })]
    expect(counted('weightHeld', [meet('q1', 's1'), meet('q2', 's1')], { requests })).toBe(5)
  })
})

describe('publishedMoved', () => {
  it('counts the moved and the dropped', () => {
    const published = { published: { slot: 's1' } }
    const requests = [
      request('q1', 'a', 'b', published),
      request('q2', 'c', 'd', published),
      request('q3', 'a', 'c', published),
    ]
    expect(counted('publishedMoved', [meet('q1', 's1'), meet('q2', 's2')], { requests })).toBe(2)
  })
})

describe('breaks', () => {
  const slots = all.map((id, at) => slot(id, at * 30))
  it('counts one for each run of free slots between two meetings', () => {
    expect(counted('breaks', [meet('q1', 's1'), meet('q3', 's4')], { slots })).toBe(1)
    expect(counted('breaks', [meet('q1', 's1'), meet('q3', 's2')], { slots })).toBe(0)
  })
  it('passes over slots in which the participant is away, and over nights', () => {
    const participants = [{ id: 'a', availableSlots: ['s1', 's4'] }, ...base.participants.slice(1)]
    expect(counted('breaks', [meet('q1', 's1'), meet('q3', 's4')], { slots, participants })).toBe(0)
    const nights = slots.map((entry, at) => ({ ...entry, day: at < 2 ? 'd1' : 'd2' }))
    expect(counted('breaks', [meet('q1', 's1'), meet('q3', 's4')], { slots: nights })).toBe(0)
  })
})

describe('idleSlots', () => {
  it('counts the slots of the breaks', () => {
    expect(
      counted('idleSlots', [meet('q1', 's1'), meet('q3', 's4')], { slots: all.map((id, at) => slot(id, at * 30)) }),
    ).toBe(2)
  })
})

describe('worstBreaks', () => {
  it('is the largest number of one participant', () => {
    const requests = [request('q1', 'a', 'b'), request('q2', 'a', 'b'), request('q3', 'a', 'c')]
    const slots = [...all, 's5'].map((id, at) => slot(id, at * 30))
    const participants = ['a', 'b', 'c'].map((id) => ({ id, availableSlots: slots.map((s) => s.id) }))
    const meetings = [meet('q1', 's1'), meet('q2', 's3'), meet('q3', 's5')]
    expect(counted('worstBreaks', meetings, { requests, slots, participants })).toBe(2)
  })
})

describe('unsocial', () => {
  it('counts meetings before 8 and after 19 at home, of the side that has most of them', () => {
    const at = (id: string, startsAt: string, endsAt: string) => ({ id, day: 'd1', startsAt, endsAt })
    const changes: Partial<ScheduleProblem> = {
      // Seoul 15:00, 18:30 … 19:00, 18:45 … 19:15; Moscow six hours earlier.
      slots: [
        at('s1', '2020-10-26T06:00:00.000Z', '2020-10-26T06:30:00.000Z'),
        at('s2', '2020-10-26T09:30:00.000Z', '2020-10-26T10:00:00.000Z'),
        at('s3', '2020-10-26T09:45:00.000Z', '2020-10-26T10:15:00.000Z'),
        at('s4', '2020-10-26T04:45:00.000Z', '2020-10-26T05:15:00.000Z'),
      ],
      participants: ['a', 'b', 'c', 'd'].map((id) => ({
        id,
        side: 'ac'.includes(id) ? 'seoul' : 'moscow',
        timeZone: 'ac'.includes(id) ? 'Asia/Seoul' : 'Europe/Moscow',
        availableSlots: all,
      })),
    }
    expect(counted('unsocial', [meet('q1', 's1'), meet('q2', 's2')], changes)).toBe(0)
    expect(counted('unsocial', [meet('q1', 's3'), meet('q2', 's3')], changes)).toBe(2)
    expect(counted('unsocial', [meet('q1', 's3'), meet('q2', 's4')], changes)).toBe(1)
  })
})
