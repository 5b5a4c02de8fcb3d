import { createHmac, randomBytes } from 'node:crypto'
import type { Id } from '../../../kernel/id.ts'
import { addMinutes } from '../../../kernel/instant.ts'
import type { Locale } from '../../../kernel/locale.ts'
import type { Platform } from '../../../platform/context.ts'
import { tables } from '../../../platform/database/handle.ts'
import type { Actor } from '../domain/actor.ts'
import type { Role } from '../domain/role.ts'
import { sessionCookieName } from '../queries/resolve-actor.ts'
import type { AccountsTables } from '../store/tables.ts'

export interface PersonFacts {
  readonly name?: string
  readonly email?: string
  readonly locale?: Locale
}

/** A person who has signed in before and holds no role. */
export async function buildPerson(
  platform: Platform,
  facts: PersonFacts = {},
): Promise<{ personId: Id; email: string }> {
  const personId = platform.newId()
  const email = facts.email ?? `person-${personId}@example.org`
  const now = platform.clock.now()
  await tables<AccountsTables>(platform.db)
    .insertInto('person')
    .values({
      id: personId,
      name: facts.name ?? 'Kim Naru',
      email,
      emailVerified: true,
      locale: facts.locale ?? 'en',
      createdAt: now,
      updatedAt: now,
    })
    .execute()
  return { personId, email }
}

export interface GrantFacts {
  readonly programmeId: Id
  readonly personId: Id
  readonly role: Role
  readonly scopeId?: Id | null
}

export async function buildGrant(platform: Platform, facts: GrantFacts): Promise<Id> {
  const id = platform.newId()
  await tables<AccountsTables>(platform.db)
    .insertInto('roleGrant')
    .values({ id, scopeId: null, createdAt: platform.clock.now(), ...facts })
    .execute()
  return id
}

/**
 * A person with one role in an existing programme, as the actor of an operation. Representatives and interpreters
 * need `scopeId`.
 */
export async function buildActor(
  platform: Platform,
  role: Role,
  { programmeId, scopeId = null, ...person }: PersonFacts & { readonly programmeId: Id; readonly scopeId?: Id | null },
): Promise<Actor & { kind: 'person' }> {
  const { personId } = await buildPerson(platform, person)
  await buildGrant(platform, { programmeId, personId, role, scopeId })
  return { kind: 'person', personId, grants: [{ programmeId, role, scopeId }] }
}

/** A session of the person, as the Cookie header of a request. */
export async function buildSession(platform: Platform, personId: Id): Promise<string> {
  const token = randomBytes(24).toString('base64url')
  const expiresAt = addMinutes(platform.clock.now(), 60)
  await tables<AccountsTables>(platform.db).insertInto('session').values({ personId, token, expiresAt }).execute()
  const signature = createHmac('sha256', platform.config.secret).update(token).digest('base64')
  return `${sessionCookieName(platform.config)}=${encodeURIComponent(`${token}.${signature}`)}`
}
