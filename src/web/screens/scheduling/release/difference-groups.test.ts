import { expect, test } from 'vitest'
import { meeting } from '../board/testing.ts'
import { type Difference, differenceGroups } from './difference-groups.ts'

const row = (requestId: string, kind: Difference['kind'], slot: string): Difference => ({
  requestId,
  kind,
  before: kind === 'added' ? null : meeting(requestId, slot),
  after: kind === 'cancelled' ? null : meeting(requestId, slot),
})

test('cancelled first, then moved, then new; in order of time; no empty groups', () => {
  const rows = [row('a', 'added', 's2'), row('b', 'moved', 's2'), row('c', 'moved', 's1'), row('d', 'cancelled', 's1')]
  expect(differenceGroups(rows, ['s1', 's2']).map((group) => [group.kind, group.rows.map((r) => r.requestId)])).toEqual(
    [
      ['cancelled', ['d']],
      ['moved', ['c', 'b']],
      ['added', ['a']],
    ],
  )
  expect(differenceGroups([], [])).toEqual([])
})
