import type { Id } from '../../../kernel/id.ts'

export type MatchFactKind = 'accepted' | 'declined' | 'met' | 'signed'

/** What came of a pair. */
export interface MatchFact {
  readonly kind: MatchFactKind
  readonly companyId: Id
  readonly partnerId: Id
}

/** The best partners of one company under one weighting, best first. */
export interface RankedCompany {
  readonly companyId: Id
  readonly partners: readonly { readonly id: Id; readonly score: number }[]
}

/** One partner of one company before and after; a place counts from 1, null is not among the best. */
export interface RankMove {
  readonly companyId: Id
  readonly partnerId: Id
  readonly placeBefore: number | null
  readonly placeAfter: number | null
  readonly scoreBefore: number | null
  readonly scoreAfter: number | null
}

/** Of the pairs of one label: how many have the partner among the best of the company. */
export interface LabelEffect {
  readonly kind: MatchFactKind
  readonly pairs: number
  readonly amongBestBefore: number
  readonly amongBestAfter: number
}

export interface WeightingEffect {
  /** Companies that were ranked for the comparison. */
  readonly companies: number
  /** Best partners compared for each. */
  readonly best: number
  /** Companies whose first partner is another one. */
  readonly firstChanged: number
  /** Largest first. */
  readonly moves: readonly RankMove[]
  readonly labels: readonly LabelEffect[]
}

const KINDS: readonly MatchFactKind[] = ['accepted', 'declined', 'met', 'signed']

const SHOWN_MOVES = 50

/** What changes for companies that were ranked under two weightings, and what the labelled facts say to it. */
export function compareRankings(
  before: readonly RankedCompany[],
  after: readonly RankedCompany[],
  facts: readonly MatchFact[],
  best: number,
): WeightingEffect {
  const later = new Map(after.map((ranking) => [ranking.companyId, ranking]))
  const pairs = before.map((ranking) => ({
    ranking,
    other: later.get(ranking.companyId) ?? { companyId: ranking.companyId, partners: [] },
  }))
  const moves = pairs.flatMap(({ ranking, other }) => movesOf(ranking, other)).filter(isMove)
  return {
    companies: before.length,
    best,
    firstChanged: pairs.filter(({ ranking, other }) => ranking.partners[0]?.id !== other.partners[0]?.id).length,
    moves: moves.toSorted((a, b) => distance(b, best) - distance(a, best)).slice(0, SHOWN_MOVES),
    labels: KINDS.map((kind) => labelEffect(kind, facts, before, after)).filter((label) => label.pairs > 0),
  }
}

function movesOf(before: RankedCompany, after: RankedCompany): RankMove[] {
  const ids = new Set([...before.partners, ...after.partners].map(({ id }) => id))
  const placed = ({ partners }: RankedCompany, id: Id) => {
    const at = partners.findIndex((partner) => partner.id === id)
    return { place: at < 0 ? null : at + 1, score: partners[at]?.score ?? null }
  }
  return [...ids].map((partnerId) => {
    const [was, is] = [placed(before, partnerId), placed(after, partnerId)]
    return {
      companyId: before.companyId,
      partnerId,
      placeBefore: was.place,
      placeAfter: is.place,
      scoreBefore: was.score,
      scoreAfter: is.score,
    }
  })
}

const isMove = ({ placeBefore, placeAfter }: RankMove): boolean => placeBefore !== placeAfter

/** Places moved; whoever is not among the best stands just behind them. */
const distance = ({ placeBefore, placeAfter }: RankMove, best: number): number =>
  Math.abs((placeBefore ?? best + 1) - (placeAfter ?? best + 1))

/** A pair counts once in each direction that was ranked, however often its stages reported it. */
function labelEffect(
  kind: MatchFactKind,
  facts: readonly MatchFact[],
  before: readonly RankedCompany[],
  after: readonly RankedCompany[],
): LabelEffect {
  const seen = new Set<string>()
  const [was, is] = [placesOf(before), placesOf(after)]
  let [pairs, amongBestBefore, amongBestAfter] = [0, 0, 0]
  for (const fact of facts) {
    if (fact.kind !== kind) continue
    for (const [own, other] of [
      [fact.companyId, fact.partnerId],
      [fact.partnerId, fact.companyId],
    ] as const) {
      const key = `${own} ${other}`
      if (seen.has(key) || !was.companies.has(own)) continue
      seen.add(key)
      pairs += 1
      if (was.pairs.has(key)) amongBestBefore += 1
      if (is.pairs.has(key)) amongBestAfter += 1
    }
  }
  return { kind, pairs, amongBestBefore, amongBestAfter }
}

const placesOf = (rankings: readonly RankedCompany[]) => ({
  companies: new Set(rankings.map(({ companyId }) => companyId)),
  pairs: new Set(rankings.flatMap(({ companyId, partners }) => partners.map(({ id }) => `${companyId} ${id}`))),
})
