import type { Id } from '../../../kernel/id.ts'
import { type Actor, hasRole, isOperator, ownInterpreters, representedCompanies } from '../../accounts/index.ts'
import type { Standing } from '../domain/policy.ts'

/** What the actor is in the programme, as the policy of this module sees it. */
export const standingOf = (actor: Actor, programmeId: Id): Standing => ({
  operator: isOperator(actor, programmeId),
  official: hasRole(actor, programmeId, 'official'),
  companies: representedCompanies(actor, programmeId),
  interpreter: ownInterpreters(actor, programmeId).length > 0,
})
