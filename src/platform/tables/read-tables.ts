import { readCsv } from './read-csv.ts'
import { readXlsx } from './read-xlsx.ts'
import { TABLE_LIMITS, type TableFile, type TableLimits, tableIssue } from './table.ts'

/**
 * Reads an .xlsx or .csv file, told apart by content and not by name. Never throws for what a file contains:
 * whatever is wrong with it is in `issues`. Costs are bounded by `limits`, whatever the file claims.
 */
export async function readTables(
  bytes: Uint8Array,
  fileName: string,
  limits: TableLimits = TABLE_LIMITS,
): Promise<TableFile> {
  if (startsWith(bytes, 'PK\u0003\u0004')) return readXlsx(bytes, limits)
  const refused = (code: 'not-a-table-file' | 'old-or-encrypted-workbook'): TableFile => ({
    format: 'csv',
    encoding: null,
    tables: [],
    issues: [tableIssue(code)],
  })
  if (startsWith(bytes, '\u00d0\u00cf\u0011\u00e0')) return refused('old-or-encrypted-workbook')
  if (OTHER_FORMATS.some((magic) => startsWith(bytes, magic))) return refused('not-a-table-file')
  const file = readCsv(bytes, fileName.replace(/\.[^.]*$/, ''), limits)
  return looksBinary(file) ? refused('not-a-table-file') : file
}

/** Beginnings of files that people send by mistake: pdf, png, jpeg, gif, rar, gzip, an empty zip. */
const OTHER_FORMATS = ['%PDF', '\u0089PNG', '\u00ff\u00d8\u00ff', 'GIF8', 'Rar!', '\u001f\u008b', 'PK\u0005\u0006']

const startsWith = (bytes: Uint8Array, magic: string): boolean =>
  [...magic].every((character, index) => bytes[index] === character.codePointAt(0))

/** One-byte encodings take any bytes: text that is mostly neither letters nor digits was none. */
function looksBinary({ encoding, tables }: TableFile): boolean {
  if (encoding === 'utf-8' || encoding === null) return false
  const sample = tables
    .flatMap(({ rows }) => rows.slice(0, 200).flat())
    .join('')
    .slice(0, 20_000)
  const strange = sample.match(/[^\p{L}\p{N}\p{P}\p{Zs}\p{Sc}\p{Sm}\p{So}\n]/gu)?.length ?? 0
  return strange > sample.length / 10
}
