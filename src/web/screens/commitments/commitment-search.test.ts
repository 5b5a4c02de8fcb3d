import { expect, test } from 'vitest'
import { isInView, readCommitmentSearch, readExampleSearch } from './commitment-search.ts'

test('an address that makes no sense is the whole list', () => {
  expect([readCommitmentSearch({ view: 'overdue' }), readCommitmentSearch({ view: 'toString' })]).toEqual([
    { view: 'overdue' },
    {},
  ])
  expect([readExampleSearch({ method: 'heater-map' }), readExampleSearch({ method: 3 })]).toEqual([
    { method: 'heater-map' },
    {},
  ])
})

test('an overdue promise is open and overdue, and not kept', () => {
  expect([isInView('overdue', 'open'), isInView('overdue', 'overdue'), isInView('overdue', 'fulfilled')]).toEqual([
    true,
    true,
    false,
  ])
})
