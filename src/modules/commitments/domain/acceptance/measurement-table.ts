import { type Dimension, convert, dimensionOf, unitNamed } from './units.ts'

export interface MeasurementIssue {
  readonly code:
    | 'no-rows'
    | 'column-missing'
    | 'unit-missing'
    | 'unit-unknown'
    | 'unit-of-other-kind'
    | 'cell-not-a-number'
    | 'too-few-points'
    | 'time-not-rising'
    | 'tolerance-missing'
    | 'unit-not-comparable'
  readonly values: Readonly<Record<string, string | number>>
}

/** A column that a method reads: how files call it, and the unit its values are wanted in. */
export interface WantedColumn {
  readonly name: string
  readonly aliases: readonly string[]
  readonly dimension: Dimension
  readonly unit: string
}

export interface MeasurementColumns {
  /** Values of each wanted column in its wanted unit, in the order of the file. */
  readonly columns: Readonly<Record<string, readonly number[]>>
  /** Units the file itself uses. */
  readonly units: Readonly<Record<string, string>>
  readonly issues: readonly MeasurementIssue[]
}

const MAX_ISSUES = 20

const issue = (code: MeasurementIssue['code'], values: MeasurementIssue['values'] = {}): MeasurementIssue => ({
  code,
  values,
})

/**
 * Columns of a table whose first row names quantity and unit, as in "displacement [nm]", "변위 (nm)" or "температура, °C".
 * A column without a unit is refused: nothing is guessed. With issues the columns are empty.
 */
export function readMeasurement(
  rows: readonly (readonly string[])[],
  wanted: readonly WantedColumn[],
): MeasurementColumns {
  const [header = [], ...body] = rows
  const filled = body.filter((row) => row.some((cell) => cell.trim() !== ''))
  const issues: MeasurementIssue[] = filled.length === 0 ? [issue('no-rows')] : []
  const columns: Record<string, number[]> = {}
  const units: Record<string, string> = {}
  for (const column of wanted) {
    const found = findColumn(header, column)
    if ('code' in found) {
      issues.push(found)
      continue
    }
    units[column.name] = found.unit
    columns[column.name] = filled.flatMap((row, index) => {
      const value = readNumber(row[found.at] ?? '')
      if (value === null) {
        const values = { row: index + 2, column: column.name, cell: (row[found.at] ?? '').slice(0, 40) }
        if (issues.length < MAX_ISSUES) issues.push(issue('cell-not-a-number', values))
        return []
      }
      return [convert(value, found.unit, column.unit)!]
    })
  }
  return { columns: issues.length > 0 ? {} : columns, units, issues }
}

function findColumn(header: readonly string[], column: WantedColumn): { at: number; unit: string } | MeasurementIssue {
  const values = { column: column.name }
  for (const [at, cell] of header.entries()) {
    const { name, unit } = splitHeading(cell)
    if (name !== column.name && !column.aliases.includes(name)) continue
    if (unit === null) return issue('unit-missing', values)
    const known = unitNamed(unit)
    if (known === null) return issue('unit-unknown', { ...values, unit })
    if (dimensionOf(known) !== column.dimension) return issue('unit-of-other-kind', { ...values, unit })
    return { at, unit: known }
  }
  return issue('column-missing', values)
}

/** "Displacement [nm]" → displacement, nm */
function splitHeading(cell: string): { name: string; unit: string | null } {
  const match = /^\s*(.+?)\s*(?:\[(.+)\]|\((.+)\)|,\s*(\S+))\s*$/.exec(cell)
  const name = (match?.[1] ?? cell).trim().toLowerCase()
  return { name, unit: match?.[2] ?? match?.[3] ?? match?.[4] ?? null }
}

/** With a point or a comma before the decimals; without signs for thousands, which would make 1,234 two numbers. */
function readNumber(cell: string): number | null {
  const text = cell.trim().replace(/^−/, '-')
  return /^[+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:[eE][+-]?\d+)?$/.test(text) ? Number(text.replace(',', '.')) : null
}
