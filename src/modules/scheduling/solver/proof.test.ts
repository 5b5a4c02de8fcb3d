import { describe, expect, it } from 'vitest'
import { boundByAgreement } from '../engine/agreement-bound.ts'
import { BoundKeeper } from '../engine/bound-keeper.ts'
import { boundBreaks } from '../engine/breaks-bound.ts'
import { compileProblem } from '../engine/compile.ts'
import {
  checkBound,
  type BoundCertificate,
  type ScheduleProblem,
  type ScheduleSolution,
  solve,
  verify,
} from '../engine/index.ts'
import { honouredPins } from '../engine/pins.ts'
import { boundBySeats } from '../engine/seat-bound.ts'
import { buildProblem } from '../engine/testing/build-problem.ts'
import { decideBreaks } from './clingo-decision.ts'
import { loadLinearSolver } from './highs-solver.ts'
import { solveInWorker } from './solve-in-worker.ts'

/** One table and a, b, c who all meet each other in three of four slots, d apart: somebody has to wait. */
const tight: ScheduleProblem = {
  format: 'naru-schedule-problem/1',
  slots: ['s1', 's2', 's3'].map((id) => ({ id, day: 'd1' })),
  places: [],
  capacities: ['s1', 's2', 's3'].map((slot) => ({ slot, table: 1 })),
  participants: ['a', 'b', 'c'].map((id) => ({ id, availableSlots: ['s1', 's2', 's3'] })),
  interpreters: [],
  requests: [
    ['a', 'b'],
    ['b', 'c'],
    ['a', 'c'],
  ].map(([host, guest], at) => ({
    id: `q${at}`,
    host: host!,
    guest: guest!,
    wish: 'want' as const,
    weight: 1,
    languagePair: null,
    place: 'table' as const,
  })),
}

/** What the agreement of both sides proves, and a solution that states so many breaks with that certificate. */
async function agreed(problem: ScheduleProblem, seed: number) {
  const compiled = compileProblem(problem)
  const bound = new BoundKeeper(compiled, honouredPins(compiled))
  bound.solveExactly(await loadLinearSolver(), { timeLimitMs: 10_000, mayGoOn: () => true })
  const { weight, certificate } = bound.report({ musts: bound.musts, weight: 0, breaks: 0 })
  let whole: BoundCertificate = certificate!
  const breaks = boundByAgreement(compiled, bound.fates(weight), weight, {
    mayGoOn: () => true,
    onBetter: (_, agreement) => {
      whole = { ...certificate!, agreement }
    },
  })
  const found = solve(problem, { seed, iterationLimit: 20_000, elapsedMs: () => 0 })
  const stated = (breaks: number, by = whole): ScheduleSolution => ({
    ...found,
    bound: { ...found.bound, weight, breaks, certificate: by },
  })
  return { found, weight, breaks, stated }
}

