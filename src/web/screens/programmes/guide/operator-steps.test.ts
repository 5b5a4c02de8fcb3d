import { expect, test } from 'vitest'
import { OPERATOR_STEPS, isDone, isUnderWay } from './operator-steps.ts'

const told = (facts: Record<string, Record<string, number>>) =>
  Object.entries(facts).map(([stage, of]) => ({ stage: stage as 'companies', facts: of }))

const ALL = told({
  programmes: { technologyKeywords: 3 },
  companies: { companies: 2, published: 1 },
  accounts: { people: 2 },
  matching: { pairs: 1 },
  events: { timeslots: 8, participants: 2 },
  meetings: { accepted: 1 },
  scheduling: { version: 1 },
})

test('of an empty programme every step is still to come, in the order of the chain', () => {
  expect(OPERATOR_STEPS.filter((step) => isDone(step, told({ accounts: { people: 1 } })))).toEqual([])
  expect(isUnderWay([], [])).toBe(true)
})

test('ticks come from the records alone; a part that is not used is no step', () => {
  expect(OPERATOR_STEPS.every((step) => isDone(step, ALL))).toBe(true)
  expect(isUnderWay(ALL, [])).toBe(false)
  const unreleased = ALL.map((each) =>
    (each.stage as string) === 'scheduling' ? { ...each, facts: { version: 0 } } : each,
  )
  expect(isUnderWay(unreleased, [])).toBe(true)
  expect(isUnderWay(unreleased, ['scheduling'])).toBe(false)
})
