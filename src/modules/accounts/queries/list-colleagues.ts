import type { Id } from '../../../kernel/id.ts'
import type { Platform } from '../../../platform/context.ts'
import { type Actor, representedCompanies } from '../domain/actor.ts'
import { listPeopleWithRole } from '../store/role-grant-store.ts'

/** Who speaks for the actor's companies, the actor among them. */
export async function listColleagues(
  platform: Platform,
  actor: Actor,
  { programmeId }: { readonly programmeId: Id },
): Promise<{ personId: Id; name: string; email: string; companyId: Id }[]> {
  const companies = new Set(representedCompanies(actor, programmeId))
  const people = await listPeopleWithRole(platform.db, programmeId)
  return people.flatMap(({ id, name, email, role, scopeId }) =>
    role === 'company-representative' && scopeId !== null && companies.has(scopeId)
      ? [{ personId: id, name, email, companyId: scopeId }]
      : [],
  )
}
