import { expect, test } from 'vitest'
import { meeting } from '../testing/build-facts.ts'
import { concernedBy, differences, nextVersion } from './differences.ts'

test('people see five kinds of change; a pin or another delegate is none', () => {
  const before = [meeting('a', 't0'), meeting('b', 't0'), meeting('c', 't0'), meeting('d', 't0'), meeting('e', 't0')]
  const after = [
    meeting('a', 't0', { pinned: true, hostDelegate: 1 }),
    meeting('b', 't1', { interpreterId: 'lee' }),
    meeting('c', 't0', { interpreterId: 'lee' }),
    meeting('d', 't0', { placeId: 'room2' }),
    meeting('f', 't2'),
  ]
  expect(differences(before, after).map(({ requestId, kind }) => [requestId, kind])).toEqual([
    ['b', 'moved'],
    ['c', 'interpreter-changed'],
    ['d', 'place-changed'],
    ['e', 'cancelled'],
    ['f', 'added'],
  ])
})

test('a version keeps what was cancelled and counts every change of a calendar entry once', () => {
  const first = nextVersion([], [meeting('a', 't0'), meeting('b', 't1')])
  const second = nextVersion(first, [meeting('a', 't2')])
  const third = nextVersion(second, [meeting('a', 't2', { pinned: true }), meeting('b', 't1')])
  const short = (version: typeof first) => version.map((m) => [m.requestId, m.timeslotId, m.status, m.sequence])
  expect(short(first)).toEqual([
    ['a', 't0', 'planned', 0],
    ['b', 't1', 'planned', 0],
  ])
  expect(short(second)).toEqual([
    ['a', 't2', 'planned', 1],
    ['b', 't1', 'cancelled', 1],
  ])
  expect(short(third)).toEqual([
    ['a', 't2', 'planned', 1],
    ['b', 't1', 'planned', 2],
  ])
})

test('told are both parties and both interpreters, also of a meeting whose request is gone', () => {
  const gone = {
    ...meeting('b', 't0', { interpreterId: 'lee' }),
    hostId: 'g2',
    guestId: 'r2',
    status: 'planned',
    sequence: 0,
  } as const
  const rows = differences([gone], [meeting('a', 't1')])
  expect(
    concernedBy({ requests: [{ id: 'a', hostId: 'g1', guestId: 'r1' }], released: { meetings: [gone] } }, rows),
  ).toEqual({
    toldParticipants: ['g1', 'g2', 'r1', 'r2'],
    toldInterpreters: ['kim', 'lee'],
  })
})
