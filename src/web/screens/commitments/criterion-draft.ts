import type { Criterion, CriterionInput, Method } from './shapes.ts'

type Quantity = Criterion['quantity']

/** The quantities each method gives, with the unit in which they are usually limited and the side of the limit. */
export const QUANTITIES: Readonly<
  Record<Method, readonly { quantity: Quantity; units: readonly string[]; comparison: Criterion['comparison'] }[]>
> = {
  'displacement-trace': [
    { quantity: 'resolution', units: ['nm', 'µm'], comparison: 'at-most' },
    { quantity: 'drift', units: ['nm/min', 'nm/s', 'nm/h', 'µm/h'], comparison: 'at-most' },
  ],
  'deviation-inspection': [
    { quantity: 'share-within-tolerance', units: ['%'], comparison: 'at-least' },
    { quantity: 'deviation-mean', units: ['µm', 'mm'], comparison: 'at-most' },
    { quantity: 'deviation-sigma', units: ['µm', 'mm'], comparison: 'at-most' },
    { quantity: 'deviation-max', units: ['µm', 'mm'], comparison: 'at-most' },
  ],
  'heater-map': [
    { quantity: 'temperature-half-range', units: ['K'], comparison: 'at-most' },
    { quantity: 'temperature-mean', units: ['°C', 'K'], comparison: 'at-least' },
  ],
  'strength-series': [
    { quantity: 'strength-min', units: ['MPa', 'kPa', 'GPa'], comparison: 'at-least' },
    { quantity: 'strength-mean', units: ['MPa', 'kPa', 'GPa'], comparison: 'at-least' },
    { quantity: 'strength-sigma', units: ['MPa', 'kPa', 'GPa'], comparison: 'at-most' },
  ],
}

export const LENGTHS = ['nm', 'µm', 'mm', 'm'] as const

/** A criterion as it is being written. */
export interface CriterionDraft {
  readonly method: Method
  readonly quantity: Quantity
  readonly comparison: Criterion['comparison']
  /** Null while the field is empty. */
  readonly limit: number | null
  readonly unit: string
  readonly toleranceValue: number | null
  readonly toleranceUnit: string
}

/** The usual criterion of a quantity, its limit still open. */
export function draftOf(method: Method, quantity?: Quantity): CriterionDraft {
  const known = QUANTITIES[method].find((one) => one.quantity === quantity) ?? QUANTITIES[method][0]!
  return {
    method,
    quantity: known.quantity,
    comparison: known.comparison,
    limit: null,
    unit: known.units[0]!,
    toleranceValue: null,
    toleranceUnit: 'mm',
  }
}

export const toDraft = ({ tolerance, ...criterion }: Criterion): CriterionDraft => ({
  method: criterion.method,
  quantity: criterion.quantity,
  comparison: criterion.comparison,
  limit: criterion.limit,
  unit: criterion.unit,
  toleranceValue: tolerance?.value ?? null,
  toleranceUnit: tolerance?.unit ?? 'mm',
})

export const needsTolerance = ({ quantity }: CriterionDraft): boolean => quantity === 'share-within-tolerance'

export const isComplete = (draft: CriterionDraft): boolean =>
  draft.limit !== null && (!needsTolerance(draft) || (draft.toleranceValue !== null && draft.toleranceValue > 0))

/** What is sent; keys are made from the quantity and its place, so that two limits of one quantity stand apart. */
export const toCriteria = (drafts: readonly CriterionDraft[]): CriterionInput[] =>
  drafts.map((draft, index) => ({
    key: `${draft.quantity}-${index + 1}`,
    method: draft.method,
    quantity: draft.quantity,
    comparison: draft.comparison,
    limit: draft.limit ?? 0,
    unit: draft.unit,
    tolerance: needsTolerance(draft) ? { value: draft.toleranceValue ?? 0, unit: draft.toleranceUnit } : null,
  }))
