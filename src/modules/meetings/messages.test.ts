import { expect, test } from 'vitest'
import { LOCALES } from '../../kernel/locale.ts'
import { createTranslators } from '../../platform/i18n.ts'
import { REFUSALS } from './domain/refusal.ts'
import { messages } from './messages.ts'

const { translate, translateRefusal } = createTranslators({ meetings: messages })

const values = {
  status: 'accepted',
  max: 3,
  known: true,
  decidedBy: 'Анна',
  decidedTime: '2020-10-26 15:00 (Asia/Seoul)',
}

test.each(LOCALES)('every refusal and every import issue has a sentence in %s', (locale) => {
  expect(Object.keys(messages[locale].errors)).toEqual([...REFUSALS])
  const issues = Object.keys(messages[locale].importIssues)
  for (const rule of REFUSALS) expect(translateRefusal(locale, `meetings.${rule}`, values)).not.toMatch(/[{}]/)
  for (const code of issues) {
    expect(translate(locale, `meetings.importIssues.${code}`, { ...values, code: 'EX-01', firstRow: 2 })).not.toMatch(
      /[{}]/,
    )
  }
})

test('who comes second reads who was first', () => {
  expect(LOCALES.map((locale) => translateRefusal(locale, 'meetings.already-decided', values))).toEqual([
    'Анна 님이 2020-10-26 15:00 (Asia/Seoul)에 이미 이 신청을 수락했습니다.',
    'Заявка уже принята: Анна, 2020-10-26 15:00 (Asia/Seoul).',
    'Анна has already accepted this request, at 2020-10-26 15:00 (Asia/Seoul).',
  ])
})

test('Russian counts requests as Russian does', () => {
  const say = (max: number) => translateRefusal('ru', 'meetings.quota-reached', { max }).split('.')[0]
  expect([say(1), say(3), say(21)]).toEqual([
    'Одновременно может действовать не более 1 заявки',
    'Одновременно может действовать не более 3 заявок',
    'Одновременно может действовать не более 21 заявки',
  ])
})
