import { expect, test } from 'vitest'
import { type Keyword, decideKeywords } from './keyword.ts'

const keyword = (code: string, parentCode: string | null = null): Keyword => ({
  list: 'technology',
  code,
  parentCode,
  name: { en: code },
})

const codeOf = (keywords: Keyword[], known: string[] = []) => {
  const decided = decideKeywords(keywords, new Set(known))
  return decided.ok ? 'ok' : decided.refusal.code
}

test('a tree of codes, in any order', () => {
  expect(codeOf([keyword('01.1', '01'), keyword('01')])).toBe('ok')
})

test('a parent may have been saved before', () => {
  expect(codeOf([keyword('01.1', '01')], ['technology/01'])).toBe('ok')
  expect(codeOf([keyword('01.1', '01')], ['market/01'])).toBe('programmes.keyword-parent-absent')
})

test('what cannot stand', () => {
  expect(codeOf([keyword('01'), keyword('01')])).toBe('programmes.keyword-twice')
  expect(codeOf([keyword(' ')])).toBe('programmes.keyword-malformed')
  expect(codeOf([{ ...keyword('01'), name: {} }])).toBe('programmes.name-missing')
  expect(codeOf([keyword('01', '02'), keyword('02', '01')])).toBe('programmes.keyword-parent-absent')
  expect(codeOf([keyword('01', '01')])).toBe('programmes.keyword-parent-absent')
})
