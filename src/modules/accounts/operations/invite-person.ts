import type { Id } from '../../../kernel/id.ts'
import type { Locale } from '../../../kernel/locale.ts'
import { type Result, ok, refuse } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import { type Actor, journalActor } from '../domain/actor.ts'
import { decideScope } from '../domain/invitation.ts'
import { mayManagePeople } from '../domain/policy.ts'
import type { Role } from '../domain/role.ts'
import { insertGrant } from '../store/role-grant-store.ts'

export interface InvitePerson {
  readonly programmeId: Id
  readonly name: string
  readonly email: string
  readonly locale: Locale
  readonly role: Role
  readonly scopeId: Id | null
}

/**
 * Gives a person a role, and makes the person known if the address is new. The mail follows from the journal.
 * Refuses with `accounts.scope-missing`, `accounts.scope-not-allowed` or `accounts.role-already-held`.
 */
export async function invitePerson(
  platform: Platform,
  actor: Actor,
  command: InvitePerson,
): Promise<Result<{ personId: Id; grantId: Id }>> {
  if (!mayManagePeople(actor, command.programmeId)) return refuse('forbidden', 'accounts.forbidden')
  return grantRole(platform, actor, command)
}

/** As `invitePerson`, for a caller who has made sure that the actor may. */
export async function grantRole(
  platform: Platform,
  actor: Actor,
  command: InvitePerson,
): Promise<Result<{ personId: Id; grantId: Id }>> {
  const { programmeId, role } = command
  const scope = decideScope(role, command.scopeId)
  if (!scope.ok) return scope
  const grantId = platform.newId()
  const newPersonId = platform.newId()
  const now = platform.clock.now()
  const entry = { at: now, programmeId, ...journalActor(actor) }
  const after = { role, scopeId: scope.value }
  const inserted = await insertGrant(platform.db, {
    id: grantId,
    programmeId,
    role,
    scopeId: scope.value,
    grantedBy: actor.kind === 'person' ? actor.personId : null,
    now,
    person: { id: newPersonId, name: command.name, email: command.email.toLowerCase(), locale: command.locale },
    invited: { ...entry, action: 'person.invited', subjectKind: 'person', subjectId: newPersonId },
    granted: { ...entry, action: 'role.granted', subjectKind: 'role-grant', subjectId: grantId, after },
  })
  if (!inserted) return refuse('conflict', 'accounts.role-already-held', { role })
  return ok({ personId: inserted.personId, grantId })
}
