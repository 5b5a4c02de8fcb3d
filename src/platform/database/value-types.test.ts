import { expect, test } from 'vitest'
import { parseTimestamptz } from './value-types.ts'

test.each([
  ['2020-10-26 06:00:00+00', '2020-10-26T06:00:00.000Z'],
  ['2020-10-26 15:00:00.1+09', '2020-10-26T06:00:00.100Z'],
  ['2020-10-26 11:30:00.123999+05:30', '2020-10-26T06:00:00.123Z'],
  ['2020-10-25 22:00:00.5-08', '2020-10-26T06:00:00.500Z'],
])('%s is %s', (text, instant) => {
  expect(parseTimestamptz(text)).toBe(instant)
})

test('what is no moment is refused', () => {
  expect(() => parseTimestamptz('infinity')).toThrow(RangeError)
})
