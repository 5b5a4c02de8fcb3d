import { LOCALES } from '../../../kernel/locale.ts'
import { type ConceptTree, buildConceptTree } from './concept-tree.ts'
import {
  type EmbeddingContext,
  type SubwordEmbedding,
  embedConcepts,
  embedText,
  tellingWeight,
  toUnitLength,
} from './embedding.ts'
import { type FeatureBook, type RawFeatures, localeBit, openFeatureBook, readFeatures } from './features.ts'
import { type GateClasses, type PairPolicy, gateClassOf } from './gates.ts'
import type { MatchParty, MatchProfile } from './party.ts'
import { CONTENT_WEIGHT, CONTENT_WEIGHT_WITHOUT_EMBEDDING, type ContentWeights } from './content-weights.ts'
import { type CrowdSample, drawCrowdSample, fillCrowding } from './crowding.ts'
import { type PairBaseline, UNKNOWN_BASELINE, languageMark, learnBaselines } from './language-pairs.ts'
import { type Shelf, addRow, openShelf } from './postings.ts'
import { stopStems } from './stop-words.ts'
import { type Tagger, buildTagger } from './tagger.ts'
import type { Thesaurus } from './thesaurus.ts'
import type { Stemmers } from './tokens.ts'

/** What the engine needs to know of languages, from outside. Without `embedding` the concepts and words decide alone. */
export interface LanguageTools {
  readonly stemmers: Stemmers
  readonly embedding?: SubwordEmbedding
}

/** A profile as rows of numbers. */
export interface IndexedProfile {
  readonly party: number
  readonly profile: MatchProfile
  readonly row: number
  readonly features: Int32Array
  /** Own weights: concepts and keywords at unit length together, words at unit length per language. */
  readonly weights: Float32Array
  /** Bit of each feature that the text itself names (others come from a narrower concept). */
  readonly named: Uint8Array
  /** Quadruples feature, textIndex, start, end. */
  readonly evidence: Int32Array
  readonly localeMask: number
  readonly primaryLocale: number
  readonly empty: boolean
}

/** Parties ready for ranking. Its fields are the engine's own business; callers pass it on. */
export interface MatchIndex {
  readonly policy: PairPolicy
  readonly weights: ContentWeights
  readonly language: LanguageTools
  readonly tree: ConceptTree
  readonly tagger: Tagger
  readonly stops: ReadonlySet<string>
  /** Fixed when the index is built, like `rarity`. */
  embeddingContext: EmbeddingContext
  readonly book: FeatureBook
  /** ln-scaled rarity by feature, fixed when the index is built; features seen later count as rarest. */
  rarity: Float32Array
  rarest: number
  /** By position; null after removal. */
  readonly parties: (MatchParty | null)[]
  readonly positions: Map<string, number>
  readonly profilesOfParty: number[][]
  readonly profiles: IndexedProfile[]
  readonly gateClasses: GateClasses
  readonly offers: Shelf
  readonly requests: Shelf
  /** By language pair, see `pairClass`. */
  readonly baselines: PairBaseline[]
  /** Null until the index is built. */
  crowdSample: CrowdSample | null
}

/**
 * Builds the index of a programme's parties. Rarity of features and baselines per language pair are learned from
 * these parties and stay fixed for later `insertParty`; rebuild when the programme has changed by a third or so.
 */
export function buildIndex(
  parties: readonly MatchParty[],
  thesaurus: Thesaurus,
  language: LanguageTools,
  policy: PairPolicy = { sameSide: 'excluded' },
  weights: ContentWeights = language.embedding ? CONTENT_WEIGHT : CONTENT_WEIGHT_WITHOUT_EMBEDDING,
): MatchIndex {
  const index = openIndex(thesaurus, language, policy, weights)
  const raw: RawFeatures[][] = []
  const counts: number[] = []
  const wordCounts = new Map<string, number>()
  let total = 0
  for (const party of parties) {
    const read = party.profiles.map((profile) => readFeatures(index.book, index.tagger, index.stops, profile))
    raw.push(read)
    for (const { strengths, wording } of read) {
      total += 1
      for (const feature of strengths.keys()) counts[feature] = (counts[feature] ?? 0) + 1
      if (language.embedding) countWords(wording, wordCounts)
    }
  }
  index.rarity = Float32Array.from(index.book.kinds, (_, feature) => Math.log(1 + total / ((counts[feature] ?? 0) + 0.5)))
  index.rarest = Math.log(1 + total / 1.5)
  index.embeddingContext = {
    conceptVectors: index.embeddingContext.conceptVectors,
    conceptWeights: Float32Array.from(index.tree.ids, (_, concept) => tellingWeight(counts[concept] ?? 0, total)),
    wordWeights: new Map([...wordCounts].map(([stem, count]) => [stem, tellingWeight(count, total)])),
  }
  parties.forEach((party, position) => {
    addParty(index, party, raw[position] ?? [])
    raw[position] = []
  })
  learnBaselines(index)
  index.crowdSample = drawCrowdSample(index)
  for (const profile of index.profiles) fillCrowding(index, index.crowdSample, profile)
  return index
}

