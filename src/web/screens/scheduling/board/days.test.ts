import { expect, test } from 'vitest'
import { boardFacts } from './board-facts.ts'
import { type BoardColumn, boardDays, columnCentres, columnShares, columnTracks, dayParts } from './days.ts'
import { buildBoard } from './testing.ts'

const { timeslots } = boardFacts(buildBoard())
const ids = (columns: readonly BoardColumn[]) => columns.map(({ id }) => id)

test('days follow the leading zone, a gap longer than the buffer is a column', () => {
  const days = boardDays(timeslots, 'Asia/Seoul')
  expect(days.map(({ date, columns }) => [date, ids(columns)])).toEqual([
    ['2020-10-26', ['s1', 's2', 'break-s3', 's3', 's4']],
    ['2020-10-28', ['t1', 't2']],
  ])
  expect(days[0]?.columns[2]).toEqual({ kind: 'break', id: 'break-s3', minutes: 15 })
})

test('the same instants fall on other days elsewhere', () => {
  const late = [{ id: 'late', startsAt: '2020-10-26T20:00:00.000Z', endsAt: '2020-10-26T20:20:00.000Z' }]
  expect(boardDays(late, 'Asia/Seoul')[0]?.date).toBe('2020-10-27')
  expect(boardDays(late, 'Europe/Moscow')[0]?.date).toBe('2020-10-26')
})

test('an hour is a break even where no shorter gap is known; no timeslots, no days', () => {
  const two = [
    { id: 'a', startsAt: '2020-10-26T06:00:00.000Z', endsAt: '2020-10-26T06:20:00.000Z' },
    { id: 'b', startsAt: '2020-10-26T07:20:00.000Z', endsAt: '2020-10-26T07:40:00.000Z' },
  ]
  expect(ids(boardDays(two, 'UTC')[0]?.columns ?? [])).toEqual(['a', 'break-b', 'b'])
  expect(boardDays([], 'UTC')).toEqual([])
})

test('parts of a day are cut at breaks, and inside a run only where it is too long', () => {
  const columns = boardDays(timeslots, 'Asia/Seoul')[0]?.columns ?? []
  expect(dayParts(columns, 8).map(ids)).toEqual([['s1', 's2', 'break-s3', 's3', 's4']])
  expect(dayParts(columns, 3).map(ids)).toEqual([
    ['s1', 's2'],
    ['s3', 's4'],
  ])
  expect(dayParts(columns, 1).map(ids)).toEqual([['s1'], ['s2'], ['s3'], ['s4']])
})

test('a break takes two fifths of a timeslot', () => {
  const columns = boardDays(timeslots, 'Asia/Seoul')[0]?.columns ?? []
  expect(columnShares(columns)).toBeCloseTo(4.4)
  expect(columnTracks(columns.slice(1, 3))).toBe('minmax(0, 1fr) minmax(0, 0.4fr)')
  expect(columnCentres(columns).get('s1')).toBeCloseTo(0.5 / 4.4)
  expect(columnCentres(columns).get('s4')).toBeCloseTo(3.9 / 4.4)
})
