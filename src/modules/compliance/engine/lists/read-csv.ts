import type { ListRefusal } from './refuse-list.ts'
import { refuseList } from './refuse-list.ts'

export interface CsvRow {
  /** 1-based line on which the row begins. */
  readonly line: number
  readonly fields: readonly string[]
}

type Rows = { readonly ok: true; readonly rows: readonly CsvRow[]; readonly lastLine: number }

/**
 * Strict reading of RFC 4180 with any delimiter: quotes stand at both ends of a field or nowhere, any line ends,
 * blank lines and DOS end-of-file bytes are not rows. A quote out of place is refused with the line its field began
 * on, for what follows it would be read as one name.
 */
export function readCsv(text: string, delimiter: string): Rows | ListRefusal {
  const rows: CsvRow[] = []
  let fields: string[] = []
  let line = 1
  let rowLine = 1
  let at = 0
  const endRow = (): void => {
    const isBlank = fields.length === 1 && (fields[0] ?? '').replaceAll('\u001a', '').trim() === ''
    if (!isBlank) rows.push({ line: rowLine, fields })
    fields = []
  }
  while (at < text.length) {
    if (fields.length === 0) rowLine = line
    const fieldLine = line
    if (text[at] === '"') {
      let value = ''
      at += 1
      for (;;) {
        const end = text.indexOf('"', at)
        if (end < 0) return refuseList('compliance.list-unbalanced-quote', fieldLine)
        value += text.slice(at, end)
        at = end + 1
        if (text[at] !== '"') break
        value += '"'
        at += 1
      }
      line += value.split('\n').length - 1
      while (text[at] === ' ' && text[at + 1] !== undefined) at += 1
      if (
        at < text.length &&
        text[at] !== delimiter &&
        text[at] !== '\r' &&
        text[at] !== '\n' &&
        text[at] !== '\u001a'
      ) {
        return refuseList('compliance.list-unbalanced-quote', fieldLine)
      }
      fields.push(value)
    } else {
      let end = at
      while (end < text.length && text[end] !== delimiter && text[end] !== '\n' && text[end] !== '\r') end += 1
      const value = text.slice(at, end)
      if (value.includes('"')) return refuseList('compliance.list-unbalanced-quote', fieldLine)
      fields.push(value.trim())
      at = end
    }
    if (text[at] === delimiter) {
      at += 1
      if (at === text.length) fields.push('')
      continue
    }
    if (text[at] === '\u001a') at += 1
    if (text[at] === '\r') at += text[at + 1] === '\n' ? 2 : 1
    else if (text[at] === '\n') at += 1
    endRow()
    line += 1
  }
  if (fields.length > 0) endRow()
  return { ok: true, rows, lastLine: Math.max(1, line - 1) }
}

/** A table with a header: fields by column name. */
export interface CsvTable {
  readonly records: readonly { readonly line: number; readonly get: (column: string) => string }[]
  readonly lastLine: number
}

/** Every row as wide as the header, every required column there; a shorter last row is a file cut short. */
export function readTable(
  text: string,
  delimiter: string,
  required: readonly string[],
): { readonly ok: true; readonly table: CsvTable } | ListRefusal {
  const read = readCsv(text, delimiter)
  if (!read.ok) return read
  const [header, ...rows] = read.rows
  if (!header) return refuseList('compliance.list-empty', 1)
  const places = new Map(header.fields.map((name, at): [string, number] => [name.trim().toLowerCase(), at]))
  const missing = required.find((column) => !places.has(column.toLowerCase()))
  if (missing !== undefined) return refuseList('compliance.list-missing-column', header.line, missing)
  for (const [at, row] of rows.entries()) {
    if (row.fields.length === header.fields.length) continue
    const isCut = at === rows.length - 1 && row.fields.length < header.fields.length
    return refuseList(isCut ? 'compliance.list-truncated' : 'compliance.list-bad-row', row.line, `${row.fields.length}`)
  }
  const records = rows.map(({ line, fields }) => ({
    line,
    get: (column: string): string => (fields[places.get(column.toLowerCase()) ?? -1] ?? '').trim(),
  }))
  return { ok: true, table: { records, lastLine: read.lastLine } }
}
