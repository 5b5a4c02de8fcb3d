import { describe, expect, it } from 'vitest'
import { compareValues, type ScheduleProblem, type ScheduleRequest, solve, verify } from './index.ts'
import { buildProblem } from './testing/build-problem.ts'

const options = { seed: 1, iterationLimit: 5_000, elapsedMs: () => 0 }
const slots = ['s1', 's2', 's3'].map((id) => ({ id, day: 'd1' }))
const everySlot = slots.map((slot) => slot.id)
const request = (id: string, host: string, guest: string, more: Partial<ScheduleRequest> = {}): ScheduleRequest => ({
  id,
  host,
  guest,
  wish: 'want',
  weight: 1,
  languagePair: null,
  place: 'table',
  ...more,
})
const problemOf = (requests: readonly ScheduleRequest[], more: Partial<ScheduleProblem> = {}): ScheduleProblem => ({
  format: 'naru-schedule-problem/1',
  slots,
  places: [],
  participants: ['a', 'b', 'c', 'd'].map((id) => ({ id, availableSlots: everySlot })),
  interpreters: [],
  requests,
  ...more,
})
const solved = (problem: ScheduleProblem) => {
  const solution = solve(problem, options)
  expect(verify(problem, solution).violations).toEqual([])
  return solution
}
const reasons = (problem: ScheduleProblem) => solved(problem).unmet.map((unmet) => unmet.reason)

describe('solve with data that cannot work', () => {
  it('answers an empty schedule where there are no slots', () => {
    expect(reasons(problemOf([request('q', 'a', 'b')], { slots: [] }))).toEqual([{ code: 'no-common-time' }])
  })

  it('says that nobody is available', () => {
    const participants = ['a', 'b'].map((id) => ({ id, availableSlots: [] }))
    expect(reasons(problemOf([request('q', 'a', 'b')], { participants }))).toEqual([{ code: 'no-common-time' }])
  })

  it('names a company that wants itself', () => {
    const solution = solved(problemOf([request('q', 'a', 'a')]))
    expect(solution.unmet).toEqual([{ request: 'q', reason: { code: 'not-a-pair' } }])
    expect(solution.issues).toEqual([{ code: 'meets-itself', request: 'q', participant: 'a' }])
  })

  it('names both sides of a pin into a forbidden slot', () => {
    const participants = [
      { id: 'a', availableSlots: ['s1'] },
      { id: 'b', availableSlots: everySlot },
    ]
    const solution = solved(problemOf([request('q', 'a', 'b', { pinned: { slot: 's2' } })], { participants }))
    expect(solution.unmet).toEqual([{ request: 'q', reason: { code: 'pin-forbidden', slot: 's2' } }])
    expect(solution.issues).toEqual([
      { code: 'pin-participant-unavailable', request: 'q', slot: 's2', participant: 'a' },
    ])
  })

  it('keeps the first of two contradictory pins and names both', () => {
    const pinned = { slot: 's1' }
    const solution = solved(problemOf([request('q1', 'a', 'b', { pinned }), request('q2', 'a', 'c', { pinned })]))
    expect(solution.meetings.map((meeting) => meeting.request)).toEqual(['q1'])
    expect(solution.unmet).toEqual([{ request: 'q2', reason: { code: 'pin-conflict', slot: 's1', requests: ['q1'] } }])
    expect(solution.issues).toEqual([{ code: 'pins-contradict', request: 'q2', other: 'q1', slot: 's1' }])
  })

  it('notes an interpreter with no pair and says whom a request lacks', () => {
    const interpreters = [{ id: 'i', languagePairs: [], availableSlots: everySlot }]
    const solution = solved(problemOf([request('q', 'a', 'b', { languagePair: 'ko-ru' })], { interpreters }))
    expect(solution.issues).toEqual([{ code: 'interpreter-without-pair', interpreter: 'i' }])
    expect(solution.unmet[0]!.reason).toEqual({
      code: 'no-interpreter',
      languagePair: 'ko-ru',
      slots: everySlot,
      everBusy: false,
    })
  })

  it('says that no place is ever open', () => {
    const capacities = everySlot.map((slot) => ({ slot, table: 0 }))
    expect(reasons(problemOf([request('q', 'a', 'b')], { capacities }))).toEqual([
      { code: 'no-place', place: 'table', slots: everySlot },
    ])
  })

  it('takes weights of 0 and of a thousand million', () => {
    const solution = solved(
      problemOf([request('q1', 'a', 'b', { weight: 0 }), request('q2', 'a', 'c', { weight: 1_000_000_000 })]),
    )
    expect(solution.value).toMatchObject({ weight: 1_000_000_000, held: 2 })
    expect(solution.bound).toMatchObject({ weight: 1_000_000_000, provenBest: true })
  })

  it('refuses, when verified, a solution of another problem', () => {
    const solution = solved(problemOf([request('q1', 'a', 'b')]))
    const report = verify(problemOf([request('q1', 'a', 'c')]), solution)
    expect(report.violations.map((violation) => violation.code)).toEqual(['problemIsTheSame'])
  })

  it('holds musts before any number of wants', () => {
    const wants = ['b', 'c', 'd'].map((guest, at) => request(`w${at}`, 'a', guest, { weight: 9 }))
    const musts = [0, 1, 2].map((at) => request(`m${at}`, 'a', 'b', { wish: 'must', weight: 0 }))
    const solution = solved(problemOf([...wants, ...musts]))
    expect(solution.meetings.map((meeting) => meeting.request)).toEqual(['m0', 'm1', 'm2'])
    expect(solution.bound.provenBest).toBe(true)
  })

  it('takes 100,000 requests for one company', { timeout: 60_000 }, () => {
    const participants = [
      { id: 'a', availableSlots: everySlot },
      ...Array.from({ length: 100_000 }, (_, at) => ({ id: `g${at}`, availableSlots: everySlot })),
    ]
    const requests = participants.slice(1).map(({ id }, at) => request(`q${at}`, 'a', id, { weight: at % 7 }))
    const problem = problemOf(requests, { participants })
    const startedMs = performance.now()
    const solution = solve(problem, { seed: 1, budgetMs: 1, elapsedMs: () => performance.now() - startedMs })
    expect(solution.value.held).toBe(3)
    expect(solution.unmet.length).toBe(99_997)
  })
})

