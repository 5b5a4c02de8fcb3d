import { expect, test } from 'vitest'
import { addMinutes, isInstant, minutesBetween, toInstant } from './instant.ts'

test('one form only', () => {
  expect(toInstant('2020-10-26T15:00+09:00')).toBe('2020-10-26T06:00:00.000Z')
  expect(
    ['2020-10-26T06:00:00.000Z', '2020-10-26T06:00:00Z', '2020-13-26T06:00:00.000Z', 'soon'].map(isInstant),
  ).toEqual([true, false, false, false])
  expect(() => toInstant('2020-10-26T15:00:00')).toThrow(/offset/)
})

test('minutes add up across midnight and back', () => {
  const start = '2020-10-26T23:50:00.000Z'
  const end = addMinutes(start, 25)
  expect([end, minutesBetween(start, end), minutesBetween(end, start)]).toEqual(['2020-10-27T00:15:00.000Z', 25, -25])
})
