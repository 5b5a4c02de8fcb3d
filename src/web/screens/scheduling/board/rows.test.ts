import { expect, test } from 'vitest'
import { type Board, boardFacts } from './board-facts.ts'
import { boardDays } from './days.ts'
import { NO_FILTER, boardRows, countChanges, filterRows, meetingsIn, unmetParticipants } from './rows.ts'
import { buildBoard, meeting, participant, released, request } from './testing.ts'

function groupsOf(board: Board, day = 0) {
  const facts = boardFacts(board)
  return boardRows(facts, boardDays(facts.timeslots, 'Asia/Seoul')[day]?.columns ?? [])
}

const rowOf = (board: Board, id: string) =>
  groupsOf(board)
    .flatMap(({ rows }) => rows)
    .find((row) => row.participant.id === id)

test('rows stand by side and code, numbers in codes as numbers', () => {
  expect(
    groupsOf(buildBoard()).map(({ sideId, rows, total }) => [sideId, rows.map((r) => r.participant.id), total]),
  ).toEqual([
    ['gyeonggi', ['g2', 'g10'], 2],
    ['russia', ['r1', 'r2'], 2],
  ])
})

test('a tile knows its column, partner, strength, interpreter and pin', () => {
  const row = rowOf(buildBoard(), 'r1')
  expect(row?.tiles.map(({ partner, ...tile }) => ({ ...tile, partner: partner.id }))).toEqual([
    {
      requestId: 'glass-lasers',
      slotId: 's1',
      column: 1,
      lane: 0,
      score: 91,
      step: 4,
      wish: 'want',
      interpreterId: 'kim',
      initials: 'KJ',
      pinned: false,
      change: null,
      partner: 'g2',
    },
    {
      requestId: 'chips-lasers',
      slotId: 's2',
      column: 2,
      lane: 0,
      score: 72,
      step: 4,
      wish: 'must',
      interpreterId: 'kim',
      initials: 'KJ',
      pinned: true,
      change: null,
      partner: 'g10',
    },
  ])
  expect({ held: row?.held, asked: row?.asked, mustUnmet: row?.mustUnmet }).toEqual({
    held: 2,
    asked: 2,
    mustUnmet: false,
  })
  expect(rowOf(buildBoard({ meetings: [] }), 'g10')?.mustUnmet).toBe(true)
})

test('delegates of one company sit in lanes of their own', () => {
  const board = buildBoard({
    participants: [
      participant('g2', 'gyeonggi', 'Glass', { delegates: 2 }),
      participant('r1', 'russia', 'Lasers'),
      participant('r2', 'russia', 'Seals'),
    ],
    requests: [request('a', 'g2', 'r1'), request('b', 'g2', 'r2')],
    meetings: [meeting('a', 's1'), meeting('b', 's1', { hostDelegate: 1, interpreterId: null })],
  })
  const row = rowOf(board, 'g2')
  expect([row?.lanes, row?.tiles.map(({ lane, initials }) => [lane, initials])]).toEqual([
    2,
    [
      [0, 'KJ'],
      [1, null],
    ],
  ])
})

test('hatching joins neighbouring timeslots over a break', () => {
  expect(rowOf(buildBoard(), 'g10')?.away).toEqual([{ from: 4, to: 5 }])
  expect(rowOf(buildBoard(), 'r2')?.away).toEqual([{ from: 1, to: 5 }])
  expect(rowOf(buildBoard(), 'r1')?.away).toEqual([])
})

test('a moved meeting leaves a ghost, a cancelled one too, and a ghost under a tile is left out', () => {
  const board = buildBoard({
    meetings: [meeting('glass-lasers', 's4')],
    released: released([meeting('glass-lasers', 's1'), meeting('chips-lasers', 's2')]),
  })
  const row = rowOf(board, 'r1')
  expect(row?.tiles[0]?.change).toEqual({ kind: 'moved', fromSlotId: 's1' })
  expect(row?.ghosts.map(({ requestId, kind, column, toColumn }) => [requestId, kind, column, toColumn])).toEqual([
    ['glass-lasers', 'moved', 1, 5],
    ['chips-lasers', 'cancelled', 2, null],
  ])
  expect([row?.changed, countChanges(boardFacts(board))]).toEqual([true, 2])
  const covered = { ...board, meetings: [meeting('glass-lasers', 's4'), meeting('chips-lasers', 's1')] }
  expect(rowOf(covered, 'r1')?.ghosts.map(({ column }) => column)).toEqual([2])
})

test('what differs from the released version is said, also without a move', () => {
  const change = (after: Parameters<typeof meeting>[2]) =>
    rowOf(
      buildBoard({
        meetings: [meeting('glass-lasers', 's1', after)],
        released: released([meeting('glass-lasers', 's1')]),
      }),
      'g2',
    )?.tiles[0]?.change
  expect([change({}), change({ pinned: true }), change({ interpreterId: 'lena' }), change({ placeId: 'p2' })]).toEqual([
    null,
    null,
    { kind: 'interpreter-changed' },
    { kind: 'place-changed' },
  ])
  expect(rowOf(buildBoard({ released: released([]) }), 'g2')?.tiles[0]?.change).toEqual({ kind: 'added' })
  expect(countChanges(boardFacts(buildBoard()))).toBe(0)
})

test('the filter finds names in any language, changed rows, and rows with unmet requests', () => {
  const board = buildBoard({
    meetings: [meeting('glass-lasers', 's1')],
    released: released([meeting('glass-lasers', 's2')]),
  })
  const facts = boardFacts(board)
  const shown = (filter: Partial<typeof NO_FILTER>) =>
    filterRows(groupsOf(board), { ...NO_FILTER, ...filter }, unmetParticipants(facts)).flatMap(({ rows }) =>
      rows.map((row) => row.participant.id),
    )
  expect(shown({})).toEqual(['g2', 'g10', 'r1', 'r2'])
  expect([shown({ text: ' 유리' }), shown({ text: 'СТЕКЛО' }), shown({ text: 'g1' })]).toEqual([
    ['g2'],
    ['g2'],
    ['g10'],
  ])
  expect(shown({ onlyChanged: true })).toEqual(['g2', 'r1'])
  expect(shown({ onlyUnmet: true })).toEqual(['g10', 'r1', 'r2'])
})

test('meetings of another day are not on this one', () => {
  const facts = boardFacts(buildBoard({ meetings: [meeting('glass-lasers', 't1')] }))
  const [first, second] = boardDays(facts.timeslots, 'Asia/Seoul')
  expect([first, second].map((day) => meetingsIn(facts.board.meetings, day?.columns ?? []))).toEqual([0, 1])
})
