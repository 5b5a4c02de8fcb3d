import type { Id } from '../../../kernel/id.ts'
import { type Actor, ROLES, hasRole, isOperator, representedCompanies, seesProgramme } from '../../accounts/index.ts'
import type { Standing } from '../domain/policy.ts'

export const standingOf = (actor: Actor, programmeId: Id): Standing => ({
  isMember: hasRole(actor, programmeId, ...ROLES),
  isOperator: isOperator(actor, programmeId),
  seesProgramme: seesProgramme(actor, programmeId),
  companies: representedCompanies(actor, programmeId),
})
