import { expect, test } from 'vitest'
import { hoursBefore } from './reminder.ts'

test('a day before, and an hour before; nothing in between and after', () => {
  const hours = [1441, 1440, 121, 120, 61, 60, 1, 0, -5].map(hoursBefore)
  expect(hours).toEqual([null, 24, 24, null, null, 1, 1, null, null])
})
