import { expect, test } from 'vitest'
import { languagePair } from './language-pair.ts'

test('nobody interprets between people who share a language', () => {
  expect(languagePair(['ko', 'en'], ['ru', 'en'])).toBe(null)
})

test('otherwise the first language of each, in alphabetical order', () => {
  expect([languagePair(['ru'], ['ko', 'en']), languagePair(['ko', 'en'], ['ru'])]).toEqual(['ko-ru', 'ko-ru'])
})
