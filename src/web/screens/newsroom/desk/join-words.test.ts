import { expect, test } from 'vitest'
import type { ArticleWords } from '../shapes.ts'
import { joinWords, withWordsAt } from './join-words.ts'

const text = (title: string, body: string) => ({
  title,
  subtitle: '',
  body: [{ type: 'paragraph' as const, text: body }],
})
const BASE: ArticleWords = {
  slug: 'a',
  content: { ko: text('가', '나'), en: text('a', 'b') },
  byline: { en: 'Desk' },
  tags: [],
  day: null,
  manualNumbers: [],
  embargoUntil: null,
  pinnedUntil: null,
}

test('two people write two languages, and nothing of either is lost', () => {
  const mine = { ...BASE, content: { ...BASE.content, ko: text('가가', '나') } }
  const theirs = { ...BASE, tags: ['x'], content: { ...BASE.content, en: text('a', 'c') } }
  const { joined, conflicts } = joinWords(BASE, mine, theirs)
  expect(conflicts).toEqual([])
  expect(joined).toEqual({ ...BASE, tags: ['x'], content: { ko: text('가가', '나'), en: text('a', 'c') } })
})

test('where both changed the same, mine stays and theirs is shown', () => {
  const mine = { ...BASE, content: { ...BASE.content, ko: text('가', '내 글') } }
  const theirs = { ...BASE, content: { ...BASE.content, ko: text('가', '남의 글') } }
  const { joined, conflicts } = joinWords(BASE, mine, theirs)
  expect(joined.content.ko).toEqual(mine.content.ko)
  expect(conflicts).toEqual([{ path: 'content.ko.body', theirs: theirs.content.ko.body }])
  expect(withWordsAt(joined, 'content.ko.body', conflicts[0]!.theirs)).toEqual(theirs)
})
