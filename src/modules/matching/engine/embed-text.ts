import { LOCALES, type Locale } from '../../../kernel/locale.ts'
import { type SubwordEmbedding, addToken, toUnitLength } from './embedding.ts'
import type { Thesaurus } from './thesaurus.ts'
import { type Stemmers, type Token, tokenise } from './tokens.ts'
import { type WordVectors, vectorOfWord } from './word-vectors.ts'

/** Share of a known concept's meaning that is taken from the concept itself, the same in every language. */
export const CONCEPT_SHARE = 0.85

/** Words of one language with the concepts they stand for. */
export interface EmbeddableText {
  readonly tokens: readonly Token[]
  /** Concept of each token; -1 for none. */
  readonly conceptOf: readonly number[]
  readonly concepts: readonly number[]
}

/** Concepts as vectors, and how telling words and concepts are among the texts at hand (0..1, see `tellingWeight`). */
export interface EmbeddingContext {
  /** One vector per concept, row after row. */
  readonly conceptVectors: Float32Array
  /** By concept. */
  readonly conceptWeights: Float32Array
  /** By stem; a stem that is not in it counts fully. */
  readonly wordWeights: ReadonlyMap<string, number>
}

/** Share of texts at which a word counts half. */
const HALF_WORTH_SHARE = 0.02

/**
 * Weight of a word that stands in `count` of `total` texts: what every profile says ("we develop and produce") tells
 * nothing (smooth inverse frequency, Arora, Liang, Ma 2017).
 */
export const tellingWeight = (count: number, total: number): number =>
  HALF_WORTH_SHARE / (HALF_WORTH_SHARE + count / Math.max(total, 1))

/**
 * The vector of one text in one language at unit length; zero when there is no token. Repetition is damped. Where words
 * stand for a known concept, part of their weight goes to the concept's own vector, so that translations agree.
 */
export function embedText(
  vectors: WordVectors,
  { conceptVectors, conceptWeights, wordWeights }: EmbeddingContext,
  { tokens, conceptOf, concepts }: EmbeddableText,
  locale: Locale,
): Float32Array {
  const { embedding } = vectors
  const { dimensions } = embedding
  const sum = new Float32Array(dimensions)
  const words = new Map<string, { token: Token; count: number; share: number }>()
  tokens.forEach((token, at) => {
    const known = words.get(token.stem)
    if (known) known.count += 1
    else words.set(token.stem, { token, count: 1, share: (conceptOf[at] ?? -1) < 0 ? 1 : 1 - CONCEPT_SHARE })
  })
  for (const { token, count, share } of words.values()) {
    const weight = share * (wordWeights.get(token.stem) ?? 1) * (1 + Math.log(count))
    const { values } = vectorOfWord(vectors, token)
    for (let at = 0; at < dimensions; at += 1) sum[at] = sum[at]! + weight * values[at]!
  }
  for (const [concept, count] of countEach(concepts)) {
    const weight = CONCEPT_SHARE * (conceptWeights[concept] ?? 1) * (1 + Math.log(count))
    for (let at = 0; at < dimensions; at += 1) {
      sum[at] = sum[at]! + weight * conceptVectors[concept * dimensions + at]!
    }
  }
  if (sum.every((value) => value === 0)) return sum
  toUnitLength(sum)
  const covered = conceptOf.filter((concept) => concept >= 0).length
  const common = (CONCEPT_SHARE * covered) / tokens.length
  const { means } = embedding
  for (let at = 0; at < dimensions; at += 1) {
    const ofAll = (means.ko[at]! + means.ru[at]! + means.en[at]!) / LOCALES.length
    sum[at] = sum[at]! - common * ofAll - (1 - common) * means[locale][at]!
  }
  return toUnitLength(sum)
}

function countEach(items: readonly number[]): Map<number, number> {
  const counts = new Map<number, number>()
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1)
  return counts
}

/** One vector per concept: the mean over its terms in all languages of the sum of their words. */
export function embedConcepts(embedding: SubwordEmbedding, { concepts }: Thesaurus, stemmers: Stemmers): Float32Array {
  const { dimensions } = embedding
  const vectors = new Float32Array(concepts.length * dimensions)
  concepts.forEach(({ terms }, concept) => {
    const vector = vectors.subarray(concept * dimensions, (concept + 1) * dimensions)
    for (const locale of LOCALES) {
      for (const term of terms[locale]) {
        const weight = 1 / (LOCALES.length * terms[locale].length)
        for (const token of tokenise(term, stemmers).tokens) addToken(embedding, token, weight, vector)
      }
    }
  })
  return vectors
}
