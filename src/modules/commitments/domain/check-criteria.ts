import { type Result, ok } from '../../../kernel/result.ts'
import { unitOfLimit } from './acceptance/assessment.ts'
import { type Criterion, QUANTITY_FACTS } from './acceptance/criterion.ts'
import { dimensionOf, unitNamed } from './acceptance/units.ts'
import { refuseCommitment } from './refusal.ts'

/** Criteria that can be computed: each quantity by its own method and in a unit of its kind. Units come back under their one name. */
export function checkCriteria(criteria: readonly Criterion[]): Result<Criterion[]> {
  if (new Set(criteria.map(({ key }) => key)).size < criteria.length)
    return refuseCommitment('invalid', 'criterion-twice')
  const checked: Criterion[] = []
  for (const criterion of criteria) {
    const { method, dimension } = QUANTITY_FACTS[criterion.quantity]
    if (method !== criterion.method) {
      return refuseCommitment('invalid', 'criterion-of-other-method', { criterion: criterion.key })
    }
    const unit = unitNamed(criterion.unit)
    if (unit === null) return refuseCommitment('invalid', 'unit-unknown', { unit: criterion.unit })
    if (dimensionOf(unitOfLimit(unit, dimension)) !== dimension) {
      return refuseCommitment('invalid', 'unit-of-other-kind', { unit })
    }
    const tolerance = toleranceOf(criterion)
    if (criterion.quantity === 'share-within-tolerance' && !tolerance) {
      return refuseCommitment('invalid', 'tolerance-missing', { criterion: criterion.key })
    }
    checked.push({ ...criterion, unit, tolerance })
  }
  return ok(checked)
}

function toleranceOf({ tolerance }: Criterion): Criterion['tolerance'] {
  const unit = tolerance && unitNamed(tolerance.unit)
  return tolerance && unit && dimensionOf(unit) === 'length' ? { value: tolerance.value, unit } : null
}
