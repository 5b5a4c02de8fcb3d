import { parentPort, workerData } from 'node:worker_threads'
import type { Id } from '../../../kernel/id.ts'
import type { Weighting } from '../domain/weighting.ts'
import type { RankedCompany } from '../domain/weighting-effect.ts'
import type { MatchIndex } from '../engine/match-index.ts'
import type { MatchParty } from '../engine/party.ts'
import { rankPartners } from '../engine/rank.ts'
import { openIndex, reweighed } from './open-index.ts'

/** To rank a few companies of a programme under two weightings. */
export interface PreviewTask {
  readonly parties: readonly MatchParty[]
  readonly companies: readonly Id[]
  readonly best: number
  readonly before: Weighting
  readonly after: Weighting
}

export interface PreviewAnswer {
  readonly before: readonly RankedCompany[]
  readonly after: readonly RankedCompany[]
}

function answer({ parties, companies, best, before, after }: PreviewTask): PreviewAnswer {
  const index = openIndex(parties, before)
  const rank = (under: MatchIndex): RankedCompany[] =>
    companies.map((companyId) => ({
      companyId,
      partners: rankPartners(under, companyId, best).map(({ b, score }) => ({ id: b, score })),
    }))
  return { before: rank(index), after: rank(reweighed(index, after)) }
}

parentPort?.postMessage(answer(workerData as PreviewTask))
