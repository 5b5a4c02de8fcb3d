import type { Dimension } from './units.ts'

export const METHODS = ['displacement-trace', 'deviation-inspection', 'heater-map', 'strength-series'] as const
export type Method = (typeof METHODS)[number]

export const QUANTITIES = [
  'resolution',
  'drift',
  'deviation-mean',
  'deviation-sigma',
  'deviation-max',
  'share-within-tolerance',
  'temperature-mean',
  'temperature-half-range',
  'strength-mean',
  'strength-sigma',
  'strength-min',
] as const
export type Quantity = (typeof QUANTITIES)[number]

export const COMPARISONS = ['at-most', 'at-least'] as const
export type Comparison = (typeof COMPARISONS)[number]

/** What a result must reach to be accepted: a computed quantity, its limit, and by which method it is measured. */
export interface Criterion {
  readonly key: string
  readonly method: Method
  readonly quantity: Quantity
  readonly comparison: Comparison
  readonly limit: number
  readonly unit: string
  /** Of `share-within-tolerance`: how far a point may be off. */
  readonly tolerance: { readonly value: number; readonly unit: string } | null
}

interface QuantityFacts {
  readonly method: Method
  /** The unit in which it is computed. */
  readonly unit: string
  readonly dimension: Dimension
}

export const QUANTITY_FACTS: Readonly<Record<Quantity, QuantityFacts>> = {
  resolution: { method: 'displacement-trace', unit: 'nm', dimension: 'length' },
  drift: { method: 'displacement-trace', unit: 'nm/min', dimension: 'drift' },
  'deviation-mean': { method: 'deviation-inspection', unit: 'mm', dimension: 'length' },
  'deviation-sigma': { method: 'deviation-inspection', unit: 'mm', dimension: 'length' },
  'deviation-max': { method: 'deviation-inspection', unit: 'mm', dimension: 'length' },
  'share-within-tolerance': { method: 'deviation-inspection', unit: '%', dimension: 'ratio' },
  'temperature-mean': { method: 'heater-map', unit: '°C', dimension: 'temperature' },
  'temperature-half-range': { method: 'heater-map', unit: 'ΔK', dimension: 'temperature-difference' },
  'strength-mean': { method: 'strength-series', unit: 'MPa', dimension: 'stress' },
  'strength-sigma': { method: 'strength-series', unit: 'MPa', dimension: 'stress' },
  'strength-min': { method: 'strength-series', unit: 'MPa', dimension: 'stress' },
}
