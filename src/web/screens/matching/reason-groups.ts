/** What a reason speaks of, for the parts of the bar: what both write, what both chose, how they write, who they are. */
export const REASON_GROUPS = ['terms', 'keywords', 'wording', 'fit'] as const
export type ReasonGroup = (typeof REASON_GROUPS)[number]

const GROUP_OF: Readonly<Record<string, ReasonGroup>> = {
  concept: 'terms',
  'related-concept': 'terms',
  word: 'terms',
  'sound-alike': 'terms',
  keyword: 'keywords',
  'similar-wording': 'wording',
  'outside-model': 'wording',
  'minor-evidence': 'wording',
  'shared-language': 'fit',
  'size-wanted': 'fit',
  'certification-named': 'fit',
}

export interface GroupPart {
  /** `rest`: what the reasons at hand do not account for. */
  readonly group: ReasonGroup | 'rest'
  readonly points: number
}

const hundredths = (points: number): number => Math.round(points * 100)

/**
 * A score as parts by what its reasons speak of; together they are the score, to the hundredth. A list knows only
 * the strongest reasons, so that a rest remains.
 */
export function scoreParts(
  reasons: readonly { readonly code: string; readonly points: number }[],
  score: number,
): GroupPart[] {
  const sums = new Map<GroupPart['group'], number>()
  let left = hundredths(score)
  for (const { code, points } of reasons) {
    const group = GROUP_OF[code] ?? 'rest'
    sums.set(group, (sums.get(group) ?? 0) + hundredths(points))
    left -= hundredths(points)
  }
  if (left > 0) sums.set('rest', (sums.get('rest') ?? 0) + left)
  return [...REASON_GROUPS, 'rest' as const].flatMap((group) => {
    const sum = sums.get(group) ?? 0
    return sum > 0 ? [{ group, points: sum / 100 }] : []
  })
}

/** Whole points that are together the rounded score (largest remainder); what rounds to nothing is left out. */
export function wholePoints(parts: readonly GroupPart[]): GroupPart[] {
  const total = Math.round(parts.reduce((sum, { points }) => sum + hundredths(points), 0) / 100)
  const floors = parts.map(({ points }) => Math.floor(points))
  const missing = total - floors.reduce((sum, points) => sum + points, 0)
  const byRemainder = parts
    .map(({ points }, index) => ({ index, remainder: points - Math.floor(points) }))
    .toSorted((a, b) => b.remainder - a.remainder)
  const raised = new Set(byRemainder.slice(0, missing).map(({ index }) => index))
  return parts.flatMap(({ group }, index) => {
    const points = (floors[index] ?? 0) + (raised.has(index) ? 1 : 0)
    return points > 0 ? [{ group, points }] : []
  })
}
