import { expect, test } from 'vitest'
import { type DeskRow, missingOf, needsHand } from './desk-shapes.ts'

const row = (phase: DeskRow['phase'], guest: { inside: boolean; absent: boolean }): DeskRow =>
  ({
    phase,
    waiting: [],
    parties: [
      { party: 'host', inside: true, lateMinutes: 0, absent: false },
      { party: 'guest', lateMinutes: null, ...guest },
    ],
  }) as unknown as DeskRow

test('a hand is needed while somebody is awaited, not before and not once it is decided', () => {
  const awaited = { inside: false, absent: false }
  expect(missingOf(row('now', awaited)).map(({ party }) => party)).toEqual(['guest'])
  expect([needsHand(row('now', awaited)), needsHand(row('next', awaited))]).toEqual([true, false])
  expect(needsHand(row('now', { inside: false, absent: true }))).toBe(false)
  expect(needsHand(row('now', { inside: true, absent: false }))).toBe(false)
})
