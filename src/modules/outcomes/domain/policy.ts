import type { Id } from '../../../kernel/id.ts'
import { type Actor, isOperator, representedCompanies, seesProgramme } from '../../accounts/domain/actor.ts'
import type { OutcomeParty } from './outcome.ts'

/** Records and figures are kept by the operator; the official reads them. */
export const mayKeepRecords = (actor: Actor, programmeId: Id): boolean => isOperator(actor, programmeId)

export const mayReadFigures = (actor: Actor, programmeId: Id): boolean => seesProgramme(actor, programmeId)

/** Companies whose outcomes the actor may see; null: all of them. */
export const readableCompanies = (actor: Actor, programmeId: Id): readonly Id[] | null =>
  seesProgramme(actor, programmeId) ? null : representedCompanies(actor, programmeId)

/** The company in whose name the actor can say that an outcome is so. */
export const confirmingCompany = (actor: Actor, programmeId: Id, parties: readonly OutcomeParty[]): Id | null => {
  const own = new Set(representedCompanies(actor, programmeId))
  return parties.find(({ companyId }) => companyId !== null && own.has(companyId))?.companyId ?? null
}
