import { expect, test } from 'vitest'
import { proposeFrom } from './shortlist-proposal.ts'

const company = (id: string, capacity = 10) => ({ id, capacity })

test('a cap spreads attention that the ranking gives to one', () => {
  const companies = ['k1', 'k2', 'r1', 'r2'].map((id) => company(id))
  const candidates = [
    { a: 'k1', b: 'r1', score: 90 },
    { a: 'k2', b: 'r1', score: 80 },
    { a: 'k1', b: 'r2', score: 20 },
    { a: 'k2', b: 'r2', score: 10 },
  ]
  const proposal = proposeFrom({ companies, candidates, exposureCap: 1 })
  expect(proposal).toEqual({
    pairs: [
      { a: 'k1', b: 'r1', score: 90 },
      { a: 'k2', b: 'r2', score: 10 },
    ],
    exposure: [
      { companyId: 'k1', proposed: 1, ranked: 2 },
      { companyId: 'k2', proposed: 1, ranked: 0 },
      { companyId: 'r1', proposed: 1, ranked: 2 },
      { companyId: 'r2', proposed: 1, ranked: 0 },
    ],
    proposed: { gini: 0, unseen: [] },
    ranked: { gini: 0.5, unseen: ['k2', 'r2'] },
    totalScore: 100,
  })
})

test('a capacity holds beside the cap, and pairs of strangers are left out', () => {
  const candidates = [
    { a: 'k1', b: 'r1', score: 90 },
    { a: 'k1', b: 'r2', score: 80 },
    { a: 'k1', b: 'elsewhere', score: 99 },
    { a: 'r1', b: 'r2', score: 0 },
  ]
  const companies = [company('k1', 1), company('r1'), company('r2')]
  const { pairs, proposed, ranked } = proposeFrom({ companies, candidates, exposureCap: 5 })
  expect(pairs).toEqual([{ a: 'k1', b: 'r1', score: 90 }])
  expect([proposed.unseen, ranked.unseen]).toEqual([['r2'], []])
})

test('nobody is proposed to anybody', () => {
  expect(proposeFrom({ companies: [], candidates: [], exposureCap: 3 })).toEqual({
    pairs: [],
    exposure: [],
    proposed: { gini: 0, unseen: [] },
    ranked: { gini: 0, unseen: [] },
    totalScore: 0,
  })
})
