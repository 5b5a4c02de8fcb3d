import { expect, test } from 'vitest'
import { isNarrowed, readCompanySearch, searchInput } from './company-search.ts'

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
  expect(readCompanySearch({ q: 2020, kind: 'bakery', type: 'wish', sort: 'colour', page: -1, side: ['a'] })).toEqual({
    q: '2020',
  })
  expect(readCompanySearch({ q: '', sort: 'code', page: '1' })).toEqual({})
})

test('an order alone does not narrow the list', () => {
  expect([isNarrowed({ sort: 'name', page: 2 }), isNarrowed({ q: 'laser' })]).toEqual([false, true])
})

test('the server is asked for what narrows the list, under its own names', () => {
  expect(readCompanySearch({ type: 'technology-offer' })).toEqual({ type: 'technology-offer' })
  expect(searchInput({ q: 'laser', side: 's1', type: 'technology-offer', sort: 'name', page: 2 })).toEqual({
    q: 'laser',
    sideId: 's1',
    profileType: 'technology-offer',
  })
})
