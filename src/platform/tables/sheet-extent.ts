import type { WorkbookParts } from './workbook-parts.ts'
import { type TableIssue, type TableLimits, tableIssue } from './table.ts'

export const isSheetPart = (name: string): boolean => /^xl\/worksheets\/[^/]+\.xml$/i.test(name)

const ROW_OR_CELL = /<(?:[\w.-]+:)?(?:row|c)(?=[\s/>])(?<attributes>(?:[^>"']|"[^"]*"|'[^']*')*)>/g
const REFERENCE = /\sr\s*=\s*(?:"(?<a>[^"]*)"|'(?<b>[^']*)')/

/**
 * Looks where the rows and cells of each sheet claim to stand, because the reader fills the gap up to them: one
 * row numbered 1,048,576 would become a million empty rows. What a sheet says of its dimension does not matter.
 */
export function checkSheetExtents(parts: WorkbookParts, limits: TableLimits): TableIssue | null {
  for (const [name, contents] of parts) {
    if (!isSheetPart(name)) continue
    const issue = checkExtent(contents.toString('latin1'), limits)
    if (issue) return issue
  }
  return null
}

function checkExtent(xml: string, limits: TableLimits): TableIssue | null {
  // Comments and the like have no place in a sheet and could hide rows from the search below.
  if (xml.includes('<!') || xml.lastIndexOf('<?') > 3) return tableIssue('damaged-file', { detail: 'sheet' })
  let rows = 0
  for (const [tag, attributes] of xml.matchAll(ROW_OR_CELL)) {
    if (!/^<(?:[\w.-]+:)?c/.test(tag) && ++rows > limits.maxRows)
      return tableIssue('too-many-rows', { max: limits.maxRows })
    const found = REFERENCE.exec(attributes!)?.groups
    const reference = found?.a ?? found?.b
    if (reference === undefined) continue
    const place = /^(?<letters>[A-Z]{0,3})(?<row>\d{1,7})$/.exec(reference)?.groups
    if (!place) return tableIssue('damaged-file', { detail: 'sheet' })
    if (Number(place.row) > limits.maxRows) return tableIssue('too-many-rows', { max: limits.maxRows })
    if (columnNumber(place.letters!) > MAX_STYLED_COLUMNS) {
      return tableIssue('too-many-columns', { max: limits.maxColumns })
    }
  }
  return null
}

/** Spreadsheets keep empty formatted cells far to the right; they are dropped later and only must not be many. */
const MAX_STYLED_COLUMNS = 1_000

/** A is 1, AA is 27; no letters are 0. */
const columnNumber = (letters: string): number =>
  [...letters].reduce((number, letter) => number * 26 + letter.codePointAt(0)! - 64, 0)
