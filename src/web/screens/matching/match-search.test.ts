import { expect, test } from 'vitest'
import { readMatchSearch } from './match-search.ts'

test('the address is read as far as it makes sense', () => {
  expect(readMatchSearch({ view: 'list', company: 'c1', least: '70' })).toEqual({
    view: 'list',
    company: 'c1',
    least: 70,
  })
  expect(readMatchSearch({ view: 'map', company: '', least: 71 })).toEqual({})
})
