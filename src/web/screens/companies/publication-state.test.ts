import { expect, test } from 'vitest'
import { publicationChecks } from './publication-state.ts'

const draft = { title: { ko: '제목', ru: 'Заголовок' }, summary: { ru: 'Кратко' }, technologyKeywords: [] }

test('a title and its summary count in one language; all languages are advice', () => {
  expect(publicationChecks(draft, ['ko', 'ru'])).toEqual([
    { code: 'title-and-summary', needed: true, done: true },
    { code: 'technology-keyword', needed: true, done: false },
    { code: 'both-sides', needed: false, done: false },
  ])
  const both = { ...draft, summary: { ru: 'Кратко', ko: '요약' }, technologyKeywords: ['sem'] }
  expect(publicationChecks(both, ['ko', 'ru', 'de']).every(({ done }) => done)).toBe(true)
  expect(publicationChecks({ ...draft, summary: { en: 'Short' } }, ['ko'])[0]?.done).toBe(false)
})
