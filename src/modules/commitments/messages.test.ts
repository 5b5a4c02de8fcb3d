import { expect, test } from 'vitest'
import { LOCALES } from '../../kernel/locale.ts'
import { createTranslators } from '../../platform/i18n.ts'
import { METHODS, QUANTITIES } from './domain/acceptance/criterion.ts'
import { COMMITMENT_STATUSES } from './domain/commitment.ts'
import { REFUSALS } from './domain/refusal.ts'
import { messages } from './messages.ts'

const { translate, translateRefusal } = createTranslators({ commitments: messages })

const values = { status: 'open', criterion: 'c', unit: 'mm', column: 'x', row: 2, cell: 'n/a', points: 1, minPoints: 3 }

test.each(LOCALES)('every refusal, state, method and quantity has its words in %s', (locale) => {
  expect(Object.keys(messages[locale].errors)).toEqual([...REFUSALS])
  expect(Object.keys(messages[locale].statuses)).toEqual([...COMMITMENT_STATUSES])
  expect(Object.keys(messages[locale].methods)).toEqual([...METHODS])
  expect(Object.keys(messages[locale].quantities)).toEqual([...QUANTITIES])
  expect(Object.keys(messages[locale].computations)).toEqual([...QUANTITIES])
  for (const rule of REFUSALS) expect(translateRefusal(locale, `commitments.${rule}`, values)).not.toMatch(/[{}]/)
  for (const code of Object.keys(messages[locale].measurementIssues)) {
    expect(translate(locale, `commitments.measurementIssues.${code}`, values)).not.toMatch(/[{}]/)
  }
  for (const status of COMMITMENT_STATUSES) {
    expect(translateRefusal(locale, 'commitments.not-in-state', { status })).not.toMatch(/[{}]/)
  }
})

test('Russian counts days as Russian does', () => {
  const say = (days: number) => translate('ru', 'commitments.mail.reminder.subject', { days, what: 'X' })
  expect([say(0), say(1), say(7), say(30)]).toEqual([
    'Срок сегодня: X',
    'До срока 1 день: X',
    'До срока 7 дней: X',
    'До срока 30 дней: X',
  ])
})
