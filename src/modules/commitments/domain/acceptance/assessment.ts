import { type Criterion, type Method, QUANTITY_FACTS, type Quantity } from './criterion.ts'
import { type MeasurementIssue, readMeasurement } from './measurement-table.ts'
import { METHOD_FACTS, type Plot } from './methods.ts'
import { convert } from './units.ts'

/** Changes when a computation changes, so that an older result says by which one it was made. */
export const COMPUTATION = 'naru-acceptance/1'

export interface CriterionResult {
  readonly key: string
  readonly quantity: Quantity
  readonly comparison: Criterion['comparison']
  readonly limit: number
  readonly unit: string
  /** In `unit`; null when it could not be computed. */
  readonly value: number | null
  readonly met: boolean | null
}

/** What a measurement file gave. The same file and criteria give the same assessment. */
export interface Assessment {
  readonly method: Method
  readonly computation: string
  /** Of the file it was computed from. */
  readonly sha256: string
  readonly points: number
  /** Units in which the file has its columns. */
  readonly units: Readonly<Record<string, string>>
  readonly quantities: readonly { readonly quantity: Quantity; readonly value: number; readonly unit: string }[]
  readonly criteria: readonly CriterionResult[]
  readonly plot: Plot | null
  readonly issues: readonly MeasurementIssue[]
}

/** Reads the columns, checks their units, computes the quantities of the method and holds them against the criteria. */
export function assess(
  method: Method,
  rows: readonly (readonly string[])[],
  criteria: readonly Criterion[],
  sha256: string,
): Assessment {
  const { columns: wanted, minPoints, compute } = METHOD_FACTS[method]
  const own = criteria.filter((criterion) => criterion.method === method)
  const { columns, units, issues } = readMeasurement(rows, wanted)
  const points = columns[wanted[0]!.name]?.length ?? 0
  const base = { method, computation: COMPUTATION, sha256, points, units }
  const short: MeasurementIssue[] =
    issues.length === 0 && points < minPoints ? [{ code: 'too-few-points', values: { points, minPoints } }] : []
  if (issues.length > 0 || short.length > 0) {
    const criteriaLeft = own.map((criterion) => resultOf(criterion, undefined))
    return { ...base, quantities: [], criteria: criteriaLeft, plot: null, issues: [...issues, ...short] }
  }
  const computed = compute(columns, own)
  const results = own.map((criterion) => resultOf(criterion, computed.quantities[criterion.quantity]))
  const incomparable = results
    .filter(({ value, quantity }) => value === null && computed.quantities[quantity] !== undefined)
    .map(({ key, unit }): MeasurementIssue => ({ code: 'unit-not-comparable', values: { criterion: key, unit } }))
  return {
    ...base,
    quantities: (Object.entries(computed.quantities) as [Quantity, number][]).map(([quantity, value]) => ({
      quantity,
      value,
      unit: QUANTITY_FACTS[quantity].unit,
    })),
    criteria: results,
    plot: computed.plot,
    issues: [...computed.issues, ...incomparable],
  }
}

function resultOf(
  { key, quantity, comparison, limit, unit }: Criterion,
  computed: number | undefined,
): CriterionResult {
  const facts = QUANTITY_FACTS[quantity]
  const value = computed === undefined ? null : convert(computed, facts.unit, unitOfLimit(unit, facts.dimension))
  const met = value === null ? null : comparison === 'at-most' ? Math.abs(value) <= limit : value >= limit
  return { key, quantity, comparison, limit, unit, value, met }
}

/** A difference of temperatures is written in K or °C: they are the same there. */
export const unitOfLimit = (unit: string, dimension: string): string =>
  dimension === 'temperature-difference' && (unit === 'K' || unit === '°C') ? 'ΔK' : unit
