import type { Id } from '../../../kernel/id.ts'
import type { TestPlatform } from '../../../platform/testing.ts'
import type { Actor } from '../domain/policy.ts'

/** People and programmes belong to later stages: here only the rows that this stage's rows refer to. */
export async function buildProgramme(platform: TestPlatform): Promise<{ programmeId: Id }> {
  const programmeId = platform.newId()
  await platform.database.pool.query(
    `insert into programme (id, slug, name, operator_name, created_at) values ($1, $2, '{}', '{}', now())`,
    [programmeId, `programme-${programmeId}`],
  )
  return { programmeId }
}

type Person = Actor & { readonly kind: 'person' }

/** Somebody with a role in the programme. */
export async function buildActor(
  platform: TestPlatform,
  role: Person['grants'][number]['role'],
  { programmeId, scopeId = null, name = 'Kim Naru' }: { programmeId: Id; scopeId?: Id | null; name?: string },
): Promise<Person> {
  const personId = platform.newId()
  await platform.database.pool.query(
    `insert into person (id, name, email, email_verified, locale, created_at, updated_at)
     values ($1, $2, $3, true, 'en', now(), now())`,
    [personId, name, `person-${personId}@example.org`],
  )
  return { kind: 'person', personId, grants: [{ programmeId, role, scopeId }] }
}
