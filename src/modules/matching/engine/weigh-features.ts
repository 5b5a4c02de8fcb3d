import { LOCALES } from '../../../kernel/locale.ts'
import { type FeatureBook, type RawFeatures, localeBit } from './features.ts'
import type { MatchIndex } from './index-shape.ts'

/** A text that names a concept also speaks, more softly, of the wider ones. */
const PARENT_SHARE = [1, 0.35, 0.12] as const

const SKELETON_WEIGHT = 0.6

/** Strength × specificity × rarity, spread to wider concepts, at unit length: concepts and keywords together, words per language. */
export function weighFeatures(
  index: MatchIndex,
  raw: RawFeatures,
): { features: Int32Array; weights: Float32Array; named: Uint8Array } {
  const { tree, book } = index
  const weights = new Map<number, number>()
  for (const [feature, strength] of raw.strengths) {
    const kind = book.kinds[feature]
    if (kind === 'concept') spreadConcept(index, weights, feature, strength)
    else weights.set(feature, strength * rarityOf(index, feature) * (kind === 'skeleton' ? SKELETON_WEIGHT : 1))
  }
  const squares = new Float64Array(1 + LOCALES.length)
  for (const [feature, weight] of weights) {
    if (isTopical(book, feature)) squares[0] = (squares[0] ?? 0) + weight * weight
    else
      eachLocale(raw.localeBits.get(feature) ?? 0, (at) => (squares[1 + at] = (squares[1 + at] ?? 0) + weight * weight))
  }
  const features = Int32Array.from(weights.keys()).sort()
  const scaled = Float32Array.from(features, (feature) => {
    const weight = weights.get(feature) ?? 0
    if (isTopical(book, feature)) return weight / Math.sqrt(squares[0] ?? 1)
    let longest = 0
    eachLocale(raw.localeBits.get(feature) ?? 0, (at) => (longest = Math.max(longest, squares[1 + at] ?? 0)))
    return weight / Math.sqrt(longest || 1)
  })
  const named = Uint8Array.from(features, (feature) =>
    feature < tree.ids.length && !raw.strengths.has(feature) ? 0 : 1,
  )
  return { features, weights: scaled, named }
}

function spreadConcept(index: MatchIndex, weights: Map<number, number>, concept: number, strength: number): void {
  let at = concept
  for (const share of PARENT_SHARE) {
    if (at < 0) return
    const weight = strength * share * (index.tree.specificity[at] ?? 1) * rarityOf(index, at)
    if (weight > (weights.get(at) ?? 0)) weights.set(at, weight)
    at = index.tree.parents[at] ?? -1
  }
}

const rarityOf = (index: MatchIndex, feature: number): number => index.rarity[feature] ?? index.rarest

/** Concepts and keyword codes say what a profile is about; words and skeletons are wording. */
export const isTopical = (book: FeatureBook, feature: number): boolean => {
  const kind = book.kinds[feature]
  return kind === 'concept' || kind === 'technology' || kind === 'market'
}

function eachLocale(bits: number, visit: (locale: number) => void): void {
  LOCALES.forEach((locale, at) => {
    if ((bits & localeBit(locale)) !== 0) visit(at)
  })
}
