import { expect, test } from 'vitest'
import type { Locale } from '../../../kernel/locale.ts'
import { localeOfReason, profileColumn } from './profile-column.ts'

const text = (profileId: string, companyId: string, field: string, locale: Locale, said: string) => ({
  profileId,
  companyId,
  field,
  locale,
  text: said,
})
const place = (profileId: string, field: string, locale: Locale, start: number, end: number) => ({
  profileId,
  field,
  locale,
  start,
  end,
})
const match = {
  texts: [
    text('p', 'a', 'title', 'ko', '박막 증착 장비'),
    text('p', 'a', 'title', 'en', 'Thin film tool'),
    text('q', 'b', 'title', 'ru', 'Тонкие плёнки'),
  ],
  reasons: [
    { need: [place('p', 'title', 'ko', 0, 2)], offer: [place('q', 'title', 'ru', 0, 13)] },
    { need: [place('p', 'title', 'en', 0, 9)], offer: [place('q', 'title', 'ru', 7, 13)] },
  ],
}

test('a column holds the texts of one company with their marks, the own language first', () => {
  expect(profileColumn('a', match, ['en', 'ko'])).toEqual({
    profiles: [
      {
        profileId: 'p',
        texts: [
          { field: 'title', locale: 'ko', text: '박막 증착 장비', marks: [{ start: 0, end: 2, reason: 0 }] },
          { field: 'title', locale: 'en', text: 'Thin film tool', marks: [{ start: 0, end: 9, reason: 1 }] },
        ],
      },
    ],
    locales: [
      { locale: 'en', places: 1 },
      { locale: 'ko', places: 1 },
    ],
  })
  const more = { ...match, reasons: [...match.reasons, match.reasons[1]!, match.reasons[1]!] }
  expect(profileColumn('a', more, ['ko']).locales).toEqual([
    { locale: 'en', places: 3 },
    { locale: 'ko', places: 1 },
  ])
  expect(profileColumn('b', match, ['ko']).locales).toEqual([{ locale: 'ru', places: 2 }])
})

test('a reason is shown in the language that is open, else where it is', () => {
  const [inKorean, inEnglish] = match.reasons
  expect(localeOfReason(inKorean!, match.texts, 'a', 'ko')).toBe('ko')
  expect(localeOfReason(inEnglish!, match.texts, 'a', 'ko')).toBe('en')
  expect(localeOfReason({ need: [], offer: [] }, match.texts, 'a', 'ko')).toBe(null)
})
