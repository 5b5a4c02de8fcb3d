import type { Id } from '../../../kernel/id.ts'
import { type Actor, isOperator, seesProgramme } from '../../accounts/domain/actor.ts'

/** Operators and brokers look after cases. */
export const mayManageCases = (actor: Actor, programmeId: Id): boolean => isOperator(actor, programmeId)

/**
 * Officials and auditors read along, but not what came from a confidential log. Companies do not see the work of those
 * who bring them together.
 */
export const maySeeCase = (
  actor: Actor,
  { programmeId, confidential }: { readonly programmeId: Id; readonly confidential: boolean },
): boolean => (confidential ? isOperator(actor, programmeId) : seesProgramme(actor, programmeId))
