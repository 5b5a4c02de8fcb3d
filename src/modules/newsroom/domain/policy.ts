import type { Id } from '../../../kernel/id.ts'
import { type Actor, isOperator, seesProgramme } from '../../accounts/domain/actor.ts'

/** Articles are written and published by the operator. */
export const mayWrite = (actor: Actor, programmeId: Id): boolean => isOperator(actor, programmeId)

/** Drafts are read by the operator and the official; what is published, by everybody. */
export const mayReadDrafts = (actor: Actor, programmeId: Id): boolean => seesProgramme(actor, programmeId)
