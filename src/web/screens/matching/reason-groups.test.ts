import { expect, test } from 'vitest'
import { scoreParts, wholePoints } from './reason-groups.ts'

test('the parts are the score', () => {
  const reasons = [
    { code: 'concept', points: 31.2 },
    { code: 'keyword', points: 20.05 },
    { code: 'word', points: 4.4 },
    { code: 'shared-language', points: 3 },
    { code: 'one-way', points: 0 },
  ]
  expect(scoreParts(reasons, 58.65)).toEqual([
    { group: 'terms', points: 35.6 },
    { group: 'keywords', points: 20.05 },
    { group: 'fit', points: 3 },
  ])
})

test('what the strongest reasons leave over is a rest', () => {
  expect(scoreParts([{ code: 'similar-wording', points: 10.1 }], 40.35)).toEqual([
    { group: 'wording', points: 10.1 },
    { group: 'rest', points: 30.25 },
  ])
  expect(scoreParts([], 0)).toEqual([])
})

test('whole points are together the rounded score', () => {
  const parts = [
    { group: 'terms', points: 32.35 },
    { group: 'keywords', points: 30.14 },
    { group: 'wording', points: 0.33 },
  ] as const
  expect(wholePoints(parts)).toEqual([
    { group: 'terms', points: 33 },
    { group: 'keywords', points: 30 },
  ])
  expect(wholePoints([])).toEqual([])
})
