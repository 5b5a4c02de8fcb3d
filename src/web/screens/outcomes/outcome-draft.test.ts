import { expect, test } from 'vitest'
import { newDraft, toNewOutcome } from './outcome-draft.ts'

test('amounts go as digits, parties of both kinds, and a second amount only with itself', () => {
  const draft = {
    ...newDraft('2020-10-26'),
    title: { en: 'Investment' },
    amount: '5 000 000',
    companyIds: ['c1', 'gone'],
    others: 'Gyeonggi Province\n\n Gazprom ',
    published: '5,700,000,000',
  }
  const sent = toNewOutcome(draft, 'p', [{ id: 'c1', name: { ko: '엑소' } }])
  expect(sent).toMatchObject({
    amount: { value: '5000000', currency: 'USD' },
    parties: [
      { companyId: 'c1', name: { ko: '엑소' } },
      { companyId: null, name: { en: 'Gyeonggi Province' } },
      { companyId: null, name: { en: 'Gazprom' } },
    ],
    conversions: [{ currency: 'KRW', published: '5700000000', rate: null }],
    reference: null,
  })
  expect(toNewOutcome(newDraft('2020-10-26'), 'p', [])).toMatchObject({ amount: null, conversions: [], parties: [] })
})
