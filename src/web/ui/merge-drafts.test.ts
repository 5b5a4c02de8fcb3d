import { expect, test } from 'vitest'
import { mergeDrafts, withValueAt } from './merge-drafts.ts'

const base = { code: 'P-1', title: { ko: '가', ru: 'А' }, keywords: ['a'], stage: null as string | null }

test('changes to different places join, language by language', () => {
  const mine = { ...base, title: { ko: '나', ru: 'А' } }
  const theirs = { ...base, title: { ko: '가', ru: 'Б', en: 'B' }, stage: 'concept' }
  expect(mergeDrafts(base, mine, theirs)).toEqual({
    merged: { code: 'P-1', title: { ko: '나', ru: 'Б', en: 'B' }, keywords: ['a'], stage: 'concept' },
    conflicts: [],
  })
})

test('changes to one place keep mine and tell theirs', () => {
  const mine = { ...base, title: { ru: 'А' }, keywords: ['a', 'b'] }
  const theirs = { ...base, title: { ko: '다', ru: 'А' }, keywords: ['c'] }
  expect(mergeDrafts(base, mine, theirs)).toEqual({
    merged: { code: 'P-1', title: { ru: 'А' }, keywords: ['a', 'b'], stage: null },
    conflicts: [
      { path: 'title.ko', theirs: '다' },
      { path: 'keywords', theirs: ['c'] },
    ],
  })
})

test('the same change twice is no conflict', () => {
  const changed = { ...base, stage: 'concept' }
  expect(mergeDrafts(base, changed, changed)).toEqual({ merged: changed, conflicts: [] })
})

test('a value is put at a path or taken out of it', () => {
  expect(withValueAt(base, 'title.ko', '다')).toEqual({ ...base, title: { ko: '다', ru: 'А' } })
  expect(withValueAt(base, 'title.ko', undefined)).toEqual({ ...base, title: { ru: 'А' } })
  expect(withValueAt(base, 'keywords', [])).toEqual({ ...base, keywords: [] })
})
