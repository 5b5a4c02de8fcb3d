import type { Locale } from '../../../kernel/locale.ts'
import { decodeCell, quoted } from './decode-cell.ts'
import type { Columns, LocalizedPatch, Sheet, SheetIssue, SheetRow } from './sheet.ts'
import {
  type FileColumn,
  type Header,
  type SheetTexts,
  columnName,
  fileColumns,
  findHeader,
  foldLabel,
  headingOf,
  missingColumns,
} from './sheet-columns.ts'

/** A table of the file as the framework understood it. */
export interface DecodedSheet {
  /** The language of its headings. */
  readonly locale: Locale
  /** Rows whose cells are all sound. */
  readonly rows: readonly SheetRow<Columns>[]
  /** Rows that are neither empty nor examples. */
  readonly rowCount: number
  /** Text of the code column of rows that are not in `rows`. */
  readonly refusedCodes: ReadonlySet<string>
  readonly issues: readonly SheetIssue[]
  /** Headings as the file has them, and the first rows below, for the eye. */
  readonly columns: readonly string[]
  readonly sample: readonly (readonly string[])[]
  /** What the file calls a column that issues name by its key. */
  readonly headings: ReadonlyMap<string, string>
}

const SAMPLE_ROWS = 5

/** Finds the columns of a sheet in a table and decodes the rows below its headings. */
export function decodeSheet(
  sheet: Sheet<Columns>,
  rows: readonly (readonly string[])[],
  texts: SheetTexts,
  codeColumn: string | undefined,
): DecodedSheet {
  const header = findHeader(sheet, rows, texts)
  if (!header) return nothing('en', [whole('header-missing')])
  const issues = headerIssues(sheet, header, texts)
  if (issues.some(({ severity }) => severity === 'error')) return nothing(header.locale, issues)
  const sound: SheetRow<Columns>[] = []
  const refusedCodes = new Set<string>()
  const sample: string[][] = []
  let rowCount = 0
  rows.forEach((cells, index) => {
    if (index <= header.at || isBlankOrExample(cells, texts)) return
    rowCount++
    if (sample.length < SAMPLE_ROWS) sample.push(sampleRow(header, cells))
    const decoded = decodeRow(sheet, header, cells, index + 1, texts)
    if (decoded.issues.length === 0)
      sound.push({ row: index + 1, values: decoded.values as SheetRow<Columns>['values'] })
    else {
      issues.push(...decoded.issues)
      const at = header.columns.findIndex((column) => column?.key === codeColumn)
      if (cells[at]) refusedCodes.add(cells[at])
    }
  })
  const columns = header.cells.filter((_, at) => header.columns[at])
  const headings = headingsOf(sheet, header, texts)
  return { locale: header.locale, rows: sound, rowCount, refusedCodes, issues, columns, sample, headings }
}

const nothing = (locale: Locale, issues: SheetIssue[]): DecodedSheet => ({
  locale,
  issues,
  rows: [],
  rowCount: 0,
  refusedCodes: new Set(),
  columns: [],
  sample: [],
  headings: new Map(),
})

const whole = (
  code: string,
  values: SheetIssue['values'] = {},
  severity: SheetIssue['severity'] = 'error',
): SheetIssue => ({ row: null, column: null, code, values, severity })

/** By the name that issues give a column: the heading in the file, or in the template when the file has none. */
function headingsOf(sheet: Sheet<Columns>, header: Header, texts: SheetTexts): Map<string, string> {
  const headings = new Map<string, string>()
  header.columns.forEach((name, at) => {
    if (!name) return
    headings.set(columnName(name), header.cells[at]!)
    // A remark on a text in all its languages points at the first of its columns.
    if (!headings.has(name.key)) headings.set(name.key, header.cells[at]!)
  })
  for (const name of fileColumns(sheet)) {
    const key = columnName(name)
    if (!headings.has(key)) headings.set(key, headingOf(name, header.locale, texts))
    if (!headings.has(name.key)) headings.set(name.key, name.column.headings[header.locale])
  }
  return headings
}

function headerIssues(sheet: Sheet<Columns>, header: Header, texts: SheetTexts): SheetIssue[] {
  const issues: SheetIssue[] = []
  const seen = new Set<string>()
  header.cells.forEach((cell, at) => {
    const column = header.columns[at]
    if (!column) {
      if (cell) issues.push(whole('column-unknown', { heading: quoted(cell) }, 'warning'))
    } else if (seen.has(columnName(column))) issues.push(whole('column-twice', { heading: quoted(cell) }))
    else seen.add(columnName(column))
  })
  for (const key of missingColumns(sheet, header)) {
    const column = sheet.columns[key]!
    const name: FileColumn = { key, column, locale: column.kind === 'localized-text' ? header.locale : null }
    issues.push(whole('column-missing', { heading: headingOf(name, header.locale, texts) }))
  }
  return issues
}

function isBlankOrExample(cells: readonly string[], { exampleMark }: SheetTexts): boolean {
  const first = cells.find(Boolean)
  if (first === undefined) return true
  const mark = /^\[[^\]]{1,20}\]/.exec(first)?.[0]
  return mark !== undefined && Object.values(exampleMark).some((known) => foldLabel(known) === foldLabel(mark))
}

const sampleRow = (header: Header, cells: readonly string[]): string[] =>
  header.columns.flatMap((column, at) => (column ? [quoted(cells[at] ?? '')] : []))

function decodeRow(
  sheet: Sheet<Columns>,
  header: Header,
  cells: readonly string[],
  row: number,
  texts: SheetTexts,
): { values: Record<string, unknown>; issues: SheetIssue[] } {
  const values: Record<string, unknown> = Object.fromEntries(Object.keys(sheet.columns).map((key) => [key, undefined]))
  const issues: SheetIssue[] = []
  header.columns.forEach((name, at) => {
    if (!name) return
    const { key, column, locale } = name
    const result = decodeCell(column, cells[at] ?? '', texts)
    if ('issue' in result) issues.push({ row, column: columnName(name), severity: 'error', ...result.issue })
    else if (locale === null) values[key] = result.value
    else values[key] = { ...(values[key] as LocalizedPatch | undefined), [locale]: result.value }
  })
  for (const [key, column] of Object.entries(sheet.columns)) {
    const wrong = issues.some((issue) => issue.column === key || issue.column?.startsWith(`${key}.`))
    if (column.required && !wrong && isEmpty(values[key])) {
      issues.push({ row, column: key, code: 'cell-missing', values: {}, severity: 'error' })
    }
  }
  return { values, issues }
}

const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  (Array.isArray(value) && value.length === 0) ||
  (typeof value === 'object' && !Array.isArray(value) && Object.values(value as object).every((text) => text === null))
