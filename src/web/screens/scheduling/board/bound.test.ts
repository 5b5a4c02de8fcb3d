import { expect, test } from 'vitest'
import type { Outcome, Run } from './board-facts.ts'
import { boundMarks, boundView, gapPercent, progressCurve } from './bound.ts'

const counts = { held: 83, requested: 85 }
const value = { musts: 2, weight: 900, breaks: 3, idleSlots: 4, worstBreaks: 1, ...counts }
const outcome = (bound: Outcome['bound']): Outcome => ({
  value,
  bound,
  unmet: [],
  issues: [],
  seed: 1,
  elapsedMs: 1000,
})

test('what is proven: best, best meetings, a gap, or nothing', () => {
  const proof = (bound: Outcome['bound']) => boundView(outcome(bound), counts).proof
  expect(proof({ weight: 900, breaks: 3, provenBest: true, method: 'x' })).toEqual({ kind: 'best' })
  expect(proof({ weight: 900, breaks: 1, provenBest: false, method: 'x' })).toEqual({
    kind: 'best-meetings',
    breaks: 3,
    breaksAtLeast: 1,
  })
  expect(proof({ weight: 1000, breaks: 1, provenBest: false, method: 'x' })).toEqual({ kind: 'gap', gap: 0.1 })
  expect(proof({ weight: 0, breaks: 0, provenBest: false, method: 'x' })).toEqual({ kind: 'unknown' })
  expect(proof(null)).toEqual({ kind: 'unknown' })
})

test('a gap is rounded up and never reads as nothing', () => {
  expect(
    [0.098, 0.5, 0.0112, 0.00012, 0.0000001].map(gapPercent).map(({ share, digits }) => (share * 100).toFixed(digits)),
  ).toEqual(['9.8', '50', '1.2', '0.02', '0.01'])
})

test('many requests become bars', () => {
  const view = boundView(outcome(null), counts)
  expect(boundMarks(view, 100)).toEqual({ kind: 'marks', held: 83, open: 2 })
  expect(boundMarks(view, 50)).toEqual({ kind: 'bars', share: 83 / 85 })
  expect(boundMarks({ ...view, held: 0, requested: 0 }, -1)).toEqual({ kind: 'bars', share: 0 })
})

const run = (progress: Partial<Run['progress']>, status: Run['status'] = 'running'): Run => ({
  id: 'run',
  status,
  seed: 1,
  budgetMs: 1000,
  progress: { elapsedMs: 500, held: 1, requested: 2, weight: 110, boundWeight: 120, breaks: 0, curve: [], ...progress },
  createdAt: '2020-10-20T01:00:00.000Z',
  finishedAt: status === 'running' ? null : '2020-10-20T01:00:01.000Z',
})

test('the curve steps up over the time of the run, below its bound', () => {
  const curve = [
    { elapsedMs: 0, weight: 100, breaks: 2 },
    { elapsedMs: 250, weight: 110, breaks: 1 },
  ]
  expect(progressCurve(run({ curve }))).toEqual({
    path: 'M0 91.8H250V50.9H500',
    area: 'M0 91.8H250V50.9H500V100H0z',
    boundY: 10,
    tip: { x: 500, y: 50.9 },
  })
  expect(progressCurve(run({ curve }, 'done'))?.tip.x).toBe(1000)
  expect(progressCurve(run({ curve, boundWeight: null }))?.boundY).toBeNull()
  expect(progressCurve(run({}))).toBeNull()
})
