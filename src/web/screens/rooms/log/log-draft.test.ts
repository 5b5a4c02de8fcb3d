import { expect, test } from 'vitest'
import { amountOf, draftOf, faultsOf, inputOf } from './log-draft.ts'

const empty = draftOf(undefined, 'ko')

test('an empty log is complete, and says that both came', () => {
  expect([empty.currency, faultsOf(empty)]).toEqual(['KRW', []])
  expect(inputOf(empty)).toMatchObject({ attended: 'both', interest: null, amount: null, nextStepOn: null })
})

test('an amount is read as people of each language write it', () => {
  expect(amountOf({ ...empty, amountText: '５００만' })).toEqual({ minor: 5_000_000, currency: 'KRW' })
  expect(amountOf({ ...empty, amountText: '1.234.567,89', currency: 'USD' })).toEqual({
    minor: 123_456_789,
    currency: 'USD',
  })
  expect(faultsOf({ ...empty, amountText: 'much' })).toEqual(['amountWrong'])
  expect(faultsOf({ ...empty, amountText: '5' })).toEqual(['basisMissing'])
  expect(faultsOf({ ...empty, nextStepOn: '2020-11-01' })).toEqual(['stepMissing'])
})

test('nothing is said of what did not take place', () => {
  const absent = { ...empty, attended: 'host', amountText: 'much', interest: 3 } as const
  expect(faultsOf(absent)).toEqual([])
  expect(inputOf(absent)).toMatchObject({ interest: null, amount: null, amountBasis: null })
})
