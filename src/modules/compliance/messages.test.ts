import { expect, test } from 'vitest'
import { LOCALES } from '../../kernel/locale.ts'
import { createTranslators } from '../../platform/i18n.ts'
import { REFUSALS } from './domain/refusal.ts'
import { SCREENING_STATES } from './domain/state.ts'
import { LIST_REFUSAL_CODES } from './engine/index.ts'
import { messages } from './messages.ts'

const { translateRefusal } = createTranslators({ compliance: messages })

const values = {
  gate: 'match',
  party: 'P',
  state: 'hit',
  word: 'hit',
  list: 'L',
  code: 'c',
  format: 'f',
  owner: 'o',
  sum: 101.5,
  text: '100',
  unit: 'x',
  parameter: 'p',
  line: 3,
  what: 'name',
}

test.each(LOCALES)('every refusal and state has its words in %s', (locale) => {
  const codes = [...REFUSALS.map((rule) => `compliance.${rule}`), ...LIST_REFUSAL_CODES]
  expect(
    Object.keys(messages[locale].errors)
      .map((rule) => `compliance.${rule}`)
      .toSorted(),
  ).toEqual(codes.toSorted())
  for (const code of codes) expect(translateRefusal(locale, code, values)).not.toMatch(/[{}]/)
  for (const state of SCREENING_STATES) {
    expect(
      translateRefusal(locale, 'compliance.gate-closed-by', { ...values, word: state.replaceAll('-', '_') }),
    ).not.toMatch(/[{}]/)
  }
  expect(Object.keys(messages[locale].states)).toEqual([...SCREENING_STATES])
})
