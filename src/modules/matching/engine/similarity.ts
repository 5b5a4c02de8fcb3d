import { CROWDING_SHARE, TYPICAL_CROWDING } from './crowding.ts'
import { embeddingCosine, languageMark, pairClass, pairOfMarks } from './language-pairs.ts'
import type { IndexedProfile, MatchIndex } from './index-shape.ts'
import { outsideContent } from './outside-model.ts'
import { multiplyRows } from './packed-rows.ts'
import { softlyCut } from './softly-cut.ts'
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

/** Never below `contentToPoints`, without the exponential. */
export const pointsAtMost = (content: number): number => Math.min(100, (100.001 / CONTENT_SCALE) * content)

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
  /** Of the outside model; 0 where none is asked. */
  readonly outside: number
}

/** Exact comparison of one request with one offer. Symmetric in effort, not in meaning. */
export function compareProfiles(index: MatchIndex, need: IndexedProfile, offer: IndexedProfile): Content {
  if (need.empty || offer.empty) return { total: 0, features: [], embedding: 0, outside: 0 }
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
  const outside = outsideContent(index, need, offer)
  return { total: total + embedding + outside, features, embedding, outside }
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
  if (own.profile.outsideVector && !own.empty) addOutsideModel(index, own, contents)
  return contents
}

function addOutsideModel(index: MatchIndex, own: IndexedProfile, contents: Float32Array): void {
  const ownIsNeed = own.profile.kind === 'request'
  const { profiles } = ownIsNeed ? index.offers : index.requests
  for (let row = 0; row < contents.length; row += 1) {
    if (contents[row] === NOT_COMPARED) continue
    const other = index.profiles[profiles[row]!]!
    if (other.empty) continue
    contents[row] = contents[row]! + (ownIsNeed ? outsideContent(index, own, other) : outsideContent(index, other, own))
  }
}

/**
 * The hot loop of the engine: `compareProfiles` of one profile with a whole shelf. `contents` comes in as topical
 * cosines and goes out as contents; embedding cosines are counted in whole numbers.
 */
function joinEvidence(index: MatchIndex, own: IndexedProfile, contents: Float32Array, wording: Float32Array): void {
  const ownIsNeed = own.profile.kind === 'request'
  const ownShelf = ownIsNeed ? index.requests : index.offers
  const { crowding, languages, lanes, dimensions } = ownIsNeed ? index.offers : index.requests
  const ownSide = index.policy.sameSide === 'allowed' ? -1 : ownShelf.sides[own.row]!
  const { slopes, offsets, perWording } = measuresByLanguage(index, own, ownShelf.crowding[own.row]!)
  const { topic, embedding } = index.weights
  for (const [side, { rows, packed }] of lanes) {
    if (side === ownSide) {
      for (let at = 0; at < packed.length; at += 1) contents[rows[at]!] = NOT_COMPARED
      continue
    }
    const dots = new Int32Array(packed.length)
    multiplyRows(packed, ownShelf.embeddings, own.row * dimensions, dots)
    for (let at = 0; at < dots.length; at += 1) {
      const row = rows[at]!
      const mark = languages[row]!
      const dot = dots[at]!
      let content = topic * contents[row]! + perWording[mark]! * wording[row]!
      if (dot !== 0) {
        content += embedding * softlyCutByTable(dot * slopes[mark]! - offsets[mark]! - CROWDING_SHARE * crowding[row]!)
      }
      contents[row] = content
    }
  }
}

/** One more than the largest `languageMark`. */
const MARKS = 32

/** What `compareProfiles` looks up for a pair of profiles, by the `languageMark` of the other. */
function measuresByLanguage(index: MatchIndex, own: IndexedProfile, ownCrowding: number) {
  const mark = languageMark(own)
  const [slopes, offsets, perWording] = [new Float64Array(MARKS), new Float64Array(MARKS), new Float64Array(MARKS)]
  for (let theirs = 0; theirs < MARKS; theirs += 1) {
    perWording[theirs] = index.weights.wording / wordingDivisor((mark & theirs) >> 2)
    const baseline =
      index.baselines[own.profile.kind === 'request' ? pairOfMarks(mark, theirs) : pairOfMarks(theirs, mark)]
    if (!baseline) continue
    slopes[theirs] = 1 / (16_129 * baseline.deviation)
    offsets[theirs] = baseline.mean / baseline.deviation + CROWDING_SHARE * (ownCrowding - 2 * TYPICAL_CROWDING)
  }
  return { slopes, offsets, perWording }
}
