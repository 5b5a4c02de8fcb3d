import type { Id } from '../../../kernel/id.ts'
import { type Result, ok, refuse } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import { type Actor, journalActor } from '../domain/actor.ts'
import { mayManagePeople } from '../domain/policy.ts'
import { hasLiveGrant, revokeGrant } from '../store/role-grant-store.ts'

/**
 * Takes a role back; the very next request of the person no longer has it. Refuses with `accounts.absent`, and with
 * `accounts.last-operator` rather than leaving a programme that nobody can open again.
 */
export async function revokeRole(
  platform: Platform,
  actor: Actor,
  { programmeId, grantId }: { readonly programmeId: Id; readonly grantId: Id },
): Promise<Result<void>> {
  if (!mayManagePeople(actor, programmeId)) return refuse('forbidden', 'accounts.forbidden')
  const now = platform.clock.now()
  const subject = { subjectKind: 'role-grant', subjectId: grantId }
  const revoked = { at: now, programmeId, ...journalActor(actor), action: 'role.revoked', ...subject }
  if (await revokeGrant(platform.db, { id: grantId, programmeId, now, revoked })) return ok(undefined)
  return (await hasLiveGrant(platform.db, programmeId, grantId))
    ? refuse('conflict', 'accounts.last-operator')
    : refuse('absent', 'accounts.absent')
}
