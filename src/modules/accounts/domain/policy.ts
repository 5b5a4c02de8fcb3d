import type { Id } from '../../../kernel/id.ts'
import { type Actor, isOperator } from './actor.ts'

/** Sees who has which role, invites people and takes roles back. */
export const mayManagePeople = (actor: Actor, programmeId: Id): boolean => isOperator(actor, programmeId)
