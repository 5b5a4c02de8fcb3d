import { expect, test } from 'vitest'
import { changePlaces } from './place.ts'

const place = (kind: 'table' | 'online', position: number) => ({
  id: `${kind}-${position}`,
  kind,
  name: String(position),
  position,
})

test('missing numbers are added, also in a gap', () => {
  expect(changePlaces([place('table', 1), place('table', 3)], { table: 3, online: 1 })).toEqual({
    add: [
      { kind: 'table', name: '2', position: 2 },
      { kind: 'online', name: '1', position: 1 },
    ],
    remove: [],
  })
})

test('the highest numbers go first', () => {
  expect(changePlaces([place('table', 1), place('table', 2), place('online', 1)], { table: 1, online: 0 })).toEqual({
    add: [],
    remove: ['table-2', 'online-1'],
  })
})
