import type { Id } from '../../../kernel/id.ts'
import { type Actor, administers, represents } from './actor.ts'

/** Sees who has which role, invites people and takes roles back. */
export const mayManagePeople = (actor: Actor, programmeId: Id): boolean => administers(actor, programmeId)

/** Brings colleagues of the own company in, and sees who they are. */
export const mayInviteColleagues = (actor: Actor, programmeId: Id, companyId: Id): boolean =>
  represents(actor, programmeId, companyId)
