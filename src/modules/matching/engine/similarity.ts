import { CROWDING_SHARE, TYPICAL_CROWDING } from './crowding.ts'
import { embeddingCosine, languageMark, pairClass, pairOfMarks } from './language-pairs.ts'
import type { IndexedProfile, MatchIndex } from './index-shape.ts'
import { isTopical } from './weigh-features.ts'

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
export function embeddingEvidence(
  index: MatchIndex,
  need: IndexedProfile,
  offer: IndexedProfile,
  cosine: number,
): number {
  const baseline = index.baselines[pairClass(need, offer)]
  // A cosine of exactly 0 is a text without any known word.
  if (!baseline || cosine === 0) return 0
  const crowding = index.requests.crowding[need.row]! + index.offers.crowding[offer.row]! - 2 * TYPICAL_CROWDING
  return softlyCut((cosine - baseline.mean) / baseline.deviation - CROWDING_SHARE * crowding)
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
  for (let n = 0, o = 0; n < need.features.length && o < offer.features.length;) {
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

/** Marks rows that are never compared: profiles of a side that may not be met. */
const NOT_COMPARED = -1

/**
 * Content of one request with every offer (or one offer with every request), by row of the other shelf; -1 where the
 * programme keeps the two sides apart.
 */
export function scanShelf(index: MatchIndex, own: IndexedProfile): Float32Array {
  const shelf = own.profile.kind === 'request' ? index.offers : index.requests
  const contents = new Float32Array(shelf.length)
  const wording = new Float32Array(shelf.length)
  if (!own.empty) {
    own.features.forEach((feature, position) => {
      const posting = shelf.postings.get(feature)
      if (!posting) return
      const weight = own.weights[position] ?? 0
      const into = isTopical(index.book, feature) ? contents : wording
      const { rows, weights, length } = posting
      for (let at = 0; at < length; at += 1) {
        const row = rows[at]!
        into[row] = into[row]! + weight * weights[at]!
      }
    })
  }
  joinEvidence(index, own, contents, wording)
  return contents
}

/**
 * The hot loop of the engine: `compareProfiles` of one profile with a whole shelf. `contents` comes in as topical
 * cosines and goes out as contents; embedding cosines are counted in whole numbers.
 */
function joinEvidence(index: MatchIndex, own: IndexedProfile, contents: Float32Array, wording: Float32Array): void {
  const ownIsNeed = own.profile.kind === 'request'
  const ownShelf = ownIsNeed ? index.requests : index.offers
  const { embeddings, crowding, languages, sides, dimensions } = ownIsNeed ? index.offers : index.requests
  const vector = Int32Array.from(ownShelf.embeddings.subarray(own.row * dimensions, (own.row + 1) * dimensions))
  const mark = languageMark(own)
  const ownSide = index.policy.sameSide === 'allowed' ? -1 : ownShelf.sides[own.row]!
  const ownCrowding = ownShelf.crowding[own.row]! - 2 * TYPICAL_CROWDING
  const { weights, baselines } = index
  for (let row = 0; row < contents.length; row += 1) {
    if (sides[row] === ownSide) {
      contents[row] = NOT_COMPARED
      continue
    }
    let dot = 0
    const base = row * dimensions
    for (let at = 0; at < dimensions; at += 4) {
      dot +=
        vector[at]! * embeddings[base + at]! +
        vector[at + 1]! * embeddings[base + at + 1]! +
        vector[at + 2]! * embeddings[base + at + 2]! +
        vector[at + 3]! * embeddings[base + at + 3]!
    }
    const theirs = languages[row]!
    let content = weights.topic * contents[row]!
    if (wording[row] !== 0) content += (weights.wording * wording[row]!) / wordingDivisor((mark & theirs) >> 2)
    if (dot !== 0) {
      const { mean, deviation } = baselines[ownIsNeed ? pairOfMarks(mark, theirs) : pairOfMarks(theirs, mark)]!
      const deviations = (dot / 16_129 - mean) / deviation - CROWDING_SHARE * (ownCrowding + crowding[row]!)
      content += weights.embedding * softlyCutByTable(deviations)
    }
    contents[row] = content
  }
}
