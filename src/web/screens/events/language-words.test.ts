import { expect, test } from 'vitest'
import { pairChoices } from './language-words.ts'

test('every pair once, codes in order, what was chosen stays', () => {
  expect(pairChoices(['ko', 'ru', 'en'], ['ko-ru', 'ja-ko'])).toEqual(['en-ko', 'en-ru', 'ko-ru', 'ja-ko'])
})
