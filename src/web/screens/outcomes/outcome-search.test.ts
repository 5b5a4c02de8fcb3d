import { expect, test } from 'vitest'
import { readOutcomeSearch } from './outcome-search.ts'

test('an address that makes no sense shows the figures of now', () => {
  expect([
    readOutcomeSearch({ view: 'records', asOf: '2020-10-27' }),
    readOutcomeSearch({ view: 'all', asOf: '2020-13-40' }),
  ]).toEqual([{ view: 'records', asOf: '2020-10-27' }, {}])
})
