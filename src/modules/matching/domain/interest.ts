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
