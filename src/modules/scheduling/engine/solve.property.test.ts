import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkBound, explain, repair, type ScheduleProblem, type ScheduleRequest, solve, verify } from './index.ts'

const noClock = { elapsedMs: () => 0 }
const pick = <T>(list: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...list)

/** Any problem of the right shape, sensible or not: unknown ids, self meetings, bad pins, overlapping slots, odd weights. */
const problems: fc.Arbitrary<ScheduleProblem> = fc
  .record({
    slots: fc.integer({ min: 0, max: 7 }),
    people: fc.integer({ min: 0, max: 6 }),
    named: fc.boolean(),
    timed: fc.boolean(),
  })
  .chain(({ slots, people, named, timed }) => {
    const slotIds = Array.from({ length: slots }, (_, t) => `s${t}`)
    const anySlot = pick([...slotIds, 'nowhen'])
    const someSlots = fc.subarray(slotIds)
    const person = pick([...Array.from({ length: people }, (_, p) => `p${p}`), 'nobody'])
    const maybe = <T>(arbitrary: fc.Arbitrary<T>, freq = 3) => fc.option(arbitrary, { nil: undefined, freq })
    const position = fc.record(
      { slot: anySlot, interpreter: fc.option(pick(['i0', 'i1'])), place: pick(['t0', 't1', 'o0']) },
      { requiredKeys: ['slot'] },
    )
    const request = fc.record(
      {
        host: person,
        guest: person,
        wish: pick(['must', 'want'] as const),
        weight: pick([0, 1, 2, 3, 5, 9, 1_000_000_000, -1, 1.5]),
        languagePair: pick([null, null, 'ko-ru', 'ru-ko', 'en>ko', 'fr-ru']),
        place: pick(['table', 'table', 'online'] as const),
        hostDelegate: fc.nat(2),
        guestDelegate: fc.nat(2),
        pinned: position,
        published: position,
      },
      { requiredKeys: ['host', 'guest', 'wish', 'weight', 'languagePair', 'place'] },
    )
    return fc
      .record({
        participants: fc.array(
          fc.record({
            delegates: maybe(fc.integer({ min: 0, max: 3 })),
            availableSlots: someSlots,
            maxMeetings: maybe(fc.nat(4)),
            minMeetings: maybe(pick([0, 1, 3, -1])),
            side: maybe(pick(['seoul', 'moscow'])),
            timeZone: maybe(pick(['Asia/Seoul', 'America/Chicago', 'Nowhere/Land'])),
          }),
          { minLength: people, maxLength: people },
        ),
        interpreters: fc.array(
          fc.record({
            languagePairs: fc.subarray(['ko-ru', 'en-ko', 'en>ko', 'fr-ru']),
            availableSlots: someSlots,
            maxConsecutiveSlots: maybe(fc.nat(3)),
            maxConsecutiveMinutes: maybe(pick([0, 30, 45, 70])),
            restMinutes: maybe(pick([0, 5, 30])),
            maxMeetings: maybe(fc.nat(4)),
          }),
          { maxLength: 2 },
        ),
        requests: fc.array(request, { maxLength: 14 }),
        capacities: fc.array(fc.record({ slot: anySlot, table: maybe(fc.nat(3)), online: maybe(fc.nat(2)) }), {
          maxLength: 5,
        }),
        days: fc.array(pick(['d1', 'd2']), { minLength: slots, maxLength: slots }),
        lengths: fc.array(pick([20, 30, 50]), { minLength: slots, maxLength: slots }),
        buffers: fc.array(maybe(pick([0, 10, -5])), { minLength: slots, maxLength: slots }),
        open: someSlots,
        bufferMinutes: maybe(pick([0, 5, 15, -1])),
        fairness: maybe(fc.record({ floor: pick([0, 1, 2, 0.5]) })),
      })
      .map((parts): ScheduleProblem => {
        const start = Date.parse('2020-10-26T06:00:00.000Z')
        const instant = (minutes: number): string => new Date(start + minutes * 60_000).toISOString()
        const days = parts.days.toSorted()
        return withoutUndefined({
          format: 'naru-schedule-problem/1',
          slots: slotIds.map((id, t) => ({
            id,
            day: days[t]!,
            bufferMinutes: parts.buffers[t],
            ...(timed ? { startsAt: instant(t * 30), endsAt: instant(t * 30 + parts.lengths[t]!) } : {}),
          })),
          places: named
            ? [
                { id: 't0', kind: 'table' },
                { id: 't1', kind: 'table', availableSlots: parts.open },
                { id: 'o0', kind: 'online' },
              ]
            : [],
          capacities: parts.capacities,
          bufferMinutes: parts.bufferMinutes,
          fairness: parts.fairness,
          participants: parts.participants.map((participant, p) => ({ id: `p${p}`, ...participant })),
          interpreters: parts.interpreters.map((interpreter, i) => ({ id: `i${i}`, ...interpreter })),
          requests: parts.requests.map((entry, r) => ({ id: `r${r}`, ...entry })) as ScheduleRequest[],
        })
      })
  })

