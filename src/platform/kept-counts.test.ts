import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { createKeptCounts } from './kept-counts.ts'

/** Counts how often it was asked, from `first` on. */
const counter = (first: number) => {
  let count = first
  return async () => {
    await pause(5)
    return count++
  }
}

test('what is small is counted anew, what is large is kept, each under its key', async () => {
  const read = createKeptCounts<number>((count) => count >= 1000)
  const [small, large] = [counter(1), counter(1000)]
  expect([await read('a', small), await read('a', small)]).toEqual([1, 2])
  expect([await read('b', large), await read('b', large)]).toEqual([1000, 1000])
  expect(await read('c', large)).toBe(1001)
})

test('of many who ask at once one counts; a failure is nobody else’s', async () => {
  const read = createKeptCounts<number>(() => false)
  const count = counter(1)
  expect(await Promise.all([read('a', count), read('a', count), read('a', count)])).toEqual([1, 1, 1])
  const fail = () => Promise.reject(new Error('gone'))
  await expect(read('b', fail)).rejects.toThrow('gone')
  expect(await read('b', count)).toBe(2)
})
