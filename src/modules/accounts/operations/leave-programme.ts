import type { Id } from '../../../kernel/id.ts'
import { type Result, ok, refuse } from '../../../kernel/result.ts'
import { type Platform, within } from '../../../platform/context.ts'
import { transaction } from '../../../platform/database/handle.ts'
import { type Actor, journalActor } from '../domain/actor.ts'
import type { Role } from '../domain/role.ts'
import { listOwnGrants, revokeGrant } from '../store/role-grant-store.ts'

/**
 * The actor gives up these roles in the programme, all or none. Refuses with `accounts.absent` without one of them, and with
 * `accounts.last-operator` rather than leaving a programme that nobody can open again.
 */
export async function leaveProgramme(
  platform: Platform,
  actor: Actor,
  { programmeId, roles }: { readonly programmeId: Id; readonly roles: readonly Role[] },
): Promise<Result<void>> {
  if (actor.kind !== 'person') return refuse('forbidden', 'accounts.forbidden')
  const { personId } = actor
  const now = platform.clock.now()
  return transaction(platform.db, async (trx) => {
    const { db } = within(platform, trx)
    const grants = (await listOwnGrants(db, programmeId, personId)).filter(({ role }) => roles.includes(role))
    if (grants.length === 0) return refuse('absent', 'accounts.absent')
    for (const { id } of grants) {
      const subject = { subjectKind: 'role-grant', subjectId: id }
      const revoked = { at: now, programmeId, ...journalActor(actor), action: 'role.given-up', ...subject }
      if (!(await revokeGrant(db, { id, programmeId, now, revoked })))
        return refuse('conflict', 'accounts.last-operator')
    }
    return ok(undefined)
  })
}
