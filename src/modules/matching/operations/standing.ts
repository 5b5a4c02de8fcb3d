import type { Id } from '../../../kernel/id.ts'
import { type Actor, isOperator, representedCompanies, seesProgramme } from '../../accounts/index.ts'
import type { Standing } from '../domain/policy.ts'

/** What the actor is in the programme, as the policy of this module sees it. */
export const standingOf = (actor: Actor, programmeId: Id): Standing => ({
  isOperator: isOperator(actor, programmeId),
  seesProgramme: seesProgramme(actor, programmeId),
  companies: representedCompanies(actor, programmeId),
})
