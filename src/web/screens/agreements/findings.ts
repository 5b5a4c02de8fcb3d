import type { Locale } from '../../../kernel/locale.ts'
import type { Finding } from './shapes.ts'

/** Where in a text something was found, in UTF-16 units; places that overlap are one. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** What the check says of one clause in one language. */
export interface CellFindings {
  /** Missing or other in this column. */
  readonly lacks: readonly Finding[]
  /** Places in this column that have no counterpart elsewhere, or that are wrong by themselves. */
  readonly marks: readonly Span[]
}

export function findingsOfCell(findings: readonly Finding[], clause: string, language: Locale): CellFindings {
  const ofClause = findings.filter((one) => one.clause === clause)
  const spans = ofClause
    .flatMap(({ places }) => places)
    .filter((place) => place.clause === clause && place.language === language)
  return { lacks: ofClause.filter(({ languages }) => languages.includes(language)), marks: joinSpans(spans) }
}

/** Of no single clause: parties that are not named, a clause that is missing, the record against the text. */
export const findingsOfWhole = (findings: readonly Finding[], clauses: readonly string[]): Finding[] =>
  findings.filter(({ clause }) => clause === null || !clauses.includes(clause))

function joinSpans(spans: readonly Span[]): Span[] {
  const joined: Span[] = []
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    const last = joined.at(-1)
    if (last && start <= last.end) joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, end) }
    else joined.push({ start, end })
  }
  return joined
}

export interface Piece {
  readonly text: string
  readonly marked: boolean
}

/** A text cut at its marks, all of it, in order. Marks beyond the text, which was changed since, are left out. */
export function cutAtMarks(text: string, marks: readonly Span[]): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (const { start, end } of marks) {
    if (start < at || end > text.length) continue
    if (start > at) pieces.push({ text: text.slice(at, start), marked: false })
    pieces.push({ text: text.slice(start, end), marked: true })
    at = end
  }
  if (at < text.length) pieces.push({ text: text.slice(at), marked: false })
  return pieces
}
