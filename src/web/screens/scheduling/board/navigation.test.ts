import { expect, test } from 'vitest'
import { boardFacts } from './board-facts.ts'
import { boardDays } from './days.ts'
import { type Direction, directionOf, nextTile } from './navigation.ts'
import { boardRows } from './rows.ts'
import { buildBoard } from './testing.ts'

const facts = boardFacts(buildBoard())
const groups = boardRows(facts, boardDays(facts.timeslots, 'Asia/Seoul')[0]?.columns ?? [])
const go = (participantId: string, requestId: string, direction: Direction) => {
  const next = nextTile(groups, { participantId, requestId }, direction)
  return next && `${next.participantId} ${next.requestId}`
}

test('left and right along the row, without going round', () => {
  expect(go('r1', 'glass-lasers', 'right')).toBe('r1 chips-lasers')
  expect(go('r1', 'chips-lasers', 'left')).toBe('r1 glass-lasers')
  expect(go('r1', 'chips-lasers', 'right')).toBeNull()
  expect(go('r1', 'glass-lasers', 'last')).toBe('r1 chips-lasers')
  expect(go('r1', 'chips-lasers', 'first')).toBe('r1 glass-lasers')
})

test('up and down to the nearest tile, over sides and empty rows', () => {
  expect(go('g2', 'glass-lasers', 'down')).toBe('g10 chips-lasers')
  expect(go('g10', 'chips-lasers', 'down')).toBe('r1 chips-lasers')
  expect(go('r1', 'glass-lasers', 'up')).toBe('g10 chips-lasers')
  expect(go('r1', 'glass-lasers', 'down')).toBeNull()
  expect(go('r1', 'glass-lasers', 'top')).toBe('g2 glass-lasers')
  expect(go('g2', 'glass-lasers', 'bottom')).toBe('r1 glass-lasers')
})

test('from nowhere to the first tile; an empty board has none', () => {
  expect(nextTile(groups, null, 'down')).toEqual({ participantId: 'g2', requestId: 'glass-lasers' })
  expect(go('g2', 'gone', 'right')).toBe('g2 glass-lasers')
  expect(nextTile([], null, 'down')).toBeNull()
})

test('keys that lead somewhere', () => {
  expect(['ArrowLeft', 'PageDown', 'a'].map(directionOf)).toEqual(['left', 'bottom', null])
})
