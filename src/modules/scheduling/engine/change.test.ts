import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  applyChange,
  compareValues,
  findChanges,
  findConflict,
  pictureFairness,
  solve,
  verify,
  whatIf,
  type WhatIfQuestion,
} from './index.ts'
import { buildProblem } from './testing/build-problem.ts'

const clock = { elapsedMs: () => 0 }
const limits = { seed: 1, iterationLimit: 5_000, ...clock }

describe('findChanges', () => {
  it('proposes changes that admit the request, and nothing is lost for it', () => {
    fc.assert(
      fc.property(fc.nat(10_000), (seed) => {
        const problem = buildProblem({
          seed,
          hosts: 6,
          guests: 4,
          requests: 20,
          slots: 4,
          tables: 3,
          namesTables: seed % 2 === 0,
          interpreters: 1,
          interpreted: 0.4,
          partTime: 0.6,
        })
        const solution = solve(problem, limits)
        for (const [request, { held, moved: _, ...change }] of findChanges(problem, solution)) {
          const changed = applyChange(problem, change)
          const after = solve(changed, { ...limits, iterationLimit: 2_000, warmStart: solution })
          expect(verify(changed, after).violations).toEqual([])
          expect(after.meetings.some((meeting) => meeting.request === request)).toBe(true)
          expect(after.value.held).toBe(held)
          expect(after.value.weight).toBeGreaterThanOrEqual(solution.value.weight)
        }
      }),
      { numRuns: 40 },
    )
  })

  it('names the slot that a company would have to open', () => {
    const base = buildProblem({ seed: 1, hosts: 1, guests: 1, requests: 1, slots: 2, tables: 1, partTime: 0 })
    const problem = {
      ...base,
      participants: base.participants.map((p, at) => ({ ...p, availableSlots: [base.slots[at]!.id] })),
    }
    const solution = solve(problem, limits)
    expect(solution.unmet).toEqual([{ request: 'r00000', reason: { code: 'no-common-time' } }])
    expect([...findChanges(problem, solution)]).toEqual([
      ['r00000', { code: 'open-slot', participant: 'g00000', slot: 's00000', held: 1, moved: 0 }],
    ])
  })
})

describe('findConflict', () => {
  it('names the musts that exclude each other and no other', () => {
    const base = buildProblem({ seed: 1, hosts: 4, guests: 3, requests: 12, slots: 3, tables: 4, partTime: 0 })
    const musts = base.requests.filter((r) => r.guest === 'g00000')
    const problem = {
      ...base,
      requests: base.requests.map((r) => ({ ...r, wish: musts.includes(r) ? ('must' as const) : ('want' as const) })),
    }
    const solution = solve(problem, limits)
    const lost = musts.find((m) => solution.unmet.some((u) => u.request === m.id))!
    const conflict = findConflict(problem, lost.id)
    expect(conflict).toEqual({ requests: musts.map((m) => m.id), isMinimal: true, isProven: true })
  })

  it('finds none where all musts can be held', () => {
    const problem = buildProblem({
      seed: 2,
      hosts: 4,
      guests: 4,
      requests: 6,
      slots: 5,
      tables: 4,
      musts: 1,
      partTime: 0,
    })
    expect(findConflict(problem, problem.requests[0]!.id)).toBeNull()
  })
})

describe('whatIf', () => {
  it('never holds less weight with more tables than the bound allows with fewer', () => {
    const problem = buildProblem({ seed: 5, hosts: 8, guests: 6, requests: 30, slots: 5, tables: 3 })
    const points = whatIf(problem, [solve(problem, limits)], { code: 'tables', steps: [-2, -1, 0, 1, 2] }, limits)
    expect(points.map((point) => point.step)).toEqual([-2, -1, 0, 1, 2])
    points.forEach((point) => expect(point.value.weight).toBeLessThanOrEqual(point.boundWeight))
    expect(points[0]!.value.held).toBe(5)
    expect(points.at(-1)!.value.weight).toBeGreaterThan(points[0]!.value.weight)
  })

  it('adds and takes slots at the end of a day', () => {
    const problem = buildProblem({ seed: 6, hosts: 4, guests: 4, requests: 12, slots: 3, tables: 2 })
    const points = whatIf(problem, [solve(problem, limits)], { code: 'slots', day: 'd0', steps: [-1, 0, 1] }, limits)
    expect(points.map((point) => point.value.held)).toEqual([4, 6, 8])
  })

  it('counts interpreters away', () => {
    const problem = buildProblem({
      seed: 7,
      hosts: 4,
      guests: 4,
      requests: 12,
      slots: 4,
      tables: 4,
      interpreters: 2,
      interpreted: 1,
    })
    const points = whatIf(
      problem,
      [solve(problem, limits)],
      { code: 'interpreters', leaving: ['i00000', 'i00001'] },
      limits,
    )
    expect(points.at(-1)!.value.held).toBe(0)
  })
})

