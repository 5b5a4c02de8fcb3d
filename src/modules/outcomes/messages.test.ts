import { expect, test } from 'vitest'
import { LOCALES } from '../../kernel/locale.ts'
import { createTranslators } from '../../platform/i18n.ts'
import { RUNGS } from './domain/ladder.ts'
import { BASES, GRADES, OUTCOME_KINDS } from './domain/outcome.ts'
import { REFUSALS } from './domain/refusal.ts'
import { messages } from './messages.ts'

const { translateRefusal } = createTranslators({ outcomes: messages })
const values = { figure: 'companies', attribution: 'agreement', reference: 'IA-1', outcomeId: 'x' }

test.each(LOCALES)('every refusal, kind, basis, grade and rung has its words in %s', (locale) => {
  const { errors, kinds, bases, grades, rungs } = messages[locale]
  expect(Object.keys(errors)).toEqual([...REFUSALS])
  expect(Object.keys(kinds)).toEqual([...OUTCOME_KINDS])
  expect([Object.keys(bases), Object.keys(grades), Object.keys(rungs)]).toEqual([[...BASES], [...GRADES], [...RUNGS]])
  for (const rule of REFUSALS) expect(translateRefusal(locale, `outcomes.${rule}`, values)).not.toMatch(/[{}]/)
})
