import { expect, test } from 'vitest'
import { remainingOf } from './remaining.ts'

const at = (clock: string) => `2020-10-26T${clock}.000Z`
const room = { startsAt: at('06:00:00'), softEndAt: at('06:30:00'), closesAt: at('06:40:00'), rehearsal: false }

test.each([
  ['05:52:10', 'before', 8],
  ['06:00:00', 'during', 30],
  ['06:10:30', 'during', 20],
  ['06:29:30', 'during', 0],
  ['06:30:00', 'over', 10],
  ['06:41:00', 'over', 0],
])('at %s: %s, %i', (clock, phase, minutes) => {
  expect(remainingOf(room, Date.parse(at(clock)))).toEqual({ phase, minutes })
})

test('a rehearsal runs until its own end, whenever the meeting is', () => {
  const rehearsal = { ...room, softEndAt: at('03:30:00'), closesAt: at('03:30:00'), rehearsal: true }
  expect(remainingOf(rehearsal, Date.parse(at('03:00:00')))).toEqual({ phase: 'during', minutes: 30 })
})
