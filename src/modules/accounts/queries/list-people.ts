import type { Id } from '../../../kernel/id.ts'
import { type Result, ok, refuse } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Actor } from '../domain/actor.ts'
import { mayManagePeople } from '../domain/policy.ts'
import { type PersonWithRole, listPeopleWithRole } from '../store/role-grant-store.ts'

/** One row a role: somebody with two roles stands there twice. */
export async function listPeople(
  platform: Platform,
  actor: Actor,
  { programmeId }: { readonly programmeId: Id },
): Promise<Result<PersonWithRole[]>> {
  if (!mayManagePeople(actor, programmeId)) return refuse('forbidden', 'accounts.forbidden')
  return ok(await listPeopleWithRole(platform.db, programmeId))
}
