import { LOCALES } from '../../../kernel/locale.ts'
import { CROWDING_SHARE, TYPICAL_CROWDING } from './crowding.ts'
import { embeddingCosine, languageMark, pairClass, pairOfMarks } from './language-pairs.ts'
import { type IndexedProfile, type MatchIndex, isTopical } from './match-index.ts'

/**
 * Words can only be shared where a language or an alphabet is shared, so the same amount of shared wording means
 * more between two languages than within one. Divisor of the wording cosine by that.
 */
export const WORDING_SCALE = { sameLanguage: 0.8, acrossLanguages: 0.5 } as const

/** Content at which a direction has covered 63 % of the way to 100 points. */
const CONTENT_SCALE = 0.45

/** Content (≥ 0, about 1 for a very good pair) to points 0..100, with falling returns. */
export const contentToPoints = (content: number): number => 100 * (1 - Math.exp(-content / CONTENT_SCALE))

/**
 * Embedding cosine to evidence: how many deviations it stands above unrelated profiles of the same two languages (raw
 * cosines are never compared across languages), corrected by the crowding of both, softly cut at one deviation.
 */
export function embeddingEvidence(index: MatchIndex, need: IndexedProfile, offer: IndexedProfile, cosine: number): number {
  const baseline = index.baselines[pairClass(need, offer)]
  // A cosine of exactly 0 is a text without any known word.
  if (!baseline || cosine === 0) return 0
  const needCrowd = index.requests.crowding[need.row * LOCALES.length + offer.primaryLocale] ?? TYPICAL_CROWDING
  const offerCrowd = index.offers.crowding[offer.row * LOCALES.length + need.primaryLocale] ?? TYPICAL_CROWDING
  const crowding = CROWDING_SHARE * (needCrowd + offerCrowd - 2 * TYPICAL_CROWDING)
  return softlyCut((cosine - baseline.mean) / baseline.deviation - crowding)
}

const softlyCut = (deviations: number): number =>
  (deviations > 20 ? deviations - 1 : Math.log1p(Math.exp(deviations - 1))) / 6

/** `softlyCut` by table, for scans: exact to a hundred-thousandth, which the exact comparison then puts right. */
const CUT_FROM = -12
const CUT_STEPS = 64
const CUT_TABLE = Float32Array.from({ length: 33 * CUT_STEPS }, (_, at) => softlyCut(CUT_FROM + at / CUT_STEPS))

function softlyCutByTable(deviations: number): number {
  const at = (deviations - CUT_FROM) * CUT_STEPS
  if (at <= 0) return 0
  const step = at | 0
  if (step + 1 >= CUT_TABLE.length) return softlyCut(deviations)
  const low = CUT_TABLE[step]!
  return low + (CUT_TABLE[step + 1]! - low) * (at - step)
}

/** Divisor of the wording cosine, by the languages both profiles have (as bits). */
export function wordingDivisor(shared: number): number {
  if (shared === 0) return WORDING_SCALE.acrossLanguages
  return WORDING_SCALE.sameLanguage * ((shared & 1) + ((shared >> 1) & 1) + ((shared >> 2) & 1))
}

/** The parts of one request–offer pair's content, feature by feature. */
export interface Content {
  readonly total: number
  /** Shared features with their share of `total`. */
  readonly features: readonly { readonly feature: number; readonly share: number }[]
  readonly embedding: number
}

/** Exact comparison of one request with one offer. Symmetric in effort, not in meaning. */
export function compareProfiles(index: MatchIndex, need: IndexedProfile, offer: IndexedProfile): Content {
  if (need.empty || offer.empty) return { total: 0, features: [], embedding: 0 }
  const { weights } = index
  const divisor = wordingDivisor(need.localeMask & offer.localeMask)
  const features: { feature: number; share: number }[] = []
  let total = 0
  for (let n = 0, o = 0; n < need.features.length && o < offer.features.length; ) {
    const feature = need.features[n] ?? 0
    const other = offer.features[o] ?? 0
    if (feature === other) {
      const dot = (need.weights[n] ?? 0) * (offer.weights[o] ?? 0)
      const share = isTopical(index.book, feature) ? weights.topic * dot : (weights.wording * dot) / divisor
      features.push({ feature, share })
      total += share
    }
    if (feature <= other) n += 1
    if (other <= feature) o += 1
  }
  const cosine = embeddingCosine(index.requests, need.row, index.offers, offer.row)
  const embedding = weights.embedding * embeddingEvidence(index, need, offer, cosine)
  return { total: total + embedding, features, embedding }
}

/** Content of one request with every offer (or one offer with every request), by row of the other shelf. */
export function scanShelf(index: MatchIndex, own: IndexedProfile): Float32Array {
  const ownIsNeed = own.profile.kind === 'request'
  const shelf = ownIsNeed ? index.offers : index.requests
  const topic = new Float32Array(shelf.length)
  if (own.empty) return topic
  const wording = new Float32Array(shelf.length)
  own.features.forEach((feature, position) => {
    const posting = shelf.postings.get(feature)
    if (!posting) return
    const weight = own.weights[position] ?? 0
    const into = isTopical(index.book, feature) ? topic : wording
    const { rows, weights, length } = posting
    for (let at = 0; at < length; at += 1) {
      const row = rows[at]!
      into[row] = into[row]! + weight * weights[at]!
    }
  })
  const evidence = scanEmbeddings(index, own)
  const mark = languageMark(own)
  for (let row = 0; row < shelf.length; row += 1) {
    const theirs = shelf.languages[row]!
    topic[row] =
      index.weights.topic * topic[row]! +
      (wording[row] === 0 ? 0 : (index.weights.wording * wording[row]!) / wordingDivisor((mark & theirs) >> 2)) +
      index.weights.embedding * evidence[row]!
  }
  return topic
}

/** The hot loop of the engine: `embeddingEvidence` of one profile with a whole shelf, cosines in whole numbers. */
function scanEmbeddings(index: MatchIndex, own: IndexedProfile): Float32Array {
  const ownIsNeed = own.profile.kind === 'request'
  const ownShelf = ownIsNeed ? index.requests : index.offers
  const { embeddings, crowding, languages, length, dimensions } = ownIsNeed ? index.offers : index.requests
  const evidence = new Float32Array(length)
  if (dimensions === 0) return evidence
  const vector = Int32Array.from(ownShelf.embeddings.subarray(own.row * dimensions, (own.row + 1) * dimensions))
  const mark = languageMark(own)
  for (let row = 0, base = 0; row < length; row += 1) {
    let dot = 0
    for (let at = 0; at < dimensions; at += 4, base += 4) {
      dot +=
        vector[at]! * embeddings[base]! +
        vector[at + 1]! * embeddings[base + 1]! +
        vector[at + 2]! * embeddings[base + 2]! +
        vector[at + 3]! * embeddings[base + 3]!
    }
    if (dot === 0) continue
    const theirs = languages[row]!
    const baseline = index.baselines[ownIsNeed ? pairOfMarks(mark, theirs) : pairOfMarks(theirs, mark)]!
    const crowd =
      ownShelf.crowding[own.row * LOCALES.length + (theirs & 3)]! + crowding[row * LOCALES.length + own.primaryLocale]!
    const deviations =
      (dot / 16_129 - baseline.mean) / baseline.deviation - CROWDING_SHARE * (crowd - 2 * TYPICAL_CROWDING)
    evidence[row] = softlyCutByTable(deviations)
  }
  return evidence
}
