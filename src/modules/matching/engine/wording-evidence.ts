import { type SubwordEmbedding, addToken } from './embedding.ts'
import type { EvidenceSpan } from './match.ts'
import type { IndexedProfile, MatchIndex } from './index-shape.ts'
import { tagText } from './tagger.ts'
import type { Token } from './tokens.ts'

/** A word of a profile: where it stands, and the concept it belongs to (-1: none). */
export interface WordEvidence {
  readonly stem: string
  readonly concept: number
  readonly spans: readonly EvidenceSpan[]
}

/** A word of the request with the closest word of the offer; shares of all pairs sum to 1. */
export interface WordPair {
  readonly need: WordEvidence
  readonly offer: WordEvidence
  readonly share: number
  /** Cosine of the two words: below about 0.4 they are merely the least far apart. */
  readonly closeness: number
}

/** Words compared at most; later ones of a very long text do not change the picture. */
const WORDS_MAX = 160
const SPANS_MAX = 3

/**
 * Says which words carry the embedding's similarity: the cosine of two sums is a sum over word pairs, and each word of
 * the request is credited with its best pair. An account of a statistical measure, not a proof of shared meaning.
 */
export function alignWords(index: MatchIndex, need: IndexedProfile, offer: IndexedProfile): WordPair[] {
  const { embedding } = index.language
  if (!embedding) return []
  const needWords = readWords(index, embedding, need)
  const offerWords = readWords(index, embedding, offer)
  const pairs: { need: WordEvidence; offer: WordEvidence; strength: number; closeness: number }[] = []
  let total = 0
  for (const own of needWords) {
    let best: (typeof offerWords)[number] | undefined
    let strength = 0
    for (const other of offerWords) {
      let dot = 0
      for (let at = 0; at < own.vector.length; at += 1) dot += own.vector[at]! * other.vector[at]!
      if (dot > strength) {
        strength = dot
        best = other
      }
    }
    if (!best) continue
    total += strength
    pairs.push({
      need: own,
      offer: best,
      strength,
      closeness: strength / (lengthOf(own.vector) * lengthOf(best.vector)),
    })
  }
  return pairs
    .map(({ need: own, offer: other, strength, closeness }) => ({
      need: own,
      offer: other,
      share: strength / total,
      closeness,
    }))
    .toSorted((a, b) => b.share - a.share)
}

const lengthOf = (vector: Float32Array): number => Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0))

interface WordVector extends WordEvidence {
  readonly vector: Float32Array
}

function readWords(index: MatchIndex, embedding: SubwordEmbedding, { profile }: IndexedProfile): WordVector[] {
  const words = new Map<string, { token: Token; concept: number; count: number; spans: EvidenceSpan[] }>()
  profile.texts.forEach(({ text, locale, field }, textIndex) => {
    const tagged = tagText(index.tagger, text, locale)
    const conceptOf = new Int32Array(tagged.tokens.length).fill(-1)
    for (const tag of tagged.tags) conceptOf.fill(tag.concept, tag.firstToken, tag.endToken)
    tagged.tokens.forEach((token, at) => {
      const concept = conceptOf[at] ?? -1
      if (concept < 0 && index.stops.has(token.stem)) return
      const key = `${concept} ${token.stem}`
      let word = words.get(key)
      if (!word) {
        if (words.size >= WORDS_MAX) return
        word = { token, concept, count: 0, spans: [] }
        words.set(key, word)
      }
      word.count += 1
      if (word.spans.length >= SPANS_MAX) return
      const { start, end } = token
      word.spans.push({ profileId: profile.id, field, locale, textIndex, start, end, surface: text.slice(start, end) })
    })
  })
  return [...words.values()].map(({ token, concept, count, spans }) => {
    const vector = new Float32Array(embedding.dimensions)
    const worth = index.embeddingContext.wordWeights.get(token.stem) ?? 1
    addToken(embedding, token, worth * (1 + Math.log(count)), vector)
    return { stem: token.stem, concept, spans, vector }
  })
}
