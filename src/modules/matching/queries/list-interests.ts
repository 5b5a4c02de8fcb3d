import type { Id } from '../../../kernel/id.ts'
import { type Result, ok } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Actor } from '../../accounts/index.ts'
import { decideClosing } from '../domain/interest.ts'
import { companiesToList } from '../domain/policy.ts'
import { absent } from '../operations/refusals.ts'
import { standingOf } from '../operations/standing.ts'
import { type SeenInterest, findInterests } from '../store/interest-store.ts'

export interface ListedInterest extends SeenInterest {
  readonly may: { readonly answer: boolean; readonly withdraw: boolean }
}

/** Newer ones are read first; what is older than these is history. */
const MOST_INTERESTS = 500

/** Who is interested in whom: a representative sees what the own company has sent and received, the programme's people all. */
export async function listInterests(
  platform: Platform,
  actor: Actor,
  { programmeId }: { readonly programmeId: Id },
): Promise<Result<{ rows: ListedInterest[] }>> {
  const by = standingOf(actor, programmeId)
  const companies = companiesToList(by, undefined)
  if (companies?.length === 0) return absent()
  const insideOf = by.seesProgramme ? null : by.companies
  const interests = await findInterests(platform.db, programmeId, companies, insideOf, MOST_INTERESTS)
  const actsFor = by.isOperator ? null : by.companies
  return ok({
    rows: interests.map((interest) => {
      const { company, partner, profile, status } = interest
      const open = { companyId: company.id, askedCompanyId: partner.id, profileId: profile.id, status }
      const may = (to: 'welcomed' | 'withdrawn') => decideClosing(open, to, actsFor).ok
      return { ...interest, may: { answer: may('welcomed'), withdraw: may('withdrawn') } }
    }),
  })
}
