import type { EvidenceSpan } from './match.ts'
import type { IndexedProfile, MatchIndex, ProfileWord } from './index-shape.ts'
import { multiplyRows, openPackedRows, packRow } from './packed-rows.ts'
import { tagText } from './tagger.ts'
import type { Token } from './tokens.ts'
import { type WordVectors, vectorOfWord } from './word-vectors.ts'

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
  const { wordVectors } = index
  if (!wordVectors) return []
  const needWords = wordsOf(index, wordVectors, need)
  const offerWords = wordsOf(index, wordVectors, offer)
  const packed = openPackedRows(wordVectors.embedding.dimensions, offerWords.length)
  for (const { vector } of offerWords) packRow(packed, vector.unit, 0)
  const cosines = new Int32Array(offerWords.length)
  const pairs: { own: ProfileWord; other: ProfileWord; strength: number; closeness: number }[] = []
  let total = 0
  for (const own of needWords) {
    multiplyRows(packed, own.vector.unit, 0, cosines)
    let best = -1
    let strength = 0
    for (let at = 0; at < cosines.length; at += 1) {
      const dot = cosines[at]! * offerWords[at]!.weight
      if (dot > strength) {
        strength = dot
        best = at
      }
    }
    const other = offerWords[best]
    if (!other) continue
    total += strength * own.weight
    pairs.push({ own, other, strength: strength * own.weight, closeness: cosines[best]! / (127 * 127) })
  }
  return pairs
    .toSorted((a, b) => b.strength - a.strength)
    .map(({ own, other, strength, closeness }) => ({
      need: evidenceOf(need, own),
      offer: evidenceOf(offer, other),
      share: strength / total,
      closeness,
    }))
}

function evidenceOf({ profile }: IndexedProfile, { stem, concept, places }: ProfileWord): WordEvidence {
  const spans: EvidenceSpan[] = []
  for (let at = 0; at < places.length; at += 3) {
    const textIndex = places[at]!
    const written = profile.texts[textIndex]
    if (!written) continue
    const [start, end] = [places[at + 1]!, places[at + 2]!]
    const { field, locale, text } = written
    spans.push({ profileId: profile.id, field, locale, textIndex, start, end, surface: text.slice(start, end) })
  }
  return { stem, concept, spans }
}

/** Profiles whose words are remembered: ranking a programme compares each of them a hundred times. */
const READ_MAX = 10_000

function wordsOf(index: MatchIndex, vectors: WordVectors, profile: IndexedProfile): readonly ProfileWord[] {
  const { readWords } = index
  let words = readWords.get(profile)
  if (!words) {
    if (readWords.size >= READ_MAX) readWords.clear()
    words = readProfile(index, vectors, profile)
    readWords.set(profile, words)
  }
  return words
}

function readProfile(index: MatchIndex, vectors: WordVectors, { profile }: IndexedProfile): ProfileWord[] {
  const words = new Map<string, { token: Token; concept: number; count: number; places: number[] }>()
  profile.texts.forEach(({ text, locale }, textIndex) => {
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
        word = { token, concept, count: 0, places: [] }
        words.set(key, word)
      }
      word.count += 1
      if (word.places.length < 3 * SPANS_MAX) word.places.push(textIndex, token.start, token.end)
    })
  })
  return [...words.values()].map(({ token, concept, count, places }) => {
    const vector = vectorOfWord(vectors, token)
    const worth = index.embeddingContext.wordWeights.get(token.stem) ?? 1
    return { stem: token.stem, concept, places, vector, weight: worth * (1 + Math.log(count)) * vector.length }
  })
}
