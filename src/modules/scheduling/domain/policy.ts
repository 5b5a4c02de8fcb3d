import type { Id } from '../../../kernel/id.ts'
import { type Actor, isInterpreter, isOperator, represents, seesProgramme } from '../../accounts/domain/actor.ts'

export const mayEditSchedule = (actor: Actor, programmeId: Id): boolean => isOperator(actor, programmeId)

export const mayReadBoard = (actor: Actor, programmeId: Id): boolean => seesProgramme(actor, programmeId)

/** Who attends is for the company to say, and for the operator on its behalf. */
export const mayNameDelegate = (actor: Actor, programmeId: Id, companyId: Id): boolean =>
  isOperator(actor, programmeId) || represents(actor, programmeId, companyId)

/** An agenda is seen by those it belongs to, and by those who answer for the programme. */
export const mayReadAgenda = (
  actor: Actor,
  programmeId: Id,
  holder: { readonly companyId: Id } | { readonly interpreterId: Id },
): boolean =>
  seesProgramme(actor, programmeId) ||
  ('companyId' in holder
    ? represents(actor, programmeId, holder.companyId)
    : isInterpreter(actor, programmeId, holder.interpreterId))
