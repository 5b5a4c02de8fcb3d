import { expect, test } from 'vitest'
import { parseTypedAmount } from './typed-amount.ts'

test.each([
  ['1234567.89', 'USD', 123_456_789],
  ['1,234,567.89', 'USD', 123_456_789],
  ['1.234.567,89', 'USD', 123_456_789],
  ['1 234 567,89', 'RUB', 123_456_789],
  ["1'234'567.8", 'CHF', 123_456_780],
  ['５００만', 'KRW', 5_000_000],
  ['500만 원', 'KRW', 5_000_000],
  ['1억 2,300만', 'KRW', 123_000_000],
  ['3천만원', 'KRW', 30_000_000],
  ['1.5억', 'KRW', 150_000_000],
  ['2,5 млн', 'RUB', 250_000_000],
  ['USD 3 million', 'USD', 300_000_000],
  ['$12.50', 'USD', 1250],
  ['1000000000000000', 'KRW', 1e15],
  ['1000조', 'KRW', 1e15],
  ['0', 'EUR', 0],
] as const)('%s in %s', (text, currency, minor) => {
  expect(parseTypedAmount(text, currency)).toEqual({ minor, currency })
})

test.each([
  ['', 'USD'],
  ['abc', 'USD'],
  ['-5', 'USD'],
  ['1e6', 'USD'],
  ['10^15', 'KRW'],
  ['10¹⁵', 'KRW'],
  ['12.505', 'USD'],
  ['1.234', 'USD'],
  ['1.5', 'KRW'],
  ['1,23,456', 'USD'],
  ['2만 1억', 'KRW'],
  ['9007199254740992', 'KRW'],
  ['1'.repeat(61), 'KRW'],
] as const)('%s is no amount in %s', (text, currency) => {
  expect(parseTypedAmount(text, currency)).toBeNull()
})
