import { describe, expect, it } from 'vitest'
import { type ScheduleProblem, solve, verify } from '../engine/index.ts'
import { solveInWorker } from './solve-in-worker.ts'

const slots = Array.from({ length: 6 }, (_, t) => ({ id: `s${t}`, day: 'd1' }))
const everySlot = slots.map((slot) => slot.id)
const problem: ScheduleProblem = {
  format: 'naru-schedule-problem/1',
  slots,
  places: [],
  capacities: everySlot.map((slot) => ({ slot, table: 3 })),
  participants: Array.from({ length: 10 }, (_, p) => ({ id: `p${p}`, availableSlots: everySlot })),
  interpreters: [{ id: 'i0', languagePairs: ['ko-ru'], availableSlots: everySlot }],
  requests: Array.from({ length: 24 }, (_, r) => ({
    id: `r${r}`,
    host: `p${r % 5}`,
    guest: `p${5 + ((r * 3 + Math.floor(r / 5)) % 5)}`,
    wish: r % 7 === 0 ? ('must' as const) : ('want' as const),
    weight: 1 + (r % 4),
    languagePair: r % 3 === 0 ? 'ko-ru' : null,
    place: 'table' as const,
  })),
}

describe('solveInWorker', { timeout: 60_000 }, () => {
  it('answers the same on one and on four threads, and one lane answers as solve does', async () => {
    const limits = { seed: 7, iterationLimit: 5000, lanes: 3 }
    const [one, four] = await Promise.all([
      solveInWorker(problem, { ...limits, threads: 1 }),
      solveInWorker(problem, { ...limits, threads: 4 }),
    ])
    expect(four.solution).toEqual(one.solution)
    const alone = await solveInWorker(problem, { seed: 7, iterationLimit: 5000 })
    expect(alone.solution).toEqual(solve(problem, { seed: 7, iterationLimit: 5000, elapsedMs: () => 0 }))
  })

  it('stops at once when asked and still answers a valid schedule', async () => {
    const { solution } = await solveInWorker(problem, { seed: 1, budgetMs: 60_000 }, AbortSignal.abort())
    expect(verify(problem, solution).violations).toEqual([])
  })

  it('reports progress', async () => {
    const seen: number[] = []
    await solveInWorker(problem, { seed: 1, iterationLimit: 5000 }, undefined, (progress) =>
      seen.push(progress.value.held),
    )
    expect(seen.length).toBeGreaterThan(0)
  })
})
