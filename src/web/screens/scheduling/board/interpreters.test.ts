import { expect, test } from 'vitest'
import { boardFacts } from './board-facts.ts'
import { boardDays, columnCentres } from './days.ts'
import { interpreterDay, interpreterLoads, threadPath, threadPoints } from './interpreters.ts'
import { boardRows } from './rows.ts'
import { buildBoard, meeting } from './testing.ts'

const board = buildBoard({ meetings: [meeting('chips-lasers', 's3'), meeting('glass-lasers', 's1')] })
const facts = boardFacts(board)
const columns = boardDays(facts.timeslots, 'Asia/Seoul')[0]?.columns ?? []

test('loads count those in use and those who work, by timeslot', () => {
  expect(interpreterLoads(facts, columns)).toEqual([
    { slotId: 's1', busy: 1, there: 2 },
    { slotId: 's2', busy: 0, there: 1 },
    { slotId: 's3', busy: 1, there: 1 },
    { slotId: 's4', busy: 0, there: 1 },
  ])
})

test('the day of an interpreter is in order of time', () => {
  expect(interpreterDay(facts, 'kim').map(({ requestId }) => requestId)).toEqual(['glass-lasers', 'chips-lasers'])
  expect(interpreterDay(facts, 'lena')).toEqual([])
})

test('the thread runs through her tiles, level at each of them', () => {
  const [group] = boardRows(facts, columns)
  const points = group
    ? threadPoints(group, 'kim', columnCentres(columns), { lanePx: 40, linePx: 30, rowGapPx: 1 })
    : []
  expect(points.map(({ y }) => y)).toEqual([30, 71])
  expect(threadPath(points)).toBe('M113.6 30C386.4 30 386.4 71 659.1 71')
  expect(threadPath([])).toBe('')
})
