import type { Id } from '../../../kernel/id.ts'
import { type Result, ok, refuse } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Actor } from '../../accounts/index.ts'
import { mayRank } from '../domain/policy.ts'
import type { ShortlistProposal } from '../domain/shortlist-proposal.ts'
import { absent } from '../operations/refusals.ts'
import { standingOf } from '../operations/standing.ts'
import { answerOfWorker } from '../solver/answer-of-worker.ts'
import type { CompanyRow } from '../store/company-row.ts'
import { findProposalFacts } from '../store/proposal-store.ts'

export interface ProposeShortlists {
  readonly programmeId: Id
  /** Most shortlists a company may stand on. */
  readonly exposureCap: number
  readonly minScore: number
  /** Who takes part and how many partners each can meet, as an event knows it; null: all that have published, unbounded. */
  readonly companies: readonly { readonly companyId: Id; readonly capacity: number }[] | null
}

export interface ProposedShortlists extends ShortlistProposal {
  /** The ranking it was made from; an application names it, so that nothing unseen is written. */
  readonly runId: Id
  /** Everybody who is considered. */
  readonly companies: readonly CompanyRow[]
}

const LIMIT_MS = 60_000

/**
 * Shortlists for a programme or an event from the newest ranking: as many companies as possible have a partner, nobody
 * stands on more lists than the cap, and the scores are high. Nothing is written. One statement.
 */
export async function proposeShortlists(
  platform: Platform,
  actor: Actor,
  { programmeId, exposureCap, minScore, companies }: ProposeShortlists,
): Promise<Result<ProposedShortlists>> {
  if (!mayRank(standingOf(actor, programmeId))) return absent()
  const only = companies?.map(({ companyId }) => companyId) ?? null
  const facts = await findProposalFacts(platform.db, programmeId, only, minScore)
  if (facts.runId === null) return refuse('conflict', 'matching.not-ranked')
  const capacities = new Map(companies?.map(({ companyId, capacity }) => [companyId, capacity]))
  const task = {
    companies: facts.companies.map(({ id }) => ({ id, capacity: capacities.get(id) ?? exposureCap })),
    candidates: facts.candidates,
    exposureCap,
  }
  const proposal = await answerOfWorker<ShortlistProposal>('./propose-worker.ts', task, LIMIT_MS)
  return ok({ ...proposal, runId: facts.runId, companies: facts.companies })
}
