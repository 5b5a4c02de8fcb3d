import { LOCALES } from '../../../kernel/locale.ts'
import { languageMark, pairOfMarks } from './language-pairs.ts'
import type { CrowdRows, CrowdSample, IndexedProfile, MatchIndex } from './index-shape.ts'
import { multiplyRows, openPackedRows, packRow } from './packed-rows.ts'
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
  const copy = (shelf: Shelf): CrowdRows => {
    const rows = draw(shelf)
    const packed = openPackedRows(shelf.dimensions, rows.length)
    for (const row of rows) packRow(packed, shelf.embeddings, row * shelf.dimensions)
    return { rows, packed }
  }
  return { offers: copy(index.offers), requests: copy(index.requests) }
}

/** Measures the crowding of one profile against the sample of the opposite kind. */
export function fillCrowding(index: MatchIndex, sample: CrowdSample, own: IndexedProfile): void {
  const isNeed = own.profile.kind === 'request'
  const shelf = isNeed ? index.requests : index.offers
  const opposite = isNeed ? index.offers : index.requests
  const { rows, packed } = isNeed ? sample.offers : sample.requests
  const dots = new Int32Array(rows.length)
  multiplyRows(packed, shelf.embeddings, own.row * shelf.dimensions, dots)
  const mark = languageMark(own)
  const nearest = new Float64Array(nearestOf(rows.length)).fill(-Infinity)
  let met = 0
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at]!
    if (!mayMeet(index, shelf, own.row, opposite, row)) continue
    met += 1
    const theirs = opposite.languages[row]!
    const { mean, deviation } = index.baselines[isNeed ? pairOfMarks(mark, theirs) : pairOfMarks(theirs, mark)]!
    const value = (dots[at]! / (127 * 127) - mean) / deviation
    if (value <= nearest[0]!) continue
    let place = 0
    for (; place + 1 < nearest.length && nearest[place + 1]! < value; place += 1) nearest[place] = nearest[place + 1]!
    nearest[place] = value
  }
  shelf.crowding[own.row] = meanOfNearest(nearest, met)
}

/** Only those count as neighbours that could be shown: of another company and, where the policy says so, another side. */
const mayMeet = ({ policy }: MatchIndex, own: Shelf, ownRow: number, other: Shelf, row: number): boolean =>
  own.parties[ownRow] !== other.parties[row] &&
  (policy.sameSide === 'allowed' || own.sides[ownRow] !== other.sides[row])

const nearestOf = (count: number): number => Math.min(count, Math.max(NEAREST_MIN, Math.ceil(count * NEAREST_SHARE)))

/** Of the nearest of `met` neighbours, farthest first. */
function meanOfNearest(nearest: Float64Array, met: number): number {
  const count = nearestOf(met)
  if (count === 0) return TYPICAL_CROWDING
  let sum = 0
  for (let at = nearest.length - count; at < nearest.length; at += 1) sum += nearest[at]!
  const trust = met / (met + TYPICAL_WEIGHT)
  return (trust * sum) / count + (1 - trust) * TYPICAL_CROWDING
}
