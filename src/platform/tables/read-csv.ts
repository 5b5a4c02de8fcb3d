import { CsvError, parse } from 'csv-parse/sync'
import { cleanText } from './clean-text.ts'
import { restoreFormulaText } from './formula-text.ts'
import { type TableFile, type TableIssue, type TableLimits, tableIssue } from './table.ts'
import { type CellFound, boundCells } from './table-bounds.ts'
import { decodeText } from './text-encoding.ts'

/** Reads separated text of unknown encoding and separator (comma, semicolon or tab). `title` is what to call the table. */
export function readCsv(bytes: Uint8Array, title: string, limits: TableLimits): TableFile {
  const refused = (issue: TableIssue, encoding: string | null = null): TableFile => ({
    format: 'csv',
    encoding,
    tables: [],
    issues: [issue],
  })
  const decoded = decodeText(bytes)
  if (!decoded) return refused(tableIssue('encoding-unknown'))
  const { encoding, text } = decoded
  if (text.trim() === '') return refused(tableIssue('no-tables'), encoding)
  const announced = /^sep=(?<separator>.)\r?\n/.exec(text)
  const parsed = parseRecords(announced ? text.slice(announced[0].length) : text, announced?.groups?.separator, limits)
  if (!Array.isArray(parsed)) return refused({ ...parsed, table: title }, encoding)
  // The line that names the separator is row 1 for whoever looks at the file.
  const rows = announced ? [[], ...parsed] : parsed
  const { table, issues } = boundCells({ title, rows: rows.map((row) => row.map(understood)) }, limits)
  return { format: 'csv', encoding, tables: [table], issues }
}

const understood = (text: string): CellFound => ({ text: cleanText(restoreFormulaText(text)) })

function parseRecords(text: string, separator: string | undefined, limits: TableLimits): string[][] | TableIssue {
  const delimiter = separator ?? detectSeparator(text)
  try {
    return parse(text, {
      delimiter,
      relax_column_count: true,
      // People write ООО "Ромашка" without doubling the quotes.
      relax_quotes: true,
      skip_empty_lines: false,
      to: limits.maxRows + 1,
    })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    if (error.code === 'CSV_QUOTE_NOT_CLOSED') {
      const line = lineOfOpenQuote(text, delimiter)
      return tableIssue('unclosed-quote', { line }, { row: line })
    }
    return tableIssue('damaged-file', { detail: error.code })
  }
}

const SEPARATORS = [',', ';', '\t'] as const

/** The separator that the first lines use most, outside quotes. */
function detectSeparator(text: string): string {
  const counts = new Map<string, number>(SEPARATORS.map((separator) => [separator, 0]))
  let quoted = false
  let lines = 0
  for (const character of text.slice(0, 20_000)) {
    if (character === '"') quoted = !quoted
    else if (quoted) continue
    else if (character === '\n' && ++lines === 5) break
    else if (counts.has(character)) counts.set(character, counts.get(character)! + 1)
  }
  return SEPARATORS.reduce((best, next) => (counts.get(next)! > counts.get(best)! ? next : best))
}

/** The line of the quote that nothing closes; the parser only knows where the text ended. */
function lineOfOpenQuote(text: string, delimiter: string): number {
  let openedAt: number | null = null
  let line = 1
  for (let index = 0; index < text.length; index++) {
    const character = text[index]
    const before = text[index - 1]
    const after = text[index + 1]
    if (character === '\n') line++
    if (character !== '"') continue
    if (openedAt === null) {
      if (before === undefined || before === '\n' || before === delimiter) openedAt = line
    } else if (after === '"') {
      index++
    } else if (after === undefined || after === '\n' || after === '\r' || after === delimiter) {
      openedAt = null
    }
  }
  return openedAt ?? line
}
