import { expect, test } from 'vitest'
import { drawFate, simulateDay } from '../../src/modules/scheduling/testing/simulate-day.ts'
import { sourceCase } from './cases.ts'

test('twenty rough days of the source case break no rule, and repairs save meetings', { timeout: 60_000 }, () => {
  const facts = sourceCase()
  const days = Array.from({ length: 20 }, (_, n) => simulateDay(facts, drawFate(facts, 1 + n)))
  expect(days.flatMap(({ broken }) => broken)).toEqual([])
  const sum = (of: 'held' | 'heldWithoutRepair' | 'disturbances' | 'moved') =>
    days.reduce((total, day) => total + day[of], 0)
  expect(sum('held')).toBeGreaterThan(sum('heldWithoutRepair'))
  expect(sum('disturbances')).toBeGreaterThan(40)
  expect(sum('moved')).toBeGreaterThan(0)
})

test('the same seed plays the same day', { timeout: 20_000 }, () => {
  const facts = sourceCase()
  expect(simulateDay(facts, drawFate(facts, 7))).toEqual(simulateDay(facts, drawFate(facts, 7)))
})
