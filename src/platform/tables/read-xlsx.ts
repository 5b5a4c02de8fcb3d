import readXlsxFile, { InvalidInputError, InvalidSpreadsheetError } from 'read-excel-file/node'
import { cleanText } from './clean-text.ts'
import { restoreFormulaText } from './formula-text.ts'
import { checkSheetExtents, isSheetPart } from './sheet-extent.ts'
import { type TableFile, type TableIssue, type TableLimits, tableIssue } from './table.ts'
import { type CellFound, boundCells } from './table-bounds.ts'
import { type WorkbookParts, packWorkbook, unpackWorkbook } from './workbook-parts.ts'

/** Reads every sheet of a workbook, after its size and extent were found to be inside the limits. */
export async function readXlsx(bytes: Uint8Array, limits: TableLimits): Promise<TableFile> {
  const refused = (issue: TableIssue): TableFile => ({ format: 'xlsx', encoding: null, tables: [], issues: [issue] })
  const parts = await unpackWorkbook(bytes, limits)
  if ('code' in parts) return refused(parts)
  if (!parts.has('xl/workbook.xml')) return refused(tableIssue('not-a-table-file'))
  const extent = checkSheetExtents(parts, limits)
  if (extent) return refused(extent)
  const sheets = await readSheets(packWorkbook(errorsAsText(parts)))
  if (!sheets) return refused(tableIssue('damaged-file', { detail: 'workbook' }))
  const bounded = sheets.map(({ sheet, data }) =>
    boundCells({ title: cleanText(sheet), rows: data.map((row) => row.map(understood)) }, limits),
  )
  return {
    format: 'xlsx',
    encoding: null,
    tables: bounded.map(({ table }) => table),
    issues: bounded.flatMap(({ issues }) => issues),
  }
}

/** The reader drops error cells silently; marked as text they arrive and can be named. */
const errorsAsText = (parts: WorkbookParts): WorkbookParts =>
  new Map(
    Array.from(parts, ([name, contents]) => [
      name,
      isSheetPart(contents) && contents.includes(' t="e"')
        ? Buffer.from(contents.toString('latin1').replaceAll(' t="e"', ' t="str"'), 'latin1')
        : contents,
    ]),
  )

type Value = string | number | boolean | Date | null

async function readSheets(workbook: Buffer): Promise<{ sheet: string; data: Value[][] }[] | null> {
  try {
    return (await readXlsxFile(workbook, { trim: false })) as unknown as { sheet: string; data: Value[][] }[]
  } catch (error) {
    if (error instanceof InvalidInputError || error instanceof InvalidSpreadsheetError) return null
    throw error
  }
}

const ERROR_CELL = /^#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|SPILL!|CALC!)$/

function understood(value: Value): CellFound {
  if (value === null) return { text: '' }
  if (value instanceof Date) return { text: wallClockText(value) }
  const text = cleanText(restoreFormulaText(String(value)))
  return ERROR_CELL.test(text) ? { text, failed: true } : { text }
}

/** `2020-10-26`, `2020-10-26 15:00`, or `15:00` for a cell that holds a time of day alone (before day 1 of 1900). */
function wallClockText(date: Date): string {
  if (Number.isNaN(date.getTime())) return ''
  // The spreadsheet stores a fraction of a day: 15:00 may come out a few milliseconds early.
  const iso = new Date(Math.round(date.getTime() / 1000) * 1000).toISOString()
  const day = iso.slice(0, 10)
  const time = iso.slice(11, 16)
  if (day < '1900-01-02') return time
  return time === '00:00' ? day : `${day} ${time}`
}
