import { expect, test } from 'vitest'
import { CASE_STATES, TRANSITIONS, ageOf, hasEnded, mayFollow } from './case.ts'

test('every state is reached from the first, and none is a dead end', () => {
  const reached = new Set<string>(['first-contact'])
  for (const state of reached) for (const next of TRANSITIONS[state as 'negotiating']) reached.add(next)
  expect([...reached].toSorted()).toEqual([...CASE_STATES].toSorted())
  for (const state of CASE_STATES) {
    expect(TRANSITIONS[state].length).toBeGreaterThan(0)
    expect(mayFollow(state, state)).toBe(false)
  }
})

test('an agreement comes out of negotiations and nothing else', () => {
  expect(CASE_STATES.filter((state) => mayFollow(state, 'agreement-effected'))).toEqual(['negotiating'])
  expect(CASE_STATES.filter(hasEnded)).toEqual(['agreement-effected', 'not-interested'])
})

test('ages by whole days; what has ended is never late', () => {
  const one = { openedAt: '2020-10-27T06:00:00.000Z', movedAt: '2020-11-01T06:00:00.000Z', nextActionOn: '2020-11-14' }
  const now = '2020-11-15T05:59:00.000Z'
  expect(ageOf({ ...one, state: 'negotiating' }, now, '2020-11-15')).toEqual({
    days: 18,
    daysInState: 13,
    overdue: true,
    stale: false,
  })
  expect(ageOf({ ...one, state: 'negotiating' }, '2020-11-15T06:00:00.000Z', '2020-11-14')).toMatchObject({
    overdue: false,
    stale: true,
  })
  expect(ageOf({ ...one, state: 'on-hold' }, '2021-01-01T00:00:00.000Z', '2021-01-01')).toMatchObject({
    overdue: true,
    stale: false,
  })
  expect(ageOf({ ...one, state: 'not-interested' }, now, '2020-11-15')).toMatchObject({ overdue: false, stale: false })
})
