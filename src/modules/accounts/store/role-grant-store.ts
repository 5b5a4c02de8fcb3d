import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { Locale } from '../../../kernel/locale.ts'
import { type Db, tables } from '../../../platform/database/handle.ts'
import { type NewJournalEntry, journalInsert } from '../../../platform/journal.ts'
import type { Role } from '../domain/role.ts'
import type { AccountsTables } from './tables.ts'

export interface PersonWithRole {
  readonly id: Id
  readonly name: string
  readonly email: string
  readonly locale: Locale
  readonly role: Role
  readonly scopeId: Id | null
  readonly grantId: Id
  readonly grantedAt: Instant
  readonly lastSeenAt: Instant | null
}

/** Live grants of a programme with their people, in the order of role and name. */
export async function listPeopleWithRole(db: Db, programmeId: Id): Promise<PersonWithRole[]> {
  return tables<AccountsTables>(db)
    .selectFrom('roleGrant as g')
    .innerJoin('person as p', 'p.id', 'g.personId')
    .select([
      'p.id',
      'p.name',
      'p.email',
      'p.locale',
      'g.role',
      'g.scopeId',
      'g.id as grantId',
      'g.createdAt as grantedAt',
    ])
    .select((eb) =>
      eb
        .selectFrom('session')
        .select((own) => own.fn.max('session.updatedAt').as('at'))
        .whereRef('session.personId', '=', 'p.id')
        .as('lastSeenAt'),
    )
    .where('g.programmeId', '=', programmeId)
    .where('g.revokedAt', 'is', null)
    .orderBy('g.role')
    .orderBy('p.name')
    .orderBy('g.id')
    .execute()
}

export interface GrantToInsert {
  readonly id: Id
  readonly programmeId: Id
  readonly role: Role
  readonly scopeId: Id | null
  readonly grantedBy: Id | null
  readonly now: Instant
  /** Used when nobody has the address (in lower case) yet; somebody who has keeps the own id, name and language. */
  readonly person: { readonly id: Id; readonly name: string; readonly email: string; readonly locale: Locale }
  readonly invited: NewJournalEntry
  readonly granted: NewJournalEntry
}

/** Person, grant and journal in one statement; null when the person already holds exactly this role. */
export async function insertGrant(db: Db, grant: GrantToInsert): Promise<{ personId: Id } | null> {
  const { person, now } = grant
  const { rows } = await sql<{ personId: Id }>`
    with who as (
      insert into person (id, name, email, locale, created_at, updated_at)
      values (${person.id}, ${person.name}, ${person.email}, ${person.locale}, ${now}::timestamptz, ${now}::timestamptz)
      on conflict (email) do update set email = person.email
      returning id
    ), newcomer as (select id from who where id = ${person.id}
    ), changed as (
      insert into role_grant (id, programme_id, person_id, role, scope_id, granted_by, created_at)
      select ${grant.id}::uuid, ${grant.programmeId}::uuid, who.id, ${grant.role}, ${grant.scopeId}::uuid,
        ${grant.grantedBy}::uuid, ${now}::timestamptz
      from who
      on conflict do nothing
      returning person_id
    ), invited as (${journalInsert(grant.invited, 'newcomer')}), granted as (${journalInsert(grant.granted)})
    select person_id from changed`.execute(db)
  return rows[0] ?? null
}

export interface GrantToRevoke {
  readonly id: Id
  readonly programmeId: Id
  readonly now: Instant
  readonly revoked: NewJournalEntry
}

/**
 * Ends a live grant, unless it is the programme's last operator: the rows of all operators are locked first, so
 * that two who end each other's role at the same moment cannot both succeed.
 */
export async function revokeGrant(db: Db, { id, programmeId, now, revoked }: GrantToRevoke): Promise<boolean> {
  const { rows } = await sql<{ id: Id }>`
    with operators as (
      select id from role_grant
      where programme_id = ${programmeId} and role = 'operator' and revoked_at is null
      order by id for update
    ), changed as (
      update role_grant set revoked_at = ${now}::timestamptz
      where id = ${id} and programme_id = ${programmeId} and revoked_at is null
        and (role <> 'operator' or (select count(*) from operators) > 1)
      returning id
    ), logged as (${journalInsert(revoked)})
    select id from changed`.execute(db)
  return rows.length > 0
}

export async function hasLiveGrant(db: Db, programmeId: Id, grantId: Id): Promise<boolean> {
  const row = await tables<AccountsTables>(db)
    .selectFrom('roleGrant')
    .select('id')
    .where('id', '=', grantId)
    .where('programmeId', '=', programmeId)
    .where('revokedAt', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}

/** The person's own live grants in a programme. */
export async function listOwnGrants(
  db: Db,
  programmeId: Id,
  personId: Id,
): Promise<{ id: Id; role: Role; scopeId: Id | null }[]> {
  return tables<AccountsTables>(db)
    .selectFrom('roleGrant')
    .select(['id', 'role', 'scopeId'])
    .where('programmeId', '=', programmeId)
    .where('personId', '=', personId)
    .where('revokedAt', 'is', null)
    .orderBy('createdAt')
    .execute()
}

/** People with a live role, by role, and how many of them have never signed in. */
export async function countPeople(db: Db, programmeId: Id): Promise<Record<Role | 'people' | 'neverSignedIn', number>> {
  const { rows } = await sql<Record<Role | 'people' | 'neverSignedIn', number>>`
    select count(distinct g.person_id) as people,
      count(distinct g.person_id) filter (where not p.email_verified) as never_signed_in,
      count(*) filter (where g.role = 'operator') as operator,
      count(*) filter (where g.role = 'broker') as broker,
      count(*) filter (where g.role = 'official') as official,
      count(*) filter (where g.role = 'auditor') as auditor,
      count(*) filter (where g.role = 'company-representative') as "company-representative",
      count(*) filter (where g.role = 'interpreter') as interpreter
    from role_grant g join person p on p.id = g.person_id
    where g.programme_id = ${programmeId} and g.revoked_at is null`.execute(db)
  return rows[0]!
}
