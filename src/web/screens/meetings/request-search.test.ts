import { expect, test } from 'vitest'
import { readRequestSearch } from './request-search.ts'

test('keeps what makes sense', () => {
  const search = { event: 'e', view: 'pending', company: 'c', page: 2 }
  expect(readRequestSearch(search)).toEqual(search)
  expect(readRequestSearch({ view: 'never' })).toEqual({ view: 'never' })
})

test('drops what does not', () => {
  expect(readRequestSearch({ event: 1, view: 'sent', company: [], page: 0, other: 'x' })).toEqual({})
  expect(readRequestSearch({ page: 1.5 })).toEqual({})
})