describe('solve', () => {
  it('lets two delegates of one company sit in different meetings at once', () => {
    const participants = [
      { id: 'a', delegates: 2, availableSlots: ['s1'] },
      ...['b', 'c', 'd'].map((id) => ({ id, availableSlots: ['s1'] })),
    ]
    const requests = ['b', 'c', 'd'].map((guest, at) => request(`q${at}`, 'a', guest))
    const solution = solved(problemOf(requests, { participants }))
    expect(solution.meetings.map((meeting) => meeting.hostDelegate).toSorted()).toEqual([0, 1])
  })

  it('lets the person attend who was asked for, and another where anybody will do', () => {
    const participants = [
      { id: 'a', delegates: 2, availableSlots: ['s1', 's2'] },
      ...['b', 'c', 'd'].map((id) => ({ id, availableSlots: ['s1', 's2'] })),
    ]
    const requests = [
      request('q1', 'a', 'b', { hostDelegate: 1 }),
      request('q2', 'a', 'c', { hostDelegate: 1 }),
      request('q3', 'd', 'a'),
    ]
    const { meetings } = solved(problemOf(requests, { participants }))
    expect(meetings.map((meeting) => (meeting.request === 'q3' ? 'any' : meeting.hostDelegate))).toEqual([1, 1, 'any'])
    const three = [...requests, request('q4', 'a', 'd', { hostDelegate: 1 })]
    expect(solved(problemOf(three, { participants })).value.held).toBe(3)
  })

  it('keeps the buffer between two meetings of one company', () => {
    const at = (id: string, from: string, to: string) => ({
      id,
      day: 'd1',
      startsAt: `2020-10-26T${from}:00.000Z`,
      endsAt: `2020-10-26T${to}:00.000Z`,
    })
    const three = [at('s1', '06:00', '06:30'), at('s2', '06:30', '07:00'), at('s3', '07:00', '07:30')]
    const requests = ['b', 'c', 'd'].map((guest, n) => request(`q${n}`, 'a', guest))
    const { meetings, value } = solved(problemOf(requests, { slots: three, bufferMinutes: 10 }))
    expect(meetings.map((meeting) => meeting.slot).toSorted()).toEqual(['s1', 's3'])
    expect(value.breaks).toBe(0)
  })

  it('fills two blocks of different slot lengths that run side by side', () => {
    const at = (id: string, from: string, to: string) => ({
      id,
      day: 'd1',
      startsAt: `2020-10-26T${from}:00.000Z`,
      endsAt: `2020-10-26T${to}:00.000Z`,
    })
    const blocks = [
      at('long-1', '06:00', '06:30'),
      at('short-1', '06:00', '06:20'),
      at('short-2', '06:20', '06:40'),
      at('long-2', '06:30', '07:00'),
      at('short-3', '06:40', '07:00'),
    ]
    const ids = blocks.map(({ id }) => id)
    const participants = [
      { id: 'a', availableSlots: ids },
      { id: 'b', availableSlots: ids.filter((id) => id.startsWith('short')) },
      { id: 'c', availableSlots: ids.filter((id) => id.startsWith('short')) },
      { id: 'd', availableSlots: ids.filter((id) => id.startsWith('long')) },
    ]
    const requests = [
      ...[1, 2, 3].map((n) => request(`ab${n}`, 'a', 'b')),
      request('ad', 'a', 'd'),
      request('bc', 'b', 'c'),
    ]
    // The hour of a takes three short meetings, or a long and a short one.
    expect(solved(problemOf(requests, { slots: blocks, participants })).value.held).toBe(3)
  })

  it('lets an interpreter work for its minutes and no longer, in slots of any length', () => {
    const at = (id: string, from: string, to: string) => ({
      id,
      day: 'd1',
      startsAt: `2020-10-26T${from}:00.000Z`,
      endsAt: `2020-10-26T${to}:00.000Z`,
    })
    const three = [at('s1', '06:00', '06:20'), at('s2', '06:20', '07:00'), at('s3', '07:00', '07:20')]
    const interpreters = [
      { id: 'i', languagePairs: ['ko-ru'], availableSlots: everySlot, maxConsecutiveMinutes: 60, restMinutes: 15 },
    ]
    const requests = ['b', 'c', 'd'].map((guest, n) => request(`q${n}`, 'a', guest, { languagePair: 'ko-ru' }))
    expect(solved(problemOf(requests, { slots: three, interpreters })).value.held).toBe(2)
  })

  it('gives everybody the floor before it fills the days of the sought-after', () => {
    const one = [{ id: 's1', day: 'd1' }]
    const requests = [
      request('q1', 'a', 'b', { weight: 9 }),
      request('q2', 'a', 'c', { weight: 2 }),
      request('q3', 'b', 'd', { weight: 2 }),
    ]
    expect(solved(problemOf(requests, { slots: one })).value).toMatchObject({ weight: 9, held: 1 })
    const fair = solved(problemOf(requests, { slots: one, fairness: { floor: 1 } }))
    expect(fair.value).toMatchObject({ weight: 4, held: 2, shortfall: 0 })
  })

  it('gives an interpreter the rest it needs', () => {
    const interpreters = [{ id: 'i', languagePairs: ['ru-ko'], availableSlots: everySlot, maxConsecutiveSlots: 1 }]
    const requests = ['b', 'c', 'd'].map((guest, at) => request(`q${at}`, 'a', guest, { languagePair: 'ko-ru' }))
    const solution = solved(problemOf(requests, { interpreters }))
    expect(solution.meetings.map((meeting) => meeting.slot).toSorted()).toEqual(['s1', 's3'])
    expect(solution.bound.weight).toBe(2)
  })

  it('keeps published meetings where they are unless something heavier is gained', () => {
    const published = { slot: 's3' }
    const solution = solved(problemOf([request('q1', 'a', 'b', { published }), request('q2', 'a', 'c')]))
    expect(solution.meetings.find((meeting) => meeting.request === 'q1')!.slot).toBe('s3')
    expect(solution.value.moved).toBe(0)
  })

  it('uses neither people nor places in two slots that overlap in time', () => {
    const at = (id: string, from: string, to: string) => ({
      id,
      day: 'd1',
      startsAt: `2020-10-26T${from}:00.000Z`,
      endsAt: `2020-10-26T${to}:00.000Z`,
    })
    const problem = problemOf([request('q1', 'a', 'b'), request('q2', 'c', 'd'), request('q3', 'a', 'c')], {
      slots: [at('s1', '06:00', '06:30'), at('s2', '06:15', '07:00'), at('s3', '07:00', '07:30')],
      places: [{ id: 't', kind: 'table' }],
    })
    expect(solved(problem).value.held).toBe(2)
  })

  it('holds at least as much with more tables, interpreters, delegates or hours, at the proven optimum', () => {
    for (let seed = 0; seed < 10; seed++) {
      const size = { seed, hosts: 5, guests: 4, requests: 14, slots: 4, tables: 2 }
      const few = buildProblem({ ...size, interpreters: 1, interpreted: 0.4, partTime: 0.4 })
      const slotIds = few.slots.map((slot) => slot.id)
      const more: ScheduleProblem[] = [
        { ...few, capacities: few.capacities!.map((capacity) => ({ ...capacity, table: 3 })) },
        { ...few, interpreters: [...few.interpreters, { ...few.interpreters[0]!, id: 'another' }] },
        { ...few, participants: few.participants.map((p) => ({ ...p, delegates: 2 })) },
        { ...few, participants: few.participants.map((p) => ({ ...p, availableSlots: slotIds })) },
      ]
      const a = solved(few)
      for (const b of more.map(solved)) {
        expect(b.bound.weight).toBeGreaterThanOrEqual(a.value.weight)
        if (a.bound.provenBest && b.bound.provenBest) expect(b.value.weight).toBeGreaterThanOrEqual(a.value.weight)
      }
    }
  })
})

