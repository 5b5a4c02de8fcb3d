import { expect, test } from 'vitest'
import { mapTechnologies } from './technology-map.ts'

// optics > laser > fibre laser; energy > battery
const tree = { ids: ['optics', 'laser', 'fibre-laser', 'energy', 'battery'], parents: [-1, 0, 1, -1, 3] }

test('a profile counts once for a field and once for each part of it that it names', () => {
  const map = mapTechnologies(
    [
      { sideId: 's1', kind: 'offer', concepts: new Set([1, 2]) },
      { sideId: 's2', kind: 'request', concepts: new Set([2, 4]) },
      { sideId: 's2', kind: 'request', concepts: new Set([0]) },
    ],
    tree,
  )
  const shore = (sideId: string, offers: number, requests: number) => ({ sideId, offers, requests })
  expect(map).toEqual([
    {
      conceptId: 'optics',
      shores: [shore('s1', 1, 0), shore('s2', 0, 2)],
      parts: [{ conceptId: 'laser', shores: [shore('s1', 1, 0), shore('s2', 0, 1)], parts: [] }],
    },
    {
      conceptId: 'energy',
      shores: [shore('s2', 0, 1)],
      parts: [{ conceptId: 'battery', shores: [shore('s2', 0, 1)], parts: [] }],
    },
  ])
})

test('without profiles there is nothing to draw', () => {
  expect(mapTechnologies([], tree)).toEqual([])
})
