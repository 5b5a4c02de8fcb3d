import { expect, test } from 'vitest'
import { type CandidatePair, allocate } from './allocate.ts'
import { gini, measureExposure } from './exposure.ts'

const ids = ['a1', 'a2', 'a3', 'b1', 'b2', 'b3']
const pairs = (list: readonly (readonly [string, string, number])[]): CandidatePair[] =>
  list.map(([a, b, score]) => ({ a, b, score }))
const chosen = (candidates: readonly CandidatePair[], capacity: number, exposureCap = 9): string[] =>
  allocate(ids, candidates, { capacityOf: () => capacity, exposureCap }).pairs.map(({ a, b }) => `${a}${b}`)

test('nobody exceeds capacity or the exposure cap', () => {
  const all = pairs(
    ['a1', 'a2', 'a3'].flatMap((a, i) => ['b1', 'b2', 'b3'].map((b, j) => [a, b, 90 - i - 10 * j] as const)),
  )
  for (const [capacity, cap] of [
    [2, 9],
    [9, 2],
  ] as const) {
    const { exposure } = allocate(ids, all, { capacityOf: () => capacity, exposureCap: cap })
    expect([...exposure.shown.values()]).toEqual([2, 2, 2, 2, 2, 2])
  }
})

test('a little score is given up so that nobody stays alone', () => {
  const candidates = pairs([
    ['a1', 'b1', 90],
    ['a1', 'b2', 60],
    ['a2', 'b1', 50],
  ])
  expect(chosen(candidates, 1)).toEqual(['a1b2', 'a2b1'])
})

test('an exchange that raises the sum is found', () => {
  const candidates = pairs([
    ['a1', 'b1', 90],
    ['a1', 'b2', 89],
    ['a2', 'b1', 88],
    ['a2', 'b2', 10],
  ])
  expect(chosen(candidates, 1)).toEqual(['a1b2', 'a2b1'])
})

test('equal scores go by id, scores of 0 and unknown companies are left out', () => {
  const candidates = pairs([
    ['a2', 'b1', 50],
    ['a1', 'b1', 50],
    ['a3', 'b3', 0],
    ['a3', 'nobody', 80],
  ])
  expect(chosen(candidates, 1)).toEqual(['a1b1'])
})

test('exposure tells how uneven attention is and who is shown to nobody', () => {
  expect(gini([])).toBe(0)
  expect(gini([3, 3, 3])).toBe(0)
  expect(gini([0, 0, 0, 4])).toBe(0.75)
  expect(measureExposure(['x', 'y', 'z'], [['x', 'y'], ['x']])).toEqual({
    shown: new Map([
      ['x', 2],
      ['y', 1],
      ['z', 0],
    ]),
    gini: gini([2, 1, 0]),
    unseen: ['z'],
  })
})
