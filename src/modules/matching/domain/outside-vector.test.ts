import { expect, test } from 'vitest'
import { outsideText, readOutsideVector, storeOutsideVector } from './outside-vector.ts'

test('a vector is kept as its direction', () => {
  expect([...readOutsideVector(storeOutsideVector([3, -4, 0])!)]).toEqual([76, -102, 0])
  expect(storeOutsideVector([0.3, -0.4, 0])).toBe(storeOutsideVector([3, -4, 0]))
})

test('what is no direction is not kept', () => {
  expect([[0, 0], [], [1, Number.NaN], [1, Infinity]].map(storeOutsideVector)).toEqual([null, null, null, null])
})

test('a very long profile is sent up to a bound', () => {
  expect(outsideText([{ text: 'laser' }, { text: 'x'.repeat(100_000) }])).toHaveLength(8000)
})
