import process from 'node:process'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Run, type Simulator, openSimulator } from './simulate-chain.ts'

/** On a machine that does nothing else a hundred runs take less; the embedded database plays a fifth as fast. */
const { most, least, limitMs } = process.env.TEST_DATABASE_URL
  ? { most: 100, least: 20, limitMs: 40_000 }
  : { most: 5, least: 2, limitMs: 10_000 }

let simulator: Simulator
beforeAll(async () => {
  simulator = await openSimulator()
})
afterAll(() => simulator?.close())

const runs: Run[] = []

test('programmes played at random, with faults, keep the laws of the product', { timeout: 600_000 }, async () => {
  const startedMs = performance.now()
  for (let seed = 1; seed <= most; seed++) {
    if (seed > least && performance.now() - startedMs > limitMs) break
    const run = await simulator.play(seed)
    runs.push(run)
    const broken = [...run.broken, ...run.steps].join('\n')
    expect(run.broken, `npm run simulate -- --seed ${seed}\n${broken}`).toEqual([])
  }
})

test('and much happens in them', () => {
  const sum = (count: keyof Run['counts']) => runs.reduce((total, { counts }) => total + counts[count], 0)
  expect(runs.length).toBeGreaterThanOrEqual(least)
  expect(sum('done')).toBeGreaterThan(30 * runs.length)
  expect(sum('refused')).toBeGreaterThan(10 * runs.length)
  expect(sum('cut') + sum('twice') + sum('atOnce')).toBeGreaterThan(7 * runs.length)
})

test('the same seed plays the same run', { timeout: 60_000 }, async () => {
  const [first] = runs
  const again = await simulator.play(1)
  // Of two who come at once either may be the first, so what follows may differ.
  const untilAtOnce = ({ steps }: Run) =>
    steps
      .slice(
        0,
        steps.findIndex((step) => / at once/.test(step)),
      )
      .map(withoutUnique)
  expect(untilAtOnce(again)).toEqual(untilAtOnce(first!))
})

/** People have the end of their programme's id in their names. */
const withoutUnique = (step: string): string => step.replaceAll(/ [0-9a-f]{6}(?=[: ])/g, '')
