import { expect, test } from 'vitest'
import { CASE_STATES, TRANSITIONS } from '../../../modules/cases/domain/case.ts'
import { STATES, needsHand, readCaseSearch, stateBeside } from './case-search.ts'

test('the board has every state in its order', () => {
  expect(STATES).toEqual(CASE_STATES)
})

test('what makes no sense in an address is left out', () => {
  expect(readCaseSearch({ view: 'list', state: 'negotiating', owner: 'none', hand: true })).toEqual({
    view: 'list',
    state: 'negotiating',
    owner: 'none',
    hand: true,
  })
  expect(readCaseSearch({ view: 'x', state: 'y', owner: '<b>', hand: 'no' })).toEqual({})
})

test('keys go to the nearest state that may follow', () => {
  const at = (state: 'negotiating' | 'contact-started' | 'not-interested') => ({
    state,
    mayMoveTo: [...TRANSITIONS[state]],
  })
  expect(stateBeside(at('negotiating'), 1)).toBe('agreement-effected')
  expect(stateBeside(at('contact-started'), -1)).toBe('information-requested')
  expect(stateBeside(at('not-interested'), 1)).toBeNull()
})

test('needs a hand: late, standing still, or without owner while open', () => {
  const age = { days: 1, daysInState: 1, overdue: false, stale: false }
  const owner = { id: 'a', name: 'A' }
  expect(needsHand({ age, owner, state: 'negotiating' })).toBe(false)
  expect(needsHand({ age: { ...age, overdue: true }, owner, state: 'negotiating' })).toBe(true)
  expect(needsHand({ age, owner: null, state: 'negotiating' })).toBe(true)
  expect(needsHand({ age, owner: null, state: 'not-interested' })).toBe(false)
})
