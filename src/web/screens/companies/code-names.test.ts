import { expect, test } from 'vitest'
import { countryChoices, languageChoices } from './code-names.ts'

test('countries that exist, in the reader’s order', () => {
  const countries = countryChoices('ko')
  expect(countries.find(({ value }) => value === 'KR')).toEqual({ value: 'KR', label: '대한민국' })
  expect(['SU', 'EU', 'ZZ', 'XA', 'UK'].filter((code) => countries.some(({ value }) => value === code))).toEqual([])
  expect(countries.length).toBeGreaterThan(240)
  expect(countries.length).toBeLessThan(260)
})

test('the languages of the programme lead', () => {
  expect(
    languageChoices('en', ['ru', 'ko'])
      .slice(0, 2)
      .map(({ value }) => value),
  ).toEqual(['ru', 'ko'])
})
