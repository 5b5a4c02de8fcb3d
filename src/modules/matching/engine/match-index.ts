import { LOCALES } from '../../../kernel/locale.ts'
import { buildConceptTree } from './concept-tree.ts'
import { embedConcepts, embedText, tellingWeight } from './embed-text.ts'
import { toUnitLength } from './embedding.ts'
import { type RawFeatures, openFeatureBook, readFeatures } from './features.ts'
import { type PairPolicy, gateClassOf } from './gates.ts'
import type { MatchParty, MatchProfile } from './party.ts'
import { CONTENT_WEIGHT, CONTENT_WEIGHT_WITHOUT_EMBEDDING, type ContentWeights } from './content-weights.ts'
import { drawCrowdSample, fillCrowding } from './crowding.ts'
import type { IndexedProfile, LanguageTools, MatchIndex } from './index-shape.ts'
import { UNKNOWN_BASELINE, languageMark, learnBaselines } from './language-pairs.ts'
import { addRow, openShelf } from './postings.ts'
import { learnOutsideBaselines } from './outside-model.ts'
import { stopStems } from './stop-words.ts'
import { buildTagger } from './tagger.ts'
import type { Thesaurus } from './thesaurus.ts'
import { weighFeatures } from './weigh-features.ts'
import { openWordVectors } from './word-vectors.ts'

export type { LanguageTools, MatchIndex } from './index-shape.ts'

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
  index.rarity = Float32Array.from(index.book.kinds, (_, feature) =>
    Math.log(1 + total / ((counts[feature] ?? 0) + 0.5)),
  )
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
  learnOutsideBaselines(index)
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

function openIndex(
  thesaurus: Thesaurus,
  language: LanguageTools,
  policy: PairPolicy,
  weights: ContentWeights,
): MatchIndex {
  const tree = buildConceptTree(thesaurus)
  const dimensions = language.embedding?.dimensions ?? 0
  return {
    policy,
    weights,
    language,
    tree,
    tagger: buildTagger(thesaurus, language.stemmers),
    stops: stopStems(language.stemmers),
    wordVectors: language.embedding ? openWordVectors(language.embedding) : null,
    readWords: new Map(),
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
    sides: new Map(),
    gateClasses: { numbers: new Map(), examples: [] },
    offers: openShelf(dimensions),
    requests: openShelf(dimensions),
    baselines: Array.from({ length: LOCALES.length ** 2 }, () => ({ ...UNKNOWN_BASELINE })),
    outsideBaselines: Array.from({ length: LOCALES.length ** 2 }, () => ({ ...UNKNOWN_BASELINE })),
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
  const { features, weights, named } = weighFeatures(index, raw)
  const shelf = profile.kind === 'offer' ? index.offers : index.requests
  const embedding = features.length === 0 ? new Float32Array(0) : embedProfile(index, raw)
  const owner = index.parties[party]
  const row = addRow(shelf, {
    profile: position,
    party,
    language: languageMark(raw),
    side: owner ? sideNumber(index, owner.sideId) : -1,
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

function sideNumber({ sides }: MatchIndex, sideId: string): number {
  const known = sides.get(sideId)
  if (known !== undefined) return known
  sides.set(sideId, sides.size)
  return sides.size - 1
}

function embedProfile(index: MatchIndex, raw: RawFeatures): Float32Array {
  const { wordVectors } = index
  const sum = new Float32Array(wordVectors?.embedding.dimensions ?? 0)
  if (!wordVectors) return sum
  for (const [locale, wording] of raw.wording) {
    const vector = embedText(wordVectors, index.embeddingContext, wording, locale)
    for (let at = 0; at < sum.length; at += 1) sum[at] = (sum[at] ?? 0) + (vector[at] ?? 0)
  }
  return toUnitLength(sum)
}
