import { expect, test } from 'vitest'
import { findKeywords, keywordGroups } from './keyword-choices.ts'

const rows = [
  {
    list: 'technology',
    code: 'mach.laser',
    parentCode: 'mach',
    name: { en: 'Laser machining', ko: '레이저 가공', ru: 'Лазерная обработка' },
  },
  { list: 'technology', code: 'mach', parentCode: null, name: { en: 'Machining', ko: '가공', ru: 'Обработка' } },
  { list: 'technology', code: 'odd', parentCode: 'gone', name: { en: 'Odd' } },
  { list: 'market', code: 'm', parentCode: null, name: { en: 'Market' } },
] as const

test('keywords stand under their group, which comes first', () => {
  expect(keywordGroups(rows, 'technology', (name) => name.en ?? '')).toEqual([
    {
      group: 'Machining',
      items: [
        { value: 'mach', label: 'Machining' },
        { value: 'mach.laser', label: 'Laser machining' },
      ],
    },
    { group: 'Odd', items: [{ value: 'odd', label: 'Odd' }] },
  ])
})

test('keywords are found in every language and by code', () => {
  expect([...findKeywords(rows, '레이저')]).toEqual(['mach.laser'])
  expect([...findKeywords(rows, 'ОБРАБОТКА')]).toEqual(['mach.laser', 'mach'])
  expect([...findKeywords(rows, 'mach.l')]).toEqual(['mach.laser'])
})
