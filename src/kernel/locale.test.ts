import { expect, test } from 'vitest'
import { pickText, textIn } from './locale.ts'

test('a reader gets the own language, else English, else what there is, and learns which', () => {
  const name = { ko: '리반㈜', en: 'Riban' }
  expect([pickText(name, 'ko'), pickText(name, 'ru'), pickText({ ru: 'Пелком' }, 'ko'), pickText({}, 'en')]).toEqual([
    { text: '리반㈜', locale: 'ko' },
    { text: 'Riban', locale: 'en' },
    { text: 'Пелком', locale: 'ru' },
    null,
  ])
  expect(textIn({}, 'en')).toBe('')
})
