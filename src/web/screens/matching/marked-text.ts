/** A stretch of a text and the reasons that speak of it, by their place in the list. */
export interface MarkedPiece {
  readonly text: string
  readonly reasons: readonly number[]
}

export interface Mark {
  readonly start: number
  readonly end: number
  readonly reason: number
}

/**
 * A text cut at the edges of its marks. Marks may overlap and lie inside each other; one that points outside the
 * text (it was changed since) marks what is left of it, or nothing. Offsets are UTF-16 units, as JavaScript counts.
 */
export function markText(text: string, marks: readonly Mark[]): MarkedPiece[] {
  const inside = marks
    .map((mark) => ({ ...mark, start: Math.max(0, mark.start), end: Math.min(text.length, mark.end) }))
    .filter(({ start, end }) => start < end)
  const edges = [...new Set([0, text.length, ...inside.flatMap(({ start, end }) => [start, end])])].toSorted(
    (a, b) => a - b,
  )
  return edges.slice(0, -1).map((from, index) => {
    const to = edges[index + 1] ?? text.length
    const reasons = inside.filter(({ start, end }) => start <= from && end >= to).map(({ reason }) => reason)
    return { text: text.slice(from, to), reasons: [...new Set(reasons)] }
  })
}

/** The words around a mark, to be quoted where the whole text is out of sight. */
export function quoteAround(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
  reach: number,
): { readonly before: string; readonly marked: string; readonly after: string } {
  const from = start - reach <= 0 ? 0 : wordEdge(text, start - reach, 1)
  const to = end + reach >= text.length ? text.length : wordEdge(text, end + reach, -1)
  return {
    before: `${from > 0 ? '…' : ''}${text.slice(Math.min(from, start), start)}`,
    marked: text.slice(start, end),
    after: `${text.slice(end, Math.max(to, end))}${to < text.length ? '…' : ''}`,
  }
}

/** The nearest beginning of a word in a direction, so that no word is quoted in half. */
function wordEdge(text: string, at: number, step: 1 | -1): number {
  let edge = at
  while (edge > 0 && edge < text.length && !/\s/.test(text[edge - 1] ?? '')) edge += step
  return edge
}
