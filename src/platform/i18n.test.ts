import { expect, test } from 'vitest'
import { LOCALES, defineMessages } from '../kernel/locale.ts'
import { createTranslators, negotiateLocale } from './i18n.ts'
import { platformMessages } from './messages.ts'

const { translate, translateRefusal, has } = createTranslators({
  ...platformMessages,
  meetings: defineMessages({
    en: { errors: { 'too-many': '{name} has {count, plural, one {# request} other {# requests}} already.' } },
    ko: { errors: { 'too-many': '{name}의 요청이 이미 {count}건 있습니다.' } },
    ru: { errors: { 'too-many': 'У {name} уже {count, plural, one {# запрос} few {# запроса} other {# запросов}}.' } },
  }),
})

test('a refusal is a sentence in the reader’s language', () => {
  const say = (count: number) =>
    LOCALES.map((locale) => translateRefusal(locale, 'meetings.too-many', { name: 'Анна', count }))
  expect(say(3)).toEqual(['Анна의 요청이 이미 3건 있습니다.', 'У Анна уже 3 запроса.', 'Анна has 3 requests already.'])
  expect(say(5)[1]).toBe('У Анна уже 5 запросов.')
})

test('a missing text is a defect', () => {
  expect(() => translate('ko', 'meetings.nothing')).toThrow()
  expect([has('ko', 'meetings.nothing'), has('ru', 'mail.errors.bad-address')]).toEqual([false, true])
})

test.each([
  ['ru', 'ko,en', 'ru'],
  ['xx', 'ko-KR,ko;q=0.9,en;q=0.8', 'ko'],
  [undefined, 'fr;q=0.9, en;q=0.4, ru-RU;q=0.5, ko;q=0', 'ru'],
  [undefined, 'fr', 'en'],
  [undefined, undefined, 'en'],
])('cookie %s and header %s give %s', (cookie, header, locale) => {
  expect(negotiateLocale(cookie, header)).toBe(locale)
})
