import type { WorkbookParts } from './workbook-parts.ts'
import { type TableIssue, type TableLimits, tableIssue } from './table.ts'

/** Told by content: the workbook may keep its sheets under any name. */
export const isSheetPart = (contents: Buffer): boolean =>
  contents.includes('<sheetData') || contents.includes(':sheetData')

const TAG_START = /<(?:[\w.-]+:)?(?<name>row|c)(?=[\s/>])/g
const ATTRIBUTES = /(?:[^<>"']|"[^"<]*"|'[^'<]*')*>/y
const REFERENCE = /\sr\s*=\s*(?:"(?<a>[^"]*)"|'(?<b>[^']*)')/

/**
 * Looks where the rows and cells of each sheet claim to stand, because the reader fills the gap up to them: one
 * row numbered 1,048,576 would become a million empty rows. What a sheet says of its dimension does not matter.
 */
export function checkSheetExtents(parts: WorkbookParts, limits: TableLimits): TableIssue | null {
  for (const contents of parts.values()) {
    if (!isSheetPart(contents)) continue
    const issue = checkExtent(contents.toString('latin1'), limits)
    if (issue) return issue
  }
  return null
}

function checkExtent(xml: string, limits: TableLimits): TableIssue | null {
  // Comments and the like have no place in a sheet and could hide rows from the search below.
  if (xml.includes('<!') || xml.lastIndexOf('<?') > 3) return tableIssue('damaged-file', { detail: 'sheet' })
  let rows = 0
  for (const start of xml.matchAll(TAG_START)) {
    if (start.groups!.name === 'row' && ++rows > limits.maxRows) {
      return tableIssue('too-many-rows', { max: limits.maxRows })
    }
    ATTRIBUTES.lastIndex = start.index + start[0].length
    const attributes = ATTRIBUTES.exec(xml)?.[0]
    if (attributes === undefined) return tableIssue('damaged-file', { detail: 'sheet' })
    const found = REFERENCE.exec(attributes)?.groups
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
const MAX_STYLED_COLUMNS = 300

/** A is 1, AA is 27; no letters are 0. */
const columnNumber = (letters: string): number =>
  [...letters].reduce((number, letter) => number * 26 + letter.codePointAt(0)! - 64, 0)
