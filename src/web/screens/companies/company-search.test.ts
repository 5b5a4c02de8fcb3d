import { expect, test } from 'vitest'
import { isNarrowed, readCompanySearch } from './company-search.ts'

test('the address is read as far as it makes sense', () => {
  expect(
    readCompanySearch({ q: '진공', side: 's1', kind: 'institute', technology: 'sem', sort: 'name', page: 3 }),
  ).toEqual({
    q: '진공',
    side: 's1',
    kind: 'institute',
    technology: 'sem',
    sort: 'name',
    page: 3,
  })
  expect(readCompanySearch({ q: 2020, kind: 'bakery', sort: 'colour', page: -1, side: ['a'] })).toEqual({ q: '2020' })
  expect(readCompanySearch({ q: '', sort: 'code', page: '1' })).toEqual({})
})

test('an order alone does not narrow the list', () => {
  expect([isNarrowed({ sort: 'name', page: 2 }), isNarrowed({ q: 'laser' })]).toEqual([false, true])
})
