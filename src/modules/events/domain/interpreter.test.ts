import { expect, test } from 'vitest'
import { decideLanguagePairs } from './interpreter.ts'

test('languages of a pair come in alphabetical order, each pair once', () => {
  expect(decideLanguagePairs(['ru-ko', 'ko-ru', 'en-ru'])).toEqual({ ok: true, value: ['ko-ru', 'en-ru'] })
})

test('an interpreter with no languages is refused', () => {
  expect(decideLanguagePairs([])).toEqual({
    ok: false,
    refusal: { kind: 'invalid', code: 'events.interpreter-without-language-pair' },
  })
})

test('a pair of one language is refused', () => {
  expect(decideLanguagePairs(['ko-ru', 'ko-ko'])).toEqual({
    ok: false,
    refusal: { kind: 'invalid', code: 'events.language-pair-of-one-language' },
  })
})
