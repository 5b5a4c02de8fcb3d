import type { Id } from '../../../kernel/id.ts'
import { type Result, ok, refuse } from '../../../kernel/result.ts'

export interface InterestFacts {
  /** Null: the programme has no published profile of that id. */
  readonly profileCompanyId: Id | null
  readonly companyExists: boolean
}

/** Whether a company may say that it is interested in a profile. */
export function decideInterest({ profileCompanyId, companyExists }: InterestFacts, companyId: Id): Result<null> {
  if (!companyExists || profileCompanyId === null) return refuse('absent', 'matching.absent')
  if (profileCompanyId === companyId) return refuse('invalid', 'matching.own-profile')
  return ok(null)
}

export type InterestStatus = 'open' | 'welcomed' | 'declined' | 'withdrawn'

export interface OpenInterest {
  readonly companyId: Id
  /** Whose profile it is. */
  readonly askedCompanyId: Id
  readonly profileId: Id
  readonly status: InterestStatus
}

/**
 * Whether somebody who speaks for `companies` (null: the operator, for any) may end an interest so: the company that
 * was asked welcomes or declines, the one that is interested withdraws.
 */
export function decideClosing(
  interest: OpenInterest | null,
  to: Exclude<InterestStatus, 'open'>,
  companies: readonly Id[] | null,
): Result<null> {
  if (interest === null) return refuse('absent', 'matching.absent')
  const speaksFor = (companyId: Id) => companies === null || companies.includes(companyId)
  const [own, other] =
    to === 'withdrawn' ? [interest.companyId, interest.askedCompanyId] : [interest.askedCompanyId, interest.companyId]
  if (!speaksFor(own)) {
    return speaksFor(other) ? refuse('forbidden', 'matching.not-yours-to-answer') : refuse('absent', 'matching.absent')
  }
  if (interest.status !== 'open') return refuse('conflict', 'matching.interest-closed', { status: interest.status })
  return ok(null)
}
