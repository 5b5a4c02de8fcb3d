import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Money, amountText, parseAmount, plainUnits } from './money.ts'

const usd = (units: number): Money => ({ minor: units * 100, currency: 'USD' })
const krw = (minor: number): Money => ({ minor, currency: 'KRW' })

describe('amounts', () => {
  test('are digits, and kept exactly or not at all', () => {
    expect(
      (['5000000', '12.50', '12.505', '9007199254740991', '1e6', '-1', ''] as const).map((text) =>
        parseAmount(text, 'USD'),
      ),
    ).toEqual([usd(5_000_000), { minor: 1250, currency: 'USD' }, null, null, null, null, null])
    expect([parseAmount('9007199254740991', 'KRW')?.minor, parseAmount('9007199254740993', 'KRW')]).toEqual([
      9007199254740991,
      null,
    ])
  })

  test('come back as they were typed', () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 0, max: 99 }), (whole, cents) => {
        const text = cents === 0 ? String(whole) : `${whole}.${String(cents).padStart(2, '0')}`.replace(/0$/, '')
        expect(plainUnits(parseAmount(text, 'EUR')!)).toBe(text)
      }),
    )
  })

  test('are written as the press of each language writes them, and never rounded', () => {
    const written = (money: Money) => (['ko', 'en', 'ru'] as const).map((locale) => amountText(money, locale))
    expect(written(usd(5_000_000))).toEqual(['500만 달러', 'USD 5 million', '5 млн долларов США'])
    expect(written(krw(5_700_000_000))).toEqual(['57억 원', 'KRW 5.7 billion', '5,7 млрд вон'])
    expect(written(krw(123_456_789))).toEqual(['1억 2,345만 6,789 원', 'KRW 123,456,789', '123\u00a0456\u00a0789 вон'])
  })
})
