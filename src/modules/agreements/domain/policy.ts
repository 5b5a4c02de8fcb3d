import type { Id } from '../../../kernel/id.ts'
import { type Actor, isOperator, representedCompanies, seesProgramme } from '../../accounts/domain/actor.ts'

/** Writes, freezes and sends agreements, and conducts ceremonies. */
export const mayManage = (actor: Actor, programmeId: Id): boolean => isOperator(actor, programmeId)

/** Companies whose agreements the actor sees; null: those of the whole programme. */
export const visibleCompanies = (actor: Actor, programmeId: Id): readonly Id[] | null =>
  seesProgramme(actor, programmeId) ? null : representedCompanies(actor, programmeId)

/** For everybody else the agreement does not exist. A company sees it from the moment it is frozen. */
export const maySee = (
  actor: Actor,
  programmeId: Id,
  agreement: { readonly status: string; readonly companyIds: readonly (Id | null)[] },
): boolean => {
  const companies = visibleCompanies(actor, programmeId)
  return (
    companies === null ||
    (agreement.status !== 'draft' && agreement.companyIds.some((id) => id !== null && companies.includes(id)))
  )
}
