import { expect, test } from 'vitest'
import { openingOf } from './opening.ts'

const at = (clock: string) => `2020-10-26T${clock}:00.000Z`
const room = { startsAt: at('06:00'), endsAt: at('06:30'), cancelled: false, openedUntil: null, extraMinutes: 0 }
const margins = { opensMinutes: 10, closesMinutes: 5 }
const state = (clock: string, facts: Partial<Parameters<typeof openingOf>[0]> = {}) =>
  openingOf({ ...room, ...facts }, at(clock), margins)

test.each([
  ['05:49', 'early'],
  ['05:50', 'open'],
  ['06:34', 'open'],
  ['06:35', 'over'],
])('at %s it is %s', (clock, expected) => {
  expect(state(clock).state).toBe(expected)
})

test('extra minutes move both ends', () => {
  expect(state('06:36', { extraMinutes: 10 })).toMatchObject({
    state: 'open',
    softEndAt: at('06:40'),
    closesAt: at('06:45'),
  })
})

test('the operator opens it outside its time, which is a rehearsal', () => {
  expect(state('03:00', { openedUntil: at('03:30') })).toMatchObject({
    state: 'open',
    rehearsal: true,
    closesAt: at('03:30'),
  })
  expect(state('03:30', { openedUntil: at('03:30') }).state).toBe('early')
  expect(state('06:10', { openedUntil: at('07:00') })).toMatchObject({ state: 'open', rehearsal: false })
})

test('a cancelled meeting has no room, opened or not', () => {
  expect(state('06:10', { cancelled: true, openedUntil: at('07:00') }).state).toBe('cancelled')
})
