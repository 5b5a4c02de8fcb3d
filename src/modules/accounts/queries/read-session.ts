import type { Platform } from '../../../platform/context.ts'
import type { Actor, RoleGrant } from '../domain/actor.ts'
import { type Person, findPerson } from '../store/person-store.ts'

export interface SessionView {
  readonly person: Person | null
  readonly grants: readonly RoleGrant[]
  readonly mailIsLocal: boolean
  readonly singleSignOn: boolean
}

/** Who the actor is, for the actor; nobody's session is empty and no error. */
export async function readSession(platform: Platform, actor: Actor): Promise<SessionView> {
  const { smtpUrl, singleSignOn } = platform.config
  const instance = { mailIsLocal: smtpUrl === null, singleSignOn: singleSignOn !== null }
  if (actor.kind !== 'person') return { person: null, grants: [], ...instance }
  const person = await findPerson(platform.db, actor.personId)
  return { person, grants: actor.grants, ...instance }
}
