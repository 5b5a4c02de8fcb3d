import { type Table, type TableIssue, type TableLimits, columnLetters, tableIssue } from './table.ts'

export interface CellFound {
  readonly text: string
  /** The spreadsheet shows an error such as #REF! instead of a value. */
  readonly failed?: boolean
}

interface TableFound {
  readonly title: string
  readonly rows: readonly (readonly CellFound[])[]
}

/** Keeps a table inside the limits; what was cut off or cannot be used is an issue. */
export function boundCells({ title, rows }: TableFound, limits: TableLimits): { table: Table; issues: TableIssue[] } {
  const issues: TableIssue[] = []
  if (rows.length > limits.maxRows) {
    issues.push(tableIssue('too-many-rows', { max: limits.maxRows }, { table: title, row: limits.maxRows + 1 }))
  }
  const kept = rows.slice(0, limits.maxRows).map((cells, index) => {
    const place = { table: title, row: index + 1 }
    const used = cells.findLastIndex(({ text }) => text !== '') + 1
    if (used > limits.maxColumns) issues.push(tableIssue('too-many-columns', { max: limits.maxColumns }, place))
    return cells.slice(0, Math.min(used, limits.maxColumns)).map(({ text, failed }, at) => {
      const column = columnLetters(at)
      if (failed) issues.push(tableIssue('formula-error', { value: text }, { ...place, column }))
      if (text.length <= limits.maxCellLength) return text
      issues.push(tableIssue('cell-too-long', { length: text.length, max: limits.maxCellLength }, { ...place, column }))
      return text.slice(0, limits.maxCellLength)
    })
  })
  const last = kept.findLastIndex((cells) => cells.length > 0)
  return { table: { title, rows: kept.slice(0, last + 1) }, issues }
}
