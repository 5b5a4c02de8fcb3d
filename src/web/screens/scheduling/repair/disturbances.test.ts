import { expect, test } from 'vitest'
import type { Board } from '../board/board-facts.ts'
import { CODES, type Choice, disturbanceOf, isCode, subjectOf } from './disturbances.ts'

const board = {
  timeslots: [
    { id: 's1', startsAt: '2020-10-26T06:00:00.000Z', endsAt: '2020-10-26T06:20:00.000Z' },
    { id: 's2', startsAt: '2020-10-26T06:25:00.000Z', endsAt: '2020-10-26T06:45:00.000Z' },
  ],
} as unknown as Board

const choice = (change: Partial<Choice>): Choice => ({
  code: 'cancelled',
  id: 'x',
  fromSlot: '',
  untilSlot: '',
  timeslots: 1,
  ...change,
})

test('a choice becomes what the server takes, and nothing while something is missing', () => {
  expect(disturbanceOf(board, choice({ id: '' }))).toBe(null)
  expect(disturbanceOf(board, choice({ code: 'late-arrival' }))).toBe(null)
  expect(disturbanceOf(board, choice({ code: 'late-arrival', untilSlot: 's2' }))).toEqual({
    code: 'late-arrival',
    participantId: 'x',
    until: '2020-10-26T06:25:00.000Z',
  })
  expect(disturbanceOf(board, choice({ code: 'interpreter-lost', fromSlot: 's2' }))).toEqual({
    code: 'interpreter-lost',
    interpreterId: 'x',
    from: '2020-10-26T06:25:00.000Z',
    until: null,
  })
  expect(disturbanceOf(board, choice({ code: 'longer-meeting', timeslots: 2 }))).toEqual({
    code: 'longer-meeting',
    requestId: 'x',
    timeslots: 2,
  })
})

test('every kind is about something, and others are no kind', () => {
  expect(CODES.map(subjectOf)).toEqual([
    'meeting',
    'participant',
    'participant',
    'unmet',
    'interpreter',
    'place',
    'meeting',
  ])
  expect([isCode('no-show'), isCode('fire'), isCode(undefined)]).toEqual([true, false, false])
})
