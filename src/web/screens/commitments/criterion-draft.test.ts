import { expect, test } from 'vitest'
import { METHODS as KNOWN_METHODS, QUANTITY_FACTS } from '../../../modules/commitments/domain/acceptance/criterion.ts'
import { checkCriteria } from '../../../modules/commitments/domain/check-criteria.ts'
import { METHODS } from './commitment-search.ts'
import { QUANTITIES, draftOf, isComplete, toCriteria, toDraft } from './criterion-draft.ts'

test('offers what the module computes, in units that it takes', () => {
  expect(METHODS).toEqual(KNOWN_METHODS)
  const offered = METHODS.flatMap((method) => QUANTITIES[method].map(({ quantity }) => `${method} ${quantity}`))
  const computed = Object.entries(QUANTITY_FACTS).map(([quantity, { method }]) => `${method} ${quantity}`)
  expect(offered.toSorted()).toEqual(computed.toSorted())
  const drafts = METHODS.flatMap((method) =>
    QUANTITIES[method].flatMap(({ quantity, units }) =>
      units.map((unit) => ({ ...draftOf(method, quantity), unit, limit: 1, toleranceValue: 0.1 })),
    ),
  )
  expect(checkCriteria(toCriteria(drafts)).ok).toBe(true)
})

test('a share needs its tolerance, everything needs a limit', () => {
  const share = { ...draftOf('deviation-inspection'), limit: 95 }
  expect([
    isComplete(share),
    isComplete({ ...share, toleranceValue: 0.03 }),
    isComplete(draftOf('heater-map')),
  ]).toEqual([false, true, false])
})

test('comes back as it was set', () => {
  const criteria = toCriteria([{ ...draftOf('deviation-inspection'), limit: 95, toleranceValue: 0.03 }])
  expect(toCriteria(criteria.map((one) => toDraft({ ...one, tolerance: one.tolerance })))).toEqual(criteria)
})
