/** A reason of a match, as far as the board needs it. */
export interface MatchReason<Label> {
  readonly points: number
  readonly concept: { readonly label: Label } | null
  readonly values: Readonly<Record<string, string | number | readonly string[]>>
}

export interface MatchPart {
  readonly label: string
  readonly value: number
}

const MOST_PARTS = 3

/** The score as the parts of one bar: the strongest shared concepts and words, and the rest as one. They add up to it. */
export function matchParts<Label>(
  reasons: readonly MatchReason<Label>[],
  score: number,
  words: { readonly text: (label: Label) => string; readonly rest: string },
): readonly MatchPart[] {
  const parts = new Map<string, number>()
  for (const { concept, points, values } of reasons) {
    const label = concept ? words.text(concept.label) : typeof values.word === 'string' ? values.word : ''
    if (label !== '' && points > 0) parts.set(label, (parts.get(label) ?? 0) + points)
  }
  const named = [...parts]
    .map(([label, value]) => ({ label, value }))
    .toSorted((a, b) => b.value - a.value)
    .slice(0, MOST_PARTS)
  const rest = score - named.reduce((sum, { value }) => sum + value, 0)
  return rest >= 0.5 ? [...named, { label: words.rest, value: rest }] : named
}
