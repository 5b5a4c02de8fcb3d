import { expect, test } from 'vitest'
import { lossBetween, qualityOf, worstOf } from './quality.ts'

test.each([
  [{ connected: true, roundTripMs: 40, lossShare: 0 }, 'good'],
  [{ connected: true, roundTripMs: null, lossShare: 0 }, 'good'],
  [{ connected: true, roundTripMs: 350, lossShare: 0 }, 'fair'],
  [{ connected: true, roundTripMs: 40, lossShare: 0.05 }, 'fair'],
  [{ connected: true, roundTripMs: 900, lossShare: 0 }, 'poor'],
  [{ connected: true, roundTripMs: 40, lossShare: 0.2 }, 'poor'],
  [{ connected: false, roundTripMs: 40, lossShare: 0 }, 'lost'],
])('%j is %s', (measured, quality) => {
  expect(qualityOf(measured)).toBe(quality)
})

test('the worst connection counts, and of none all is well', () => {
  expect([worstOf(['good', 'poor', 'fair']), worstOf([])]).toEqual(['poor', 'good'])
})

test('losses are counted between two looks', () => {
  const at = (received: number, lost: number) => ({ received, lost, roundTripMs: null })
  expect([lossBetween(at(100, 0), at(190, 10)), lossBetween(at(0, 0), at(0, 0))]).toEqual([0.1, 0])
})
