import { expect, test } from 'vitest'
import { endOfDay } from './due-day.ts'

test('a day ends at midnight of its owner', () => {
  expect([
    endOfDay('2020-11-30', 'Asia/Seoul'),
    endOfDay('2020-12-31', 'Europe/Moscow'),
    endOfDay('2024-02-28', 'UTC'),
  ]).toEqual(['2020-11-30T15:00:00.000Z', '2020-12-31T21:00:00.000Z', '2024-02-29T00:00:00.000Z'])
})
