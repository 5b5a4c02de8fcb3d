import { expect, test } from 'vitest'
import type { Finding } from '../shapes.ts'
import { locateFindings, withCurrency } from './locate-finding.ts'

const typed = (number: string): Finding => ({ code: 'number-typed', locale: 'en', place: 'body.0', values: { number } })

test('a number found twice is marked twice; a sentence is marked whole', () => {
  const text = '5 of 50 and 5'
  expect(locateFindings(text, [typed('5'), typed('50'), typed('5'), typed('7')])).toEqual([
    { from: 0, to: 1 },
    { from: 5, to: 7 },
    { from: 12, to: 13 },
    null,
  ])
  const told: Finding = { code: 'promise-told-as-done', locale: 'en', place: 'body.0', values: { sentence: 'x' } }
  expect(locateFindings('It moved.', [told])).toEqual([{ from: 0, to: 9 }])
})

test('a figure in a currency takes the place of the currency as well', () => {
  const text = 'invests USD 5 million here'
  expect(withCurrency(text, { from: 12, to: 21 })).toEqual({ from: 8, to: 21 })
  expect(withCurrency('500만 달러를', { from: 0, to: 4 })).toEqual({ from: 0, to: 7 })
  expect(withCurrency('5 companies', { from: 0, to: 1 })).toEqual({ from: 0, to: 1 })
})
