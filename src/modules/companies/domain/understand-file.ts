import { decodeSheet } from './decode-sheet.ts'
import type { DecodedSheet } from './decode-sheet.ts'
import type { ImportIssue } from './import-preview.ts'
import type { Columns, InEveryLocale, Sheet } from './sheet.ts'
import { type SheetTexts, foldLabel, matchTable } from './sheet-columns.ts'

interface FileTable {
  readonly title: string
  readonly rows: readonly (readonly string[])[]
}

/** What the reader found wrong with the file itself. */
interface FileIssue {
  readonly code: string
  readonly table: string | null
  readonly row: number | null
  readonly column: string | null
  readonly values: Readonly<Record<string, string | number>>
}

export interface UnderstoodSheet {
  readonly title: string
  readonly decoded: DecodedSheet
}

export interface UnderstoodFile {
  /** By the key of the sheet. */
  readonly sheets: ReadonlyMap<string, UnderstoodSheet>
  readonly issues: readonly ImportIssue[]
}

export interface KnownSheet {
  readonly sheet: Sheet<Columns>
  readonly codeColumn: string | undefined
}

/** Finds the known sheets in a file. `only`: the file is this sheet, whatever it says (a CSV says nothing). */
export function understandFile(
  file: { readonly tables: readonly FileTable[]; readonly issues: readonly FileIssue[] },
  known: readonly KnownSheet[],
  texts: SheetTexts,
  { only, notesTitles }: { readonly only: string | null; readonly notesTitles: InEveryLocale },
): UnderstoodFile {
  const sheets = new Map<string, UnderstoodSheet>()
  const issues: ImportIssue[] = []
  const keyByTitle = new Map<string, string>()
  const notes = new Set(Object.values(notesTitles).map(foldLabel))
  for (const table of file.tables) {
    if (notes.has(foldLabel(table.title)) || table.rows.length === 0) continue
    const sheet = only
      ? (known.find((each) => each.sheet.key === only)?.sheet ?? null)
      : matchTable(
          table,
          known.map((each) => each.sheet),
          texts,
        )
    const remark = (code: string, severity: ImportIssue['severity']) =>
      issues.push({
        sheet: sheet?.key ?? table.title,
        row: null,
        column: null,
        code,
        severity,
        values: { title: table.title },
      })
    if (!sheet) remark('sheet-unknown', 'warning')
    else if (sheets.has(sheet.key)) remark('sheet-twice', 'error')
    else {
      const codeColumn = known.find((each) => each.sheet === sheet)?.codeColumn
      sheets.set(sheet.key, { title: table.title, decoded: decodeSheet(sheet, table.rows, texts, codeColumn) })
      keyByTitle.set(table.title, sheet.key)
    }
  }
  for (const { table, ...issue } of file.issues) {
    issues.push({ ...issue, sheet: keyByTitle.get(table ?? '') ?? table ?? '', severity: 'error' })
  }
  if (sheets.size === 0 && file.issues.length === 0) {
    issues.push({ sheet: '', row: null, column: null, code: 'nothing-recognised', values: {}, severity: 'error' })
  }
  return { sheets, issues }
}
