import type { Id } from '../../../kernel/id.ts'
import { type Actor, isInterpreter, isOperator, represents, seesProgramme } from '../../accounts/domain/actor.ts'

export const mayEditSchedule = (actor: Actor, programmeId: Id): boolean => isOperator(actor, programmeId)

export const mayReadBoard = (actor: Actor, programmeId: Id): boolean => seesProgramme(actor, programmeId)

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
