import type { Platform } from '../../../platform/context.ts'
import type { Actor, RoleGrant } from '../domain/actor.ts'
import { type Person, findPerson } from '../store/person-store.ts'

export interface SessionView {
  readonly person: Person | null
  readonly grants: readonly RoleGrant[]
  readonly mailIsLocal: boolean
}

/** Who the actor is, for the actor; nobody's session is empty and no error. */
export async function readSession(platform: Platform, actor: Actor): Promise<SessionView> {
  const mailIsLocal = platform.config.smtpUrl === null
  if (actor.kind !== 'person') return { person: null, grants: [], mailIsLocal }
  const person = await findPerson(platform.db, actor.personId)
  return { person, grants: actor.grants, mailIsLocal }
}
