import { LOCALES } from '../../../kernel/locale.ts'
import { embeddingCosine, languageMark, pairOfMarks } from './language-pairs.ts'
import type { CrowdSample, IndexedProfile, MatchIndex } from './index-shape.ts'
import type { Shelf } from './postings.ts'

/**
 * Some texts lie close to everything: they would stand on every shortlist without meaning anything. A profile's crowding
 * is how close its nearest few neighbours usually are, in deviations above unrelated profiles; a pair is
 * judged by how far it stands above that, on both sides (cross-domain similarity local scaling, Conneau et al. 2018,
 * arXiv:1710.04087).
 */
const SAMPLE_PER_LANGUAGE = 400

/** Share of the sample that counts as nearest, and the least number. */
const NEAREST_SHARE = 0.01
const NEAREST_MIN = 3

/** Crowding of a profile of which nothing is known; small samples lean towards it. */
export const TYPICAL_CROWDING = 4
const TYPICAL_WEIGHT = 40

/** Weight of each side's crowding in the evidence. */
export const CROWDING_SHARE = 0.6

/** Rows spread evenly over each shelf, up to `SAMPLE_PER_LANGUAGE` of every main language. */
export function drawCrowdSample(index: MatchIndex): CrowdSample {
  const draw = (shelf: Shelf): Int32Array =>
    Int32Array.from(
      LOCALES.flatMap((_, locale) => {
        const rows: number[] = []
        for (let row = 0; row < shelf.length; row += 1) {
          const profile = index.profiles[shelf.profiles[row] ?? -1]
          if (profile && !profile.empty && profile.primaryLocale === locale) rows.push(row)
        }
        const stride = Math.max(1, rows.length / SAMPLE_PER_LANGUAGE)
        const count = Math.min(rows.length, SAMPLE_PER_LANGUAGE)
        return Array.from({ length: count }, (__, at) => rows[Math.floor(at * stride)] ?? 0)
      }),
    )
  return { offers: draw(index.offers), requests: draw(index.requests) }
}

/** Measures the crowding of one profile against the sample of the opposite kind. */
export function fillCrowding(index: MatchIndex, sample: CrowdSample, own: IndexedProfile): void {
  const isNeed = own.profile.kind === 'request'
  const shelf = isNeed ? index.requests : index.offers
  const opposite = isNeed ? index.offers : index.requests
  const mark = languageMark(own)
  const deviations: number[] = []
  for (const row of isNeed ? sample.offers : sample.requests) {
    if (!mayMeet(index, own.party, opposite.parties[row] ?? -1)) continue
    const theirs = opposite.languages[row] ?? 0
    const baseline = index.baselines[isNeed ? pairOfMarks(mark, theirs) : pairOfMarks(theirs, mark)]
    if (!baseline) continue
    deviations.push((embeddingCosine(shelf, own.row, opposite, row) - baseline.mean) / baseline.deviation)
  }
  shelf.crowding[own.row] = meanOfNearest(deviations)
}

/** Only those count as neighbours that could be shown: of another company and, where the policy says so, another side. */
function mayMeet(index: MatchIndex, own: number, other: number): boolean {
  const a = index.parties[own]
  const b = index.parties[other]
  return a !== b && (index.policy.sameSide === 'allowed' || a?.sideId !== b?.sideId)
}

function meanOfNearest(deviations: readonly number[]): number {
  const count = Math.min(deviations.length, Math.max(NEAREST_MIN, Math.ceil(deviations.length * NEAREST_SHARE)))
  if (count === 0) return TYPICAL_CROWDING
  const nearest = new Float64Array(count).fill(-Infinity)
  for (const value of deviations) {
    if (value <= nearest[0]!) continue
    let at = 0
    for (; at + 1 < count && nearest[at + 1]! < value; at += 1) nearest[at] = nearest[at + 1]!
    nearest[at] = value
  }
  const mean = nearest.reduce((sum, value) => sum + value, 0) / count
  const trust = deviations.length / (deviations.length + TYPICAL_WEIGHT)
  return trust * mean + (1 - trust) * TYPICAL_CROWDING
}
