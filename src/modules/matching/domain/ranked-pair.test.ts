import { expect, test } from 'vitest'
import type { Match } from '../engine/match.ts'
import { countPairs, partnersToKeep, rankedPair } from './ranked-pair.ts'

const match = (a: string, b: string, score = 50): Match => ({
  a,
  b,
  score,
  forward: { score: 60, needProfileId: 'n', offerProfileId: 'o', evidence: 'shared' },
  backward: { score: 40, needProfileId: 'n', offerProfileId: 'o', evidence: 'shared' },
  reasons: [
    { code: 'size-wanted', partyId: a, size: 'small', hundredths: 3000 },
    { code: 'minor-evidence', direction: 'forward', count: 2, hundredths: 1500 },
    { code: 'shared-language', languages: ['en'], hundredths: 300 },
    { code: 'one-way', direction: 'forward', hundredths: 0 },
  ],
  gates: [],
})

const reasons = [
  {
    code: 'size-wanted',
    direction: 'both',
    points: 30,
    conceptId: null,
    keyword: null,
    values: { whose: 'company', size: 'small' },
  },
  { code: 'minor-evidence', direction: 'forward', points: 15, conceptId: null, keyword: null, values: { count: 2 } },
  {
    code: 'shared-language',
    direction: 'both',
    points: 3,
    conceptId: null,
    keyword: null,
    values: { languages: ['en'] },
  },
]

const first = { companyA: 'g', companyB: 'r', score: 50, forward: 60, backward: 40, reasons }

test('a pair is kept from the side with the lower position, with its three strongest reasons', () => {
  const positionOf = (id: string) => (id === 'g' ? 0 : 1)
  expect(rankedPair(match('g', 'r'), positionOf)).toEqual(first)
})

test('a pair that only the other side ranks is turned around', () => {
  const positionOf = (id: string) => (id === 'g' ? 0 : 1)
  expect(rankedPair(match('r', 'g'), positionOf)).toEqual({
    ...first,
    forward: 40,
    backward: 60,
    reasons: [
      { ...reasons[0], values: { whose: 'partner', size: 'small' } },
      { ...reasons[1], direction: 'backward' },
      reasons[2],
    ],
  })
})

test('pairs are counted between sides', () => {
  expect([countPairs([22, 18]), countPairs([2, 3, 4]), countPairs([5]), countPairs([])]).toEqual([396, 26, 0, 0])
})

test('all pairs of a small programme are kept, the best of a large one', () => {
  expect([40, 200, 201, 2000].map(partnersToKeep)).toEqual([40, 200, 50, 50])
})
