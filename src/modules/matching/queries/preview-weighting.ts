import type { Id } from '../../../kernel/id.ts'
import { type Result, ok, refuse } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Actor } from '../../accounts/index.ts'
import { mayRank } from '../domain/policy.ts'
import { STANDARD_WEIGHTING, type Weighting } from '../domain/weighting.ts'
import { type MatchFact, type WeightingEffect, compareRankings } from '../domain/weighting-effect.ts'
import { partiesOf } from '../jobs/rank-companies.ts'
import { absent } from '../operations/refusals.ts'
import { standingOf } from '../operations/standing.ts'
import { answerOfWorker } from '../solver/answer-of-worker.ts'
import type { PreviewAnswer } from '../solver/preview-worker.ts'
import type { CompanyRow } from '../store/company-row.ts'
import { loadParties } from '../store/party-store.ts'
import { findCompanyRows, findPreviewFacts } from '../store/weighting-store.ts'

export interface PreviewedWeighting extends WeightingEffect {
  /** Everybody who is named in `moves`. */
  readonly named: readonly CompanyRow[]
}

/** Companies ranked for a preview, those with facts first, and how many partners of each. */
const MOST_COMPANIES = 60
const BEST = 10

const LIMIT_MS = 120_000

/**
 * What a weighting would change against the ranking that is shown now, on what is published at this moment, and
 * whether partners that were accepted or declined move up or down. Nothing is written. Three statements.
 */
export async function previewWeighting(
  platform: Platform,
  actor: Actor,
  { programmeId, topic, wording, embedding }: Weighting & { readonly programmeId: Id },
): Promise<Result<PreviewedWeighting>> {
  if (!mayRank(standingOf(actor, programmeId))) return absent()
  if (topic + wording + embedding <= 0) return refuse('invalid', 'matching.weighting-empty')
  const { shown, facts } = await findPreviewFacts(platform.db, programmeId)
  const parties = (await loadParties(platform.db, programmeId)).filter(({ profiles }) => profiles.length > 0)
  const companies = companiesToCompare(
    parties.map(({ id }) => id),
    facts,
  )
  const { before, after } = await answerOfWorker<PreviewAnswer>(
    './preview-worker.ts',
    {
      parties: partiesOf(parties),
      companies,
      best: BEST,
      before: shown ?? STANDARD_WEIGHTING,
      after: { topic, wording, embedding },
    },
    LIMIT_MS,
  )
  const effect = compareRankings(before, after, facts, BEST)
  const ids = new Set(effect.moves.flatMap(({ companyId, partnerId }) => [companyId, partnerId]))
  return ok({ ...effect, named: await findCompanyRows(platform.db, programmeId, [...ids]) })
}

/** Those that facts speak of, then the others as they come. */
function companiesToCompare(ids: readonly Id[], facts: readonly MatchFact[]): Id[] {
  const known = new Set(ids)
  const told = facts.flatMap(({ companyId, partnerId }) => [companyId, partnerId]).filter((id) => known.has(id))
  return [...new Set([...told, ...ids])].slice(0, MOST_COMPANIES)
}
