import type { Id } from '../../../kernel/id.ts'
import { type CandidatePair, allocate } from '../engine/allocate.ts'
import { type Exposure, measureExposure } from '../engine/exposure.ts'

export type { CandidatePair }

/** Whose shortlists are filled, from which ranked pairs, and how often a company may stand on one. */
export interface ProposalTask {
  readonly companies: readonly { readonly id: Id; readonly capacity: number }[]
  readonly candidates: readonly CandidatePair[]
  readonly exposureCap: number
}

export interface CompanyExposure {
  readonly companyId: Id
  /** Shortlists it stands on as proposed; each has its partner on its own list too. */
  readonly proposed: number
  /** Shortlists it would stand on if everybody took the best `exposureCap` of the ranking. */
  readonly ranked: number
}

export interface Evenness {
  /** 0: all are shown equally often; towards 1: a few have everything. */
  readonly gini: number
  /** Companies shown to nobody. */
  readonly unseen: readonly Id[]
}

export interface ShortlistProposal {
  /** Best first. */
  readonly pairs: readonly CandidatePair[]
  readonly exposure: readonly CompanyExposure[]
  readonly proposed: Evenness
  /** What the plain ranking would do, for comparison. */
  readonly ranked: Evenness
  readonly totalScore: number
}

const evenness = ({ gini, unseen }: Exposure): Evenness => ({ gini, unseen })

/** Even shortlists beside what the plain ranking would give. */
export function proposeFrom({ companies, candidates, exposureCap }: ProposalTask): ShortlistProposal {
  const ids = companies.map(({ id }) => id)
  const capacities = new Map(companies.map(({ id, capacity }) => [id, capacity]))
  const { pairs, exposure, totalScore } = allocate(ids, candidates, {
    capacityOf: (id) => capacities.get(id) ?? 0,
    exposureCap,
  })
  const ranked = measureExposure(ids, bestOfEach(ids, candidates, exposureCap))
  return {
    pairs,
    exposure: ids.map((companyId) => ({
      companyId,
      proposed: exposure.shown.get(companyId) ?? 0,
      ranked: ranked.shown.get(companyId) ?? 0,
    })),
    proposed: evenness(exposure),
    ranked: evenness(ranked),
    totalScore: Math.round(totalScore * 100) / 100,
  }
}

/** The best partners of each company by the ranking alone; equal scores by id. */
function bestOfEach(ids: readonly Id[], candidates: readonly CandidatePair[], limit: number): Id[][] {
  const partners = new Map(ids.map((id): [Id, { id: Id; score: number }[]] => [id, []]))
  for (const { a, b, score } of candidates) {
    if (score <= 0 || !partners.has(a) || !partners.has(b)) continue
    partners.get(a)?.push({ id: b, score })
    partners.get(b)?.push({ id: a, score })
  }
  return [...partners.values()].map((list) =>
    list
      .toSorted((x, y) => y.score - x.score || (x.id < y.id ? -1 : 1))
      .slice(0, limit)
      .map(({ id }) => id),
  )
}
