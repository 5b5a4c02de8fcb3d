import { expect, test } from 'vitest'
import { readTranslation, textsToTranslate, withTranslation } from './translated-texts.ts'

const profile = {
  title: { ko: '레이저', en: 'Laser' },
  summary: { ko: '요약' },
  description: {},
  advantages: { ko: '장점', ru: 'Преимущества' },
  technicalSpecification: {},
  partnerRole: {},
}

test('only what is there in one language and missing in the other is translated', () => {
  expect(textsToTranslate(profile, 'ko', 'ru')).toEqual({ title: '레이저', summary: '요약' })
  expect(textsToTranslate(profile, 'en', 'ko')).toEqual({})
})

test.each([
  ['{"title": "Лазер", "summary": " Кратко "}', { title: 'Лазер', summary: 'Кратко' }],
  ['```json\n{"title": "Лазер"}\n```', { title: 'Лазер' }],
  ['{"title": "Лазер", "description": "не просили", "summary": 5}', { title: 'Лазер' }],
  [`{"title": "${'я'.repeat(257)}", "summary": ""}`, null],
  ['{"title": ', null],
  ['Sorry, I cannot.', null],
  ['', null],
])('of the answer %s is kept what was asked for and fits', (answer, texts) => {
  expect(readTranslation(answer, { title: '레이저', summary: '요약' })).toEqual(texts)
})

test('a translation never replaces what a person wrote', () => {
  expect(withTranslation(profile, 'ru', { title: 'Лазер', advantages: 'Другое' })).toEqual({
    ...profile,
    title: { ...profile.title, ru: 'Лазер' },
  })
})
