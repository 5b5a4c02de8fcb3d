import { type RawBuilder, sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { Locale, LocalizedText } from '../../../kernel/locale.ts'
import type { Db } from '../../../platform/database/handle.ts'
import { type NewJournalEntry, journalInsert } from '../../../platform/journal.ts'
import type { InterestFacts, InterestStatus, OpenInterest } from '../domain/interest.ts'
import { type CompanyRow, type InsideOf, companyRow } from './company-row.ts'

export async function findInterestFacts(db: Db, programmeId: Id, companyId: Id, profileId: Id): Promise<InterestFacts> {
  const { rows } = await sql<InterestFacts>`
    select (select p.company_id from profile p
        where p.id = ${profileId} and p.programme_id = ${programmeId} and p.status = 'published') as "profileCompanyId",
      exists (select from company c where c.id = ${companyId} and c.programme_id = ${programmeId}) as "companyExists"`.execute(
    db,
  )
  return rows[0]!
}

export interface NewInterest {
  readonly id: Id
  readonly programmeId: Id
  readonly companyId: Id
  readonly profileId: Id
  readonly message: string | null
  readonly createdBy: Id
  readonly createdAt: Instant
}

/** The unique index `expression_of_interest_live` refuses a second open one. */
export async function insertInterest(db: Db, interest: NewInterest, entry: NewJournalEntry): Promise<void> {
  await sql`
    with changed as (
      insert into expression_of_interest (id, programme_id, company_id, profile_id, message, status, created_by, created_at)
      values (${interest.id}, ${interest.programmeId}, ${interest.companyId}, ${interest.profileId}, ${interest.message},
        'open', ${interest.createdBy}, ${interest.createdAt}) returning id)
    ${journalInsert(entry)}`.execute(db)
}

export async function findInterest(db: Db, programmeId: Id, interestId: Id): Promise<OpenInterest | null> {
  const { rows } = await sql<OpenInterest>`
    select i.company_id, p.company_id as asked_company_id, i.profile_id, i.status
    from expression_of_interest i join profile p on p.id = i.profile_id
    where i.id = ${interestId} and i.programme_id = ${programmeId}`.execute(db)
  return rows[0] ?? null
}

/** False when the interest is no longer open: another was first. */
export async function closeInterest(
  db: Db,
  interestId: Id,
  status: Exclude<InterestStatus, 'open'>,
  now: Instant,
  entry: NewJournalEntry,
): Promise<boolean> {
  const { rows } = await sql`
    with changed as (
      update expression_of_interest set status = ${status}, answered_at = ${now}
      where id = ${interestId} and status = 'open' returning id),
    logged as (${journalInsert(entry)})
    select id from changed`.execute(db)
  return rows.length > 0
}

export interface SeenInterest {
  readonly id: Id
  readonly status: InterestStatus
  readonly message: string | null
  readonly createdAt: Instant
  readonly answeredAt: Instant | null
  /** Who is interested. */
  readonly company: CompanyRow
  /** Whose profile it is. */
  readonly partner: CompanyRow
  readonly profile: { readonly id: Id; readonly code: string; readonly title: LocalizedText }
}

/** Interests that companies have sent or received (null: of all companies), newest first; one statement. */
export async function findInterests(
  db: Db,
  programmeId: Id,
  companies: readonly Id[] | null,
  insideOf: InsideOf,
  limit: number,
): Promise<SeenInterest[]> {
  const theirs =
    companies === null
      ? sql`true`
      : sql`(i.company_id = any(${companies}::uuid[]) or p.company_id = any(${companies}::uuid[]))`
  const row = (id: RawBuilder<unknown>) => sql`(select ${companyRow(insideOf)} from company c where c.id = ${id})`
  const { rows } = await sql<SeenInterest>`
    select i.id, i.status, i.message, i.created_at, i.answered_at, ${row(sql`i.company_id`)} as company,
      ${row(sql`p.company_id`)} as partner, jsonb_build_object('id', p.id, 'code', p.code, 'title', p.title) as profile
    from expression_of_interest i join profile p on p.id = i.profile_id
    where i.programme_id = ${programmeId} and ${theirs}
    order by i.created_at desc, i.id desc limit ${limit}`.execute(db)
  return rows
}

/** One interest as it stands now, for one person who speaks for one of its companies. */
export interface InterestNotice {
  readonly interestId: Id
  readonly programmeId: Id
  readonly party: 'sender' | 'asked'
  readonly status: InterestStatus
  readonly message: string | null
  readonly senderName: LocalizedText
  readonly askedName: LocalizedText
  readonly profileTitle: LocalizedText
  readonly personId: Id
  readonly name: string
  readonly email: string
  readonly locale: Locale
}

/** The interests for everybody who speaks for either company. */
export async function listInterestNotices(db: Db, interestIds: readonly Id[]): Promise<InterestNotice[]> {
  const { rows } = await sql<InterestNotice>`
    select i.id as interest_id, i.programme_id, reader.party, i.status, i.message, sender.name as sender_name,
      asked.name as asked_name, p.title as profile_title, person.id as person_id, person.name, person.email, person.locale
    from expression_of_interest i
    join profile p on p.id = i.profile_id
    join company sender on sender.id = i.company_id
    join company asked on asked.id = p.company_id
    cross join lateral (values ('sender', sender.id), ('asked', asked.id)) reader (party, company_id)
    join role_grant on role_grant.programme_id = i.programme_id and role_grant.scope_id = reader.company_id
      and role_grant.role = 'company-representative' and role_grant.revoked_at is null
    join person on person.id = role_grant.person_id
    where i.id = any(${interestIds}::uuid[])
    order by i.id, person.id`.execute(db)
  return rows
}
