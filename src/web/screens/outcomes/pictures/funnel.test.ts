import { expect, test } from 'vitest'
import { funnelParts } from './funnel.ts'

test('is as wide as it counts, and says no share of what nobody counted', () => {
  const parts = funnelParts([
    { step: 'requests', count: 100 },
    { step: 'accepted', count: 50 },
    { step: 'held', count: null },
    { step: 'agreements', count: 5 },
    { step: 'commitments', count: 10 },
  ])
  expect(parts.map(({ top, foot, share }) => [top, foot, share])).toEqual([
    [50, 25, null],
    [25, 25, 0.5],
    [25, 2.5, null],
    [2.5, 2.5, null],
    [5, 5, null],
  ])
})

test('nothing at all has a shape', () => {
  expect(funnelParts([{ step: 'requests', count: 0 }])).toEqual([
    { step: 'requests', count: 0, top: 0.6, foot: 0.6, share: null },
  ])
})
