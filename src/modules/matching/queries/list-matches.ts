import type { Id } from '../../../kernel/id.ts'
import { type Result, ok } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Actor } from '../../accounts/index.ts'
import { mirrorReason } from '../domain/plain-reason.ts'
import { companiesToList } from '../domain/policy.ts'
import { absent } from '../operations/refusals.ts'
import { standingOf } from '../operations/standing.ts'
import type { CompanyRow } from '../store/company-row.ts'
import { type SeenPair, findPairs } from '../store/match-store.ts'
import { type LabelledReason, labelReason } from './reason-labels.ts'

export interface MatchRow {
  readonly company: CompanyRow
  readonly partner: CompanyRow
  readonly score: number
  readonly forward: number
  readonly backward: number
  readonly topReasons: readonly LabelledReason[]
  readonly shortlisted: boolean
}

export interface ListMatches {
  readonly programmeId: Id
  readonly companyId?: Id | undefined
  readonly minScore: number
  readonly limit: number
}

/**
 * The best ranked pairs, one statement. A representative sees those of the own company, always as `company`; the
 * operator and the official see every pair, as the side with the lower position does, or those of one company.
 */
export async function listMatches(
  platform: Platform,
  actor: Actor,
  { programmeId, companyId, minScore, limit }: ListMatches,
): Promise<Result<{ rows: MatchRow[]; total: number }>> {
  const by = standingOf(actor, programmeId)
  const companies = companiesToList(by, companyId)
  if (companies?.length === 0) return absent()
  const insideOf = by.seesProgramme ? null : by.companies
  const found = await findPairs(platform.db, programmeId, { companies, minScore, limit }, insideOf)
  const byId = new Map(found.companies.map((company) => [company.id, company]))
  const rowOf = ({ companyId: own, partnerId, reasons, mirrored, ...pair }: SeenPair): MatchRow[] => {
    const [company, partner] = [byId.get(own), byId.get(partnerId)]
    if (!company || !partner) return []
    const topReasons = reasons.map((reason) =>
      labelReason(mirrored ? mirrorReason(reason) : reason, found.keywordNames),
    )
    return [{ company, partner, ...pair, topReasons }]
  }
  return ok({ total: found.total, rows: found.pairs.flatMap(rowOf) })
}