describe('the proof beside the search', { timeout: 60_000 }, () => {
  it('decides that one break cannot be avoided, by presence and by logic', async () => {
    const compiled = compileProblem(tight)
    const isHeld = honouredPins(compiled)
    const solver = await loadLinearSolver()
    expect(boundBreaks(compiled, 3, isHeld, solver, { timeLimitMs: 10_000 })).toBe(1)
    const { signal } = new AbortController()
    const task = { problem: compiled, fates: new Int8Array([1, 0, 0]), weight: 3 }
    expect((await decideBreaks(task, 0, signal)).answer).toBe('none')
    expect((await decideBreaks(task, 1, signal)).answer).toBe('some')
  })

  it('lets a timed run end early with the answer proven', async () => {
    const { solution } = await solveInWorker(tight, { seed: 1, budgetMs: 30_000 })
    expect(solution.value).toMatchObject({ weight: 3, breaks: 1 })
    expect(solution.bound).toMatchObject({ weight: 3, breaks: 1, provenBest: true })
    expect(checkBound(tight, solution)).toMatchObject({ ok: true, statedBreaks: 1, provenBreaks: 1 })
  })

  it('proves breaks by prices of runs that the checker adds up to the same, never more than there are', async () => {
    const solver = await loadLinearSolver()
    const seen = { proven: 0, met: 0 }
    for (let seed = 0; seed < 60; seed++) {
      const problem = buildProblem({
        seed,
        hosts: 5 + (seed % 3),
        guests: 4 + (seed % 4),
        requests: 14 + (seed % 9),
        slots: 4 + (seed % 5),
        days: 1 + (seed % 2),
        tables: 2 + (seed % 3),
        partTime: seed % 3 === 0 ? 0.4 : 0,
        interpreters: seed % 2,
        interpreted: 0.3,
      })
      const compiled = compileProblem(problem)
      const bound = new BoundKeeper(compiled, honouredPins(compiled))
      bound.solveExactly(solver, { timeLimitMs: 10_000, mayGoOn: () => true })
      const { weight, certificate } = bound.report({ musts: bound.musts, weight: 0, breaks: 0 })
      const { breaks, runPrices } = boundBySeats(compiled, bound.fates(weight), solver, { timeLimitMs: 10_000 })
      const found = solve(problem, { seed, iterationLimit: 20_000, elapsedMs: () => 0 })
      const stated = { ...found.bound, weight, breaks, certificate: { ...certificate!, runPrices } }
      expect(checkBound(problem, { ...found, bound: stated }).provenBreaks).toBe(breaks)
      if (found.value.weight < weight) continue
      expect(breaks).toBeLessThanOrEqual(found.value.breaks)
      if (breaks > 0) seen.proven++
      if (breaks === found.value.breaks) seen.met++
    }
    expect(seen.proven).toBeGreaterThan(0)
    expect(seen.met).toBeGreaterThan(20)
  })

  it('proves breaks by prices at which both sides agree, which the checker adds up to the same', async () => {
    const seen = { proven: 0, met: 0 }
    for (let seed = 0; seed < 20; seed++) {
      const problem = buildProblem({
        seed,
        hosts: 5 + (seed % 3),
        guests: 4 + (seed % 4),
        requests: 14 + (seed % 9),
        slots: 4 + (seed % 4),
        days: 1 + (seed % 2),
        tables: 2 + (seed % 3),
        partTime: seed % 3 === 0 ? 0.4 : 0,
        interpreters: seed % 3,
        interpreted: 0.3,
      })
      const { found, weight, breaks, stated } = await agreed(problem, seed)
      expect(checkBound(problem, stated(breaks))).toMatchObject({ ok: true, provenBreaks: breaks })
      if (found.value.weight < weight) continue
      expect(breaks).toBeLessThanOrEqual(found.value.breaks)
      if (breaks > 0) seen.proven++
      if (breaks === found.value.breaks) seen.met++
    }
    expect(seen.proven).toBeGreaterThan(2)
    expect(seen.met).toBeGreaterThan(10)
  })

  it('does not let a changed certificate prove more', async () => {
    const { breaks, stated } = await agreed(tight, 1)
    expect(breaks).toBe(1)
    const own = stated(breaks).bound.certificate!
    const proven = (agreement: NonNullable<BoundCertificate['agreement']>): number =>
      checkBound(tight, stated(breaks, { ...own, agreement })).provenBreaks
    const { agreement } = own
    expect(checkBound(tight, stated(2)).provenBreaks).toBe(1)
    expect(proven(agreement!)).toBe(1)
    expect(proven({ ...agreement!, places: agreement!.places.map((one) => ({ ...one, price: -one.price })) })).toBe(0)
    const raised = (by: number) => agreement!.hosts.map(([id, prices]) => [id, prices.map((p) => p + by)] as const)
    expect(proven({ ...agreement!, hosts: raised(2 ** 60) })).toBe(0)
    expect(proven({ ...agreement!, hosts: raised(0.1) })).toBe(0)
    expect(proven({ ...agreement!, hosts: raised(Number.NaN) })).toBe(0)
    // Whatever the host pays the guest receives: as long as it adds up exactly it proves nothing that is not so.
    for (const by of [-8, -1, 1, 8]) expect(proven({ ...agreement!, hosts: raised(by) })).toBeLessThanOrEqual(1)
    const nothing = { weight: 0, places: [], interpreters: [], hosts: [] }
    expect(checkBound(tight, stated(1, { ...own, agreement: nothing }))).toMatchObject({ ok: false, provenBreaks: 0 })
  })

  it('finds prices with a linear solver that are at least as tight as the ascent, and re-check', async () => {
    const linearSolver = await loadLinearSolver()
    for (let seed = 0; seed < 15; seed++) {
      const problem = buildProblem({
        seed,
        hosts: 8,
        guests: 6,
        requests: 34,
        slots: 4,
        tables: 5,
        interpreters: 3,
        interpreted: 0.5,
        partTime: 0.5,
        musts: 0.1,
      })
      const limits = { seed, iterationLimit: 3_000, elapsedMs: () => 0 }
      const plain = solve(problem, limits)
      const exact = solve(problem, { ...limits, linearSolver })
      expect(verify(problem, exact).violations).toEqual([])
      expect(checkBound(problem, exact).ok).toBe(true)
      if (exact.value.musts === plain.value.musts) expect(exact.bound.weight).toBeLessThanOrEqual(plain.bound.weight)
    }
  })
})