/** As a file would hold it: absent fields are absent. */
const withoutUndefined = (value: object): ScheduleProblem => JSON.parse(JSON.stringify(value))

const shuffled = <T>(list: readonly T[], seed: number): T[] =>
  list
    .map((entry, at) => ({ entry, rank: Math.sin(seed * 999 + at * 77) }))
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ entry }) => entry)

describe('solve', () => {
  it('answers every problem with a schedule that verifies and a bound that re-checks', () => {
    fc.assert(
      fc.property(problems, fc.nat(1000), (problem, seed) => {
        const solution = solve(problem, { seed, iterationLimit: 2000, ...noClock })
        expect(verify(problem, solution).violations).toEqual([])
        expect(checkBound(problem, solution).ok).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  it('gives the same solution whatever the order of the lists', () => {
    fc.assert(
      fc.property(problems, fc.nat(1000), (problem, seed) => {
        const other: ScheduleProblem = {
          ...problem,
          participants: shuffled(problem.participants, seed),
          interpreters: shuffled(problem.interpreters, seed + 1),
          requests: shuffled(problem.requests, seed + 2),
          places: shuffled(problem.places, seed + 3),
        }
        const options = { seed, iterationLimit: 1000, ...noClock }
        expect(withoutIssueOrder(solve(other, options))).toEqual(withoutIssueOrder(solve(problem, options)))
      }),
      { numRuns: 100 },
    )
  })

  it('gives the same solution for the same seed and iteration limit', () => {
    fc.assert(
      fc.property(problems, fc.nat(1000), (problem, seed) => {
        const options = { seed, iterationLimit: 1000, ...noClock }
        expect(solve(problem, options)).toEqual(solve(problem, options))
      }),
      { numRuns: 50 },
    )
  })

  it('answers a valid schedule when stopped at once', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const solution = solve(problem, { seed: 1, shouldStop: () => true, ...noClock })
        expect(verify(problem, solution).violations).toEqual([])
      }),
      { numRuns: 100 },
    )
  })

  it('repairs every problem into schedules that verify', () => {
    fc.assert(
      fc.property(problems, fc.nat(100), (problem, dice) => {
        const solution = solve(problem, { seed: 1, iterationLimit: 500, ...noClock })
        const meeting = solution.meetings[dice % Math.max(1, solution.meetings.length)]
        if (meeting === undefined) return
        const { host } = problem.requests.find(({ id }) => id === meeting.request)!
        const after = repair(problem, solution, { code: 'away', participant: host, slots: [meeting.slot] }, noClock)
        for (const { solution: choice } of [after, ...after.alternatives])
          expect(verify(after.problem, choice).violations).toEqual([])
      }),
      { numRuns: 100 },
    )
  })

  it('explains every unmet request as the solution itself does', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const solution = solve(problem, { seed: 1, iterationLimit: 1000, ...noClock })
        expect(explain(problem, solution).map((e) => e.request)).toEqual(solution.unmet.map((u) => u.request))
      }),
      { numRuns: 100 },
    )
  })
})

const withoutIssueOrder = <T extends { issues: readonly unknown[] }>(solution: T) => ({
  ...solution,
  issues: solution.issues.map((issue) => JSON.stringify(issue)).toSorted(),
})
