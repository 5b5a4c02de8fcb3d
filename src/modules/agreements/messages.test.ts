import { expect, test } from 'vitest'
import { LOCALES } from '../../kernel/locale.ts'
import { createTranslators } from '../../platform/i18n.ts'
import { AGREEMENT_STATUSES, AGREEMENT_TYPES } from './domain/agreement.ts'
import { FINDING_CODES } from './domain/consistency.ts'
import { REFUSALS } from './domain/refusal.ts'
import { messages } from './messages.ts'

const { translate, translateRefusal } = createTranslators({ agreements: messages })

const values = { number: 'A-1', status: 'sent', position: 2, count: 3, characters: '😀', hours: 4 }
const found = { value: 'USD 5000000', party: 1, name: 'A', milestone: 'm', percent: 1.06 }

test.each(LOCALES)('every refusal, finding, state and type has its words in %s', (locale) => {
  expect(Object.keys(messages[locale].errors)).toEqual([...REFUSALS])
  expect(Object.keys(messages[locale].findings)).toEqual([...FINDING_CODES])
  expect(Object.keys(messages[locale].statuses)).toEqual([...AGREEMENT_STATUSES])
  expect(Object.keys(messages[locale].types)).toEqual([...AGREEMENT_TYPES])
  for (const rule of REFUSALS) expect(translateRefusal(locale, `agreements.${rule}`, values)).not.toMatch(/[{}]/)
  for (const code of FINDING_CODES) expect(translate(locale, `agreements.findings.${code}`, found)).not.toMatch(/[{}]/)
  for (const status of AGREEMENT_STATUSES) {
    expect(translateRefusal(locale, 'agreements.not-in-state', { status })).not.toMatch(/[{}]/)
  }
})
