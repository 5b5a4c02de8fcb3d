import { expect, test } from 'vitest'
import { fixedClock } from './clock.ts'
import { createNewId } from './ids.ts'

test('version 7, unique, in the order of their making, also across milliseconds', () => {
  const clock = fixedClock('2020-10-26T06:00:00.000Z')
  const newId = createNewId(clock)
  const ids = Array.from({ length: 20_000 }, (_, n) => {
    if (n === 10_000) clock.advance(1)
    return newId()
  })
  expect(ids.every((id) => /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id))).toBe(true)
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids.toSorted()).toEqual(ids)
  expect(Number.parseInt(ids[0]!.replace('-', '').slice(0, 12), 16)).toBe(Date.parse('2020-10-26T06:00:00.000Z'))
})
