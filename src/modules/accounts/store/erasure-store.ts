import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import { type Db, tables } from '../../../platform/database/handle.ts'
import type { AccountsTables } from './tables.ts'

export const ERASED_NAME = 'Erased person'

export interface LiveGrant {
  readonly id: Id
  readonly programmeId: Id
}

/** Live roles of a person, in one programme or everywhere. */
export async function listLiveGrants(db: Db, personId: Id, programmeId: Id | null): Promise<LiveGrant[]> {
  return tables<AccountsTables>(db)
    .selectFrom('roleGrant')
    .select(['id', 'programmeId'])
    .where('personId', '=', personId)
    .where('revokedAt', 'is', null)
    .$if(programmeId !== null, (own) => own.where('programmeId', '=', programmeId!))
    .orderBy('createdAt')
    .execute()
}

/** Whom an erasure is about; null for somebody who never had a role in the programme or is erased already. */
export async function findSubject(
  db: Db,
  personId: Id,
  programmeId: Id | null,
): Promise<{ email: string; interpreterIds: Id[] } | null> {
  const { rows } = await sql<{ email: string; interpreterIds: Id[] }>`
    select p.email, coalesce(array_agg(g.scope_id) filter (where g.role = 'interpreter'), '{}') as interpreter_ids
    from person p left join role_grant g on g.person_id = p.id
      and (${programmeId}::uuid is null or g.programme_id = ${programmeId}::uuid)
    where p.id = ${personId} and p.erased_at is null
    group by p.id having ${programmeId}::uuid is null or count(g.id) > 0`.execute(db)
  return rows[0] ?? null
}

/**
 * Empties the row of a person and removes how they signed in and the mails they got. The name goes too unless it is
 * kept beside what the person signed or decided.
 */
export async function erasePersonRow(
  db: Db,
  personId: Id,
  { now, nameKeptUntil }: { readonly now: Instant; readonly nameKeptUntil: Instant | null },
): Promise<number> {
  const { rows } = await sql<{ erased: number }>`
    with who as (select id, email from person where id = ${personId}),
    mails as (delete from mail where lower(to_address) in (select email from who) returning 1),
    links as (delete from verification v using who where position(who.email in lower(v.value)) > 0
      or position(who.email in lower(v.identifier)) > 0 returning 1),
    sessions as (delete from session where person_id = ${personId} returning 1),
    credentials as (delete from credential where person_id = ${personId} returning 1),
    passkeys as (delete from passkey where person_id = ${personId} returning 1),
    emptied as (
      update person set email = 'erased-' || id || '@erased.invalid', email_verified = false, image = null,
        name = case when ${nameKeptUntil}::timestamptz is null then ${ERASED_NAME} else name end,
        name_kept_until = ${nameKeptUntil}::timestamptz, erased_at = ${now}::timestamptz,
        updated_at = ${now}::timestamptz
      where id = ${personId} returning 1)
    select (select count(*) from mails) + (select count(*) from links) + (select count(*) from sessions)
      + (select count(*) from credentials) + (select count(*) from passkeys) + (select count(*) from emptied)
      as erased`.execute(db)
  return rows[0]?.erased ?? 0
}

/** Names that were kept beside evidence and whose time is up. */
export async function eraseKeptNames(db: Db, now: Instant, isTrial: boolean): Promise<number> {
  const { rows } = await (
    isTrial
      ? sql<{ n: number }>`select count(*) as n from person where name_kept_until < ${now}::timestamptz`
      : sql<{ n: number }>`with emptied as (
        update person set name = ${ERASED_NAME}, name_kept_until = null
        where name_kept_until < ${now}::timestamptz returning 1)
      select count(*) as n from emptied`
  ).execute(db)
  return rows[0]?.n ?? 0
}

/** Mails that left, or never will, before that moment. */
export async function deleteOldMails(db: Db, before: Instant, isTrial: boolean): Promise<number> {
  const { rows } = await (
    isTrial
      ? sql<{
          n: number
        }>`select count(*) as n from mail where status <> 'queued' and created_at < ${before}::timestamptz`
      : sql<{ n: number }>`with removed as (
        delete from mail where status <> 'queued' and created_at < ${before}::timestamptz returning 1)
      select count(*) as n from removed`
  ).execute(db)
  return rows[0]?.n ?? 0
}

/** People who have had no role since that moment, and have not signed in since. */
export async function listForgotten(db: Db, before: Instant): Promise<Id[]> {
  const { rows } = await sql<{ id: Id }>`
    select p.id from person p
    where p.erased_at is null and p.created_at < ${before}::timestamptz
      and not exists (select from role_grant g where g.person_id = p.id
        and (g.revoked_at is null or g.revoked_at >= ${before}::timestamptz))
      and not exists (select from session s where s.person_id = p.id and s.updated_at >= ${before}::timestamptz)
    order by p.id`.execute(db)
  return rows.map(({ id }) => id)
}

/** What this stage and the platform under it know of a person. */
export async function exportPerson(db: Db, personId: Id): Promise<Record<string, object[]>> {
  const rowsOf = async (query: ReturnType<typeof sql<object>>) => (await query.execute(db)).rows
  return {
    person: await rowsOf(sql<object>`
      select id, name, email, email_verified, locale, created_at, updated_at from person where id = ${personId}`),
    roles: await rowsOf(sql<object>`
      select programme_id, role, scope_id, created_at, revoked_at from role_grant where person_id = ${personId}
      order by created_at`),
    consents: await rowsOf(sql<object>`
      select purpose, text_version, locale, given, decided_at from consent where person_id = ${personId}
      order by decided_at`),
    sessions: await rowsOf(sql<object>`
      select created_at, updated_at, expires_at, ip_address, user_agent from session where person_id = ${personId}
      order by created_at`),
    passkeys: await rowsOf(sql<object>`
      select name, device_type, created_at from passkey where person_id = ${personId} order by created_at`),
    identities: await rowsOf(sql<object>`
      select provider_id, account_id, created_at from credential where person_id = ${personId} order by created_at`),
    mails: await rowsOf(sql<object>`
      select m.subject, m.body_text, m.locale, m.status, m.created_at, m.sent_at from mail m
      join person p on p.email = lower(m.to_address) where p.id = ${personId} order by m.created_at`),
    actions: await rowsOf(sql<object>`
      select at, programme_id, action, subject_kind, subject_id from journal_entry
      where actor_kind = 'person' and actor_id = ${personId} order by seq`),
  }
}
