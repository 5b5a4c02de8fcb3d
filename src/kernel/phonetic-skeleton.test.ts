import { expect, test } from 'vitest'
import { phoneticSkeleton } from './phonetic-skeleton.ts'

test.each([
  [['엑소아틀레트', 'exoatlet', 'экзоатлет'], 'kstlt'],
  [['삼성', 'samsung', 'самсунг'], 'smsn'],
  [['로봇', 'robot', 'робот'], 'lpt'],
])('%j sound alike', (spellings, skeleton) => {
  expect(spellings.map(phoneticSkeleton)).toEqual(spellings.map(() => skeleton))
})

test('other scripts, digits and signs have no sound here', () => {
  expect(['2020', '日本', '—', ''].map(phoneticSkeleton)).toEqual(['', '', '', ''])
})
