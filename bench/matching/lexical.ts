import type { Locale } from '../../src/kernel/locale.ts'
import { type Stemmers, tokenise } from '../../src/modules/matching/engine/index.ts'

export interface Document {
  readonly locale: Locale
  readonly text: string
}

/** The plain peer: Okapi BM25 (k1 1.2, b 0.75) over stems; between languages only shared alphabets can meet. */
export function scoreByBm25(
  queries: readonly Document[],
  pool: readonly Document[],
  stemmers: Stemmers,
): Float32Array[] {
  const stems = pool.map(({ text }) => tokenise(text, stemmers).tokens.map((token) => token.stem))
  const counts = stems.map((list) => {
    const count = new Map<string, number>()
    for (const stem of list) count.set(stem, (count.get(stem) ?? 0) + 1)
    return count
  })
  const frequency = new Map<string, number>()
  for (const count of counts) for (const stem of count.keys()) frequency.set(stem, (frequency.get(stem) ?? 0) + 1)
  const average = stems.reduce((sum, list) => sum + list.length, 0) / Math.max(1, stems.length)
  return queries.map(({ text }) => {
    const wanted = new Set(tokenise(text, stemmers).tokens.map((token) => token.stem))
    return Float32Array.from(counts, (count, at) => {
      let score = 0
      for (const stem of wanted) {
        const here = count.get(stem)
        if (!here) continue
        const seen = frequency.get(stem) ?? 0
        const rarity = Math.log(1 + (pool.length - seen + 0.5) / (seen + 0.5))
        score += (rarity * here * 2.2) / (here + 1.2 * (0.25 + (0.75 * (stems[at]?.length ?? 0)) / average))
      }
      return score
    })
  })
}