describe('unsocial hours', () => {
  /** Ten half-hours from 15:00 in Seoul, 9:00 in Moscow and 7:00 in London: the last are late for one, the first early for another. */
  const zoned = (seed: number, hasZones: boolean): ScheduleProblem => {
    const base = buildProblem({ seed, hosts: 8, guests: 8, requests: 26, slots: 10, tables: 5, partTime: 0.2 })
    const begin = Date.parse('2020-10-26T07:00:00.000Z')
    const instant = (n: number) => new Date(begin + n * 30 * 60_000).toISOString()
    return {
      ...base,
      slots: base.slots.map((slot, t) => ({ ...slot, startsAt: instant(t), endsAt: instant(t + 1) })),
      participants: base.participants.map((p) =>
        hasZones ? { ...p, timeZone: p.side === 'h' ? 'Asia/Seoul' : 'Europe/Lisbon' } : p,
      ),
    }
  }

  it('are shared between the sides without giving up anything that comes before', () => {
    let shared = 0
    for (let seed = 0; seed < 25; seed++) {
      const options = { seed: 1, iterationLimit: 20_000, elapsedMs: () => 0 }
      const [plain, fair] = [solve(zoned(seed, false), options), solve(zoned(seed, true), options)]
      const unshared = verify(zoned(seed, true), { ...plain, problemHash: fair.problemHash }).value
      const { unsocial: _, ...earlier } = fair.value
      expect(verify(zoned(seed, true), fair).violations).toEqual([])
      expect(compareValues(earlier, plain.value)).toBeGreaterThanOrEqual(0)
      expect(fair.value.unsocial).toBeLessThanOrEqual(unshared.unsocial!)
      if (fair.value.unsocial! < unshared.unsocial!) shared++
    }
    expect(shared).toBeGreaterThan(5)
  })
})

describe('pins and names at the edge', () => {
  const pair = (places: ScheduleProblem['places']): ScheduleProblem => ({
    format: 'naru-schedule-problem/1',
    slots,
    places,
    participants: ['a', 'b', 'c', 'd'].map((id) => ({ id, delegates: 3, availableSlots: everySlot })),
    interpreters: [],
    requests: [
      request('q1', 'a', 'b', { pinned: { slot: 's1', place: 't1' }, hostDelegate: 2 }),
      request('q2', 'c', 'd', { pinned: { slot: 's1', place: 't1' } }),
    ],
  })
  const table = (id: string) => ({ id, kind: 'table' as const })

  it('of two pinned to one table one is held, and the other not elsewhere; without tables both are', () => {
    for (const [places, held] of [
      [[table('t1'), table('t2')], 1],
      [[], 2],
    ] as const) {
      const solution = solve(pair(places), options)
      expect(verify(pair(places), solution).violations).toEqual([])
      expect(solution.value.held).toBe(held)
    }
  })

  it('the third delegate attends when asked for, though there are only two requests', () => {
    const [first] = solve(pair([]), options).meetings
    expect(first?.hostDelegate).toBe(2)
  })
})
