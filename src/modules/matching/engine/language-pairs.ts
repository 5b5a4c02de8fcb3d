import { LOCALES } from '../../../kernel/locale.ts'
import type { IndexedProfile, MatchIndex, PairBaseline } from './index-shape.ts'
import type { Shelf } from './postings.ts'

export const UNKNOWN_BASELINE: Readonly<PairBaseline> = { mean: 0, deviation: 0.14 }
const SAMPLES_PER_PAIR_MIN = 200
const SAMPLES_MAX = 100_000

/** Main language and all languages of a profile in one byte, as shelves hold it: `primaryLocale | localeMask << 2`. */
export const languageMark = ({
  primaryLocale,
  localeMask,
}: Pick<IndexedProfile, 'localeMask' | 'primaryLocale'>): number => primaryLocale | (localeMask << 2)

/** Number of the language pair of two marks: a shared language if there is one, else their main languages. */
export function pairOfMarks(a: number, b: number): number {
  const shared = (a >> 2) & (b >> 2)
  if (shared === 0) return (a & 3) * LOCALES.length + (b & 3)
  const at = 31 - Math.clz32(shared & -shared)
  return at * LOCALES.length + at
}

export const pairClass = (need: IndexedProfile, offer: IndexedProfile): number =>
  pairOfMarks(languageMark(need), languageMark(offer))

/** Cosine of two shelf rows. */
export function embeddingCosine(a: Shelf, aRow: number, b: Shelf, bRow: number): number {
  const { dimensions, embeddings } = a
  const others = b.embeddings
  let dot = 0
  for (let at = 0, x = aRow * dimensions, y = bRow * dimensions; at < dimensions; at += 1) {
    dot += embeddings[x + at]! * others[y + at]!
  }
  return dot / (127 * 127)
}

/** Mean and deviation of the embedding's cosine over pairs drawn by a fixed generator, per language pair. */
export function learnBaselines(index: MatchIndex): void {
  const { offers, requests } = index
  if (offers.dimensions === 0) return
  learnFrom(index, index.baselines, (need, offer) => embeddingCosine(requests, need.row, offers, offer.row))
}

/** The same for any cosine of a request and an offer; pairs for which it is null do not count. */
export function learnFrom(
  index: MatchIndex,
  baselines: PairBaseline[],
  cosineOf: (need: IndexedProfile, offer: IndexedProfile) => number | null,
): void {
  const { offers, requests, profiles } = index
  if (offers.length === 0 || requests.length === 0) return
  const sums = baselines.map(() => ({ count: 0, sum: 0, squares: 0 }))
  let state = 1
  const draw = (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 4_294_967_296) * below)
  }
  for (let sample = 0; sample < Math.min(SAMPLES_MAX, offers.length * requests.length); sample += 1) {
    const needRow = draw(requests.length)
    const offerRow = draw(offers.length)
    const need = profiles[requests.profiles[needRow] ?? -1]
    const offer = profiles[offers.profiles[offerRow] ?? -1]
    if (!need || !offer || need.party === offer.party || need.empty || offer.empty) continue
    const cosine = cosineOf(need, offer)
    const sum = sums[pairClass(need, offer)]
    if (!sum || cosine === null) continue
    sum.count += 1
    sum.sum += cosine
    sum.squares += cosine * cosine
  }
  sums.forEach(({ count, sum, squares }, at) => {
    const baseline = baselines[at]
    if (count < SAMPLES_PER_PAIR_MIN || !baseline) return
    baseline.mean = sum / count
    baseline.deviation = Math.max(0.04, Math.sqrt(Math.max(0, squares / count - baseline.mean ** 2)))
  })
}
