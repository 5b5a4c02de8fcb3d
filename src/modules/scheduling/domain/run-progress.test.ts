import { expect, test } from 'vitest'
import { addToCurve, emptyProgress } from './run-progress.ts'

const at = (elapsedMs: number, weight: number) => ({
  elapsedMs,
  reachedMs: elapsedMs,
  iterations: 0,
  unmet: 0,
  boundWeight: 900,
  boundBreaks: 0,
  value: { musts: 0, weight, breaks: 1, idleSlots: 0, worstBreaks: 0, held: weight / 10, requested: 90 },
})

test('the curve has a point for each improvement, the newest always, and never grows without end', () => {
  let progress = emptyProgress(90)
  for (let n = 1; n <= 1000; n++) progress = addToCurve(progress, at(n, Math.floor(n / 2) * 10))
  expect([progress.held, progress.requested, progress.boundWeight]).toEqual([500, 90, 900])
  expect(progress.curve.length).toBeLessThanOrEqual(120)
  expect(progress.curve.at(-1)).toEqual({ elapsedMs: 1000, weight: 5000, breaks: 1 })
  const times = progress.curve.map(({ elapsedMs }) => elapsedMs)
  expect(times).toEqual(times.toSorted((a, b) => a - b))
})
