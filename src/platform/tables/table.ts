/** One sheet of a workbook, or a CSV file. */
export interface Table {
  /** Name of the sheet; of a CSV the name of the file without its ending. */
  readonly title: string
  /** `rows[0]` is row 1 of the spreadsheet; cells are clean text (see `cleanText`), `''` when empty. */
  readonly rows: readonly (readonly string[])[]
}

export type TableIssueCode =
  | 'cell-too-long'
  | 'damaged-file'
  | 'encoding-unknown'
  | 'formula-error'
  | 'no-tables'
  | 'not-a-table-file'
  | 'old-or-encrypted-workbook'
  | 'too-many-columns'
  | 'too-many-parts'
  | 'too-many-rows'
  | 'unclosed-quote'
  | 'unpacks-too-large'

/** What is wrong with a file or a place in it. Data, not an exception: a person has to read it. */
export interface TableIssue {
  readonly code: TableIssueCode
  /** Title of the table; null for the whole file. */
  readonly table: string | null
  /** 1-based as the spreadsheet shows it. */
  readonly row: number | null
  /** Letters as the spreadsheet shows them. */
  readonly column: string | null
  readonly values: Readonly<Record<string, string | number>>
}

export interface TableFile {
  readonly format: 'xlsx' | 'csv'
  /** Of a CSV: `utf-8`, `utf-16le`, `utf-16be`, `euc-kr` (as Windows code page 949) or `windows-1251`. */
  readonly encoding: string | null
  readonly tables: readonly Table[]
  readonly issues: readonly TableIssue[]
}

export interface TableLimits {
  /** Unpacked bytes of a workbook, all parts together. */
  readonly maxUnpackedBytes: number
  /** Files inside a workbook. */
  readonly maxParts: number
  readonly maxRows: number
  readonly maxColumns: number
  readonly maxCellLength: number
}

export const TABLE_LIMITS: TableLimits = {
  maxUnpackedBytes: 48 * 1024 * 1024,
  maxParts: 500,
  maxRows: 20_000,
  maxColumns: 100,
  maxCellLength: 10_000,
}

export const tableIssue = (
  code: TableIssueCode,
  values: TableIssue['values'] = {},
  place: Partial<Pick<TableIssue, 'table' | 'row' | 'column'>> = {},
): TableIssue => ({ code, table: null, row: null, column: null, ...place, values })

/** 0 is A, 25 is Z, 26 is AA. */
export function columnLetters(index: number): string {
  const last = String.fromCodePoint(65 + (index % 26))
  return index < 26 ? last : columnLetters(Math.floor(index / 26) - 1) + last
}