/** Adds one to every stem that a profile uses. */
function countWords(wording: RawFeatures['wording'], counts: Map<string, number>): void {
  const stems = new Set<string>()
  for (const { tokens } of wording.values()) for (const { stem } of tokens) stems.add(stem)
  for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1)
}

function openIndex(thesaurus: Thesaurus, language: LanguageTools, policy: PairPolicy, weights: ContentWeights): MatchIndex {
  const tree = buildConceptTree(thesaurus)
  const dimensions = language.embedding?.dimensions ?? 0
  return {
    policy,
    weights,
    language,
    tree,
    tagger: buildTagger(thesaurus, language.stemmers),
    stops: stopStems(language.stemmers),
    embeddingContext: {
      conceptVectors: language.embedding
        ? embedConcepts(language.embedding, thesaurus, language.stemmers)
        : new Float32Array(0),
      conceptWeights: new Float32Array(tree.ids.length).fill(1),
      wordWeights: new Map(),
    },
    book: openFeatureBook(tree),
    rarity: new Float32Array(0),
    rarest: 1,
    parties: [],
    positions: new Map(),
    profilesOfParty: [],
    profiles: [],
    gateClasses: { numbers: new Map(), examples: [] },
    offers: openShelf(dimensions),
    requests: openShelf(dimensions),
    baselines: Array.from({ length: LOCALES.length ** 2 }, () => ({ ...UNKNOWN_BASELINE })),
    crowdSample: null,
  }
}

/** Adds a party, or replaces the one of the same id. */
export function insertParty(index: MatchIndex, party: MatchParty): void {
  removeParty(index, party.id)
  addParty(
    index,
    party,
    party.profiles.map((profile) => readFeatures(index.book, index.tagger, index.stops, profile)),
  )
}

/** Takes a party out of every later answer; unknown ids are ignored. */
export function removeParty(index: MatchIndex, partyId: string): void {
  const position = index.positions.get(partyId)
  if (position === undefined) return
  index.parties[position] = null
  index.positions.delete(partyId)
}

function addParty(index: MatchIndex, party: MatchParty, raw: readonly RawFeatures[]): void {
  if (index.positions.has(party.id)) throw new Error(`Two parties have the id "${party.id}"`)
  const position = index.parties.length
  index.parties.push(party)
  index.positions.set(party.id, position)
  index.profilesOfParty.push(
    party.profiles.map((profile, at) => {
      const features = raw[at]
      if (!features) throw new Error(`Profile "${profile.id}" was not read`)
      return addProfile(index, position, profile, features)
    }),
  )
}

function addProfile(index: MatchIndex, party: number, profile: MatchProfile, raw: RawFeatures): number {
  const position = index.profiles.length
  const { features, weights, named } = weigh(index, raw)
  const shelf = profile.kind === 'offer' ? index.offers : index.requests
  const embedding = features.length === 0 ? new Float32Array(0) : embedProfile(index, raw)
  const owner = index.parties[party]
  const row = addRow(shelf, {
    profile: position,
    party,
    language: languageMark(raw),
    gateClass: owner ? gateClassOf(index.gateClasses, profile, owner) : -1,
    features,
    weights,
    embedding,
  })
  const added: IndexedProfile = {
    party,
    profile,
    row,
    features,
    weights,
    named,
    evidence: raw.evidence,
    localeMask: raw.localeMask,
    primaryLocale: raw.primaryLocale,
    empty: features.length === 0,
  }
  index.profiles.push(added)
  if (index.crowdSample) fillCrowding(index, index.crowdSample, added)
  return position
}

function embedProfile(index: MatchIndex, raw: RawFeatures): Float32Array {
  const { embedding } = index.language
  const sum = new Float32Array(embedding?.dimensions ?? 0)
  if (!embedding) return sum
  for (const [locale, wording] of raw.wording) {
    const vector = embedText(embedding, index.embeddingContext, wording, locale)
    for (let at = 0; at < sum.length; at += 1) sum[at] = (sum[at] ?? 0) + (vector[at] ?? 0)
  }
  return toUnitLength(sum)
}

/** A text that names a concept also speaks, more softly, of the wider ones. */
const PARENT_SHARE = [1, 0.35, 0.12] as const

const SKELETON_WEIGHT = 0.6

/** Strength × specificity × rarity, spread to wider concepts, at unit length: concepts and keywords together, words per language. */
function weigh(index: MatchIndex, raw: RawFeatures): { features: Int32Array; weights: Float32Array; named: Uint8Array } {
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
    else eachLocale(raw.localeBits.get(feature) ?? 0, (at) => (squares[1 + at] = (squares[1 + at] ?? 0) + weight * weight))
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