describe('the curve of whatIf', () => {
  const resources: Record<string, (step: number) => number> = {
    tables: (s) => s,
    slots: (s) => s,
    interpreters: (s) => -s,
  }

  it('begins at what is held and never falls with more, however little time a step has', () => {
    fc.assert(
      fc.property(fc.nat(10_000), (seed) => {
        const problem = buildProblem({
          seed,
          hosts: 7,
          guests: 6,
          requests: 26,
          slots: 6,
          days: 2,
          tables: 3,
          namesTables: seed % 2 === 0,
          interpreters: 3,
          interpreted: 0.5,
          partTime: 0.4,
        })
        const restful = {
          ...problem,
          interpreters: problem.interpreters.map((i) => ({ ...i, maxConsecutiveSlots: 2 })),
        }
        const present = solve(restful, { ...limits, seed: 5, iterationLimit: 20_000 })
        const questions: WhatIfQuestion[] = [
          { code: 'tables', steps: [-1, 0, 1] },
          { code: 'slots', day: 'd1', steps: [-1, 0, 1] },
          { code: 'interpreters', leaving: [problem.interpreters[0]!.id] },
        ]
        for (const question of questions) {
          const points = whatIf(restful, [present], question, { ...limits, iterationLimit: 200 })
          const curve = points.toSorted((a, b) => resources[question.code]!(a.step) - resources[question.code]!(b.step))
          curve.slice(1).forEach((point, at) => {
            expect(compareValues(point.value, curve[at]!.value)).toBeGreaterThanOrEqual(0)
          })
          const now = points.find(({ step }) => step === 0)!
          expect(compareValues(now.value, present.value)).toBeGreaterThanOrEqual(0)
        }
      }),
      { numRuns: 30 },
    )
  })
})

describe('pictureFairness', () => {
  it('adds up to the value of the schedule', () => {
    const problem = buildProblem({ seed: 8, hosts: 6, guests: 5, requests: 20, slots: 6, tables: 4 })
    const solution = solve(problem, limits)
    const picture = pictureFairness(problem, solution)
    const sum = (pick: (share: (typeof picture.sides)[number]) => number): number =>
      picture.sides.reduce((total, side) => total + pick(side), 0)
    expect(sum((side) => side.held)).toBe(2 * solution.value.held)
    expect(sum((side) => side.asked)).toBe(2 * solution.value.requested)
    expect(sum((side) => side.idleSlots)).toBe(solution.value.idleSlots)
    expect(sum((side) => side.breaks)).toBe(solution.value.breaks)
  })

  it('counts meetings at unsocial hours of home', () => {
    const base = buildProblem({ seed: 1, hosts: 1, guests: 1, requests: 1, slots: 1, tables: 1, partTime: 0 })
    const problem = {
      ...base,
      slots: [{ id: 's00000', day: 'd0', startsAt: '2020-10-26T09:30:00.000Z', endsAt: '2020-10-26T10:30:00.000Z' }],
      participants: base.participants.map((p) => ({ ...p, timeZone: p.side === 'h' ? 'Asia/Seoul' : 'Europe/Moscow' })),
    }
    const picture = pictureFairness(problem, solve(problem, limits))
    expect(picture.sides.map(({ side, unsocial }) => [side, unsocial])).toEqual([
      ['h', 1],
      ['g', 0],
    ])
  })
})
