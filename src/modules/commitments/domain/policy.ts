import type { Id } from '../../../kernel/id.ts'
import { type Actor, isOperator, representedCompanies, represents, seesProgramme } from '../../accounts/domain/actor.ts'

interface Party {
  readonly id: Id
  readonly companyId: Id | null
}

/** Enters, moves, suspends and withdraws commitments. */
export const mayManage = (actor: Actor, programmeId: Id): boolean => isOperator(actor, programmeId)

/** Companies whose commitments the actor sees; null: those of the whole programme. */
export const visibleCompanies = (actor: Actor, programmeId: Id): readonly Id[] | null =>
  seesProgramme(actor, programmeId) ? null : representedCompanies(actor, programmeId)

/** Operator and official, and every party of the agreement; for all others the commitment does not exist. */
export const maySee = (actor: Actor, programmeId: Id, parties: readonly Party[]): boolean =>
  seesProgramme(actor, programmeId) || parties.some((party) => speaksFor(actor, programmeId, party))

/** The party's own people, or the operator on its behalf. */
export const maySpeakFor = (actor: Actor, programmeId: Id, party: Party): boolean =>
  isOperator(actor, programmeId) || speaksFor(actor, programmeId, party)

const speaksFor = (actor: Actor, programmeId: Id, { companyId }: Party): boolean =>
  companyId !== null && represents(actor, programmeId, companyId)
