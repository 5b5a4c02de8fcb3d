import { expect, test } from 'vitest'
import { compareRankings } from './weighting-effect.ts'

const ranked = (companyId: string, ...partners: [string, number][]) => ({
  companyId,
  partners: partners.map(([id, score]) => ({ id, score })),
})

test('moves are listed by distance, labels counted in both directions that were ranked', () => {
  const before = [ranked('a', ['x', 80], ['y', 70]), ranked('b', ['x', 50])]
  const after = [ranked('a', ['y', 75], ['z', 60]), ranked('b', ['x', 55])]
  const facts = [
    { kind: 'accepted', companyId: 'a', partnerId: 'z' },
    { kind: 'accepted', companyId: 'z', partnerId: 'a' },
    { kind: 'declined', companyId: 'x', partnerId: 'a' },
    { kind: 'met', companyId: 'p', partnerId: 'q' },
  ] as const
  expect(compareRankings(before, after, facts, 2)).toEqual({
    companies: 2,
    best: 2,
    firstChanged: 1,
    moves: [
      { companyId: 'a', partnerId: 'x', placeBefore: 1, placeAfter: null, scoreBefore: 80, scoreAfter: null },
      { companyId: 'a', partnerId: 'y', placeBefore: 2, placeAfter: 1, scoreBefore: 70, scoreAfter: 75 },
      { companyId: 'a', partnerId: 'z', placeBefore: null, placeAfter: 2, scoreBefore: null, scoreAfter: 60 },
    ],
    labels: [
      { kind: 'accepted', pairs: 1, amongBestBefore: 0, amongBestAfter: 1 },
      { kind: 'declined', pairs: 1, amongBestBefore: 1, amongBestAfter: 0 },
    ],
  })
})

test('the same rankings have no effect', () => {
  const rankings = [ranked('a', ['x', 80])]
  expect(compareRankings(rankings, rankings, [], 10)).toEqual({
    companies: 1,
    best: 10,
    firstChanged: 0,
    moves: [],
    labels: [],
  })
})
