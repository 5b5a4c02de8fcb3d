import { expect, test } from 'vitest'
import { formatMoney, moneyText, readMoney } from './money-text.ts'

test.each([
  ['', 'USD', null],
  ['5000000', 'USD', 500_000_000],
  ['5,000,000', 'USD', 500_000_000],
  ['5 000 000,50', 'RUB', 500_000_050],
  ['1.234.567', 'EUR', 123_456_700],
  ['12.5', 'USD', 1250],
  ['5700000000', 'KRW', 5_700_000_000],
  ['１２３', 'KRW', 123],
  ['9007199254740993', 'KRW', 'wrong'],
  ['0.005', 'USD', 'wrong'],
  ['1.5', 'KRW', 'wrong'],
  ['five', 'USD', 'wrong'],
  ['-5', 'USD', 'wrong'],
  ['1,2,3', 'USD', 'wrong'],
] as const)('%j %s is %j in minor units', (text, currency, expected) => {
  const read = readMoney({ text, currency })
  expect(read === null || read === 'wrong' ? read : read.minor).toBe(expected)
})

test('what is stored comes back into the field and out again', () => {
  for (const minor of [0, 5, 1250, 500_000_000]) {
    expect(readMoney(moneyText({ minor, currency: 'USD' }))).toEqual({ minor, currency: 'USD' })
  }
})

test('an amount is written with its code in each language', () => {
  const money = { minor: 500_000_050, currency: 'USD' } as const
  expect((['en', 'ko', 'ru'] as const).map((locale) => formatMoney(money, locale).replaceAll(/\s/g, ' '))).toEqual([
    'USD 5,000,000.50',
    'USD 5,000,000.50',
    '5 000 000,50 USD',
  ])
})
