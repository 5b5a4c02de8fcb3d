import { type Selectable, sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import { type Db, tables } from '../../../platform/database/handle.ts'
import { type NewJournalEntry, journalInsert } from '../../../platform/journal.ts'
import type { Identifier } from '../domain/identifier.ts'
import type { CompaniesTables } from './tables.ts'
import { rowsAsJson } from './write-rows.ts'

export type CompanyRow = Selectable<CompaniesTables['company']>
export type ContactRow = Selectable<CompaniesTables['contact']>
export type CompanyWithIdentifiers = CompanyRow & { readonly identifiers: Identifier[] }

const identifiersJson = (company: string) => sql<Identifier[]>`
  coalesce((select jsonb_agg(jsonb_build_object('scheme', i.scheme, 'value', i.value) order by i.scheme)
    from company_identifier i where i.company_id = ${sql.ref(company)}), '[]')`

export async function findCompany(db: Db, programmeId: Id, companyId: Id): Promise<CompanyWithIdentifiers | null> {
  const row = await tables<CompaniesTables>(db)
    .selectFrom('company')
    .selectAll()
    .select(identifiersJson('company.id').as('identifiers'))
    .where('id', '=', companyId)
    .where('programmeId', '=', programmeId)
    .executeTakeFirst()
  return row ?? null
}

/** By name, then by id. */
export const findContacts = (db: Db, companyId: Id): Promise<ContactRow[]> =>
  tables<CompaniesTables>(db)
    .selectFrom('contact')
    .selectAll()
    .where('companyId', '=', companyId)
    .orderBy('name')
    .orderBy('id')
    .execute()

const populate = (table: 'company' | 'company_identifier', rows: readonly object[]) =>
  sql`jsonb_populate_recordset(null::${sql.table(table)}, ${rowsAsJson(rows)}::jsonb)`

const identifierRows = ({ id, programmeId }: CompanyRow, identifiers: readonly Identifier[]): object[] =>
  identifiers.map((identifier) => ({ companyId: id, programmeId, ...identifier }))

/** Company, identifiers and journal in one statement. Throws on a code or identifier that is taken. */
export async function insertCompany(
  db: Db,
  company: CompanyRow,
  identifiers: readonly Identifier[],
  entry: NewJournalEntry,
): Promise<void> {
  await sql`
    with changed as (insert into company (${columnsOf(company)})
        select ${columnsOf(company)} from ${populate('company', [company])} returning id),
      identified as (insert into company_identifier (company_id, programme_id, scheme, value)
        select company_id, programme_id, scheme, value
        from ${populate('company_identifier', identifierRows(company, identifiers))}),
      logged as (${journalInsert(entry)})
    select id from changed`.execute(db)
}

const columnsOf = (row: object) => sql.join(Object.keys(row).map((name) => sql.ref(name)))

/** False when somebody else changed the company since `revision`. Throws on a code or identifier that is taken. */
export async function updateCompanyRow(
  db: Db,
  company: CompanyRow,
  identifiers: readonly Identifier[],
  revision: number,
  entry: NewJournalEntry,
): Promise<boolean> {
  const fixed = new Set(['id', 'programmeId', 'createdAt'])
  const changing = Object.keys(company).filter((name) => !fixed.has(name))
  const { rows } = await sql`
    with incoming as (select * from ${populate('company', [company])}),
      changed as (update company set ${sql.join(changing.map((name) => sql`${sql.ref(name)} = ${sql.ref(`incoming.${name}`)}`))}
        from incoming
        where company.id = incoming.id and company.programme_id = incoming.programme_id
          and company.revision = ${revision}
        returning company.id),
      said as (select i.* from ${populate('company_identifier', identifierRows(company, identifiers))} i
        join changed on changed.id = i.company_id),
      gone as (delete from company_identifier using changed
        where company_id = changed.id and scheme <> all (${identifiers.map(({ scheme }) => scheme)}::text[])),
      identified as (insert into company_identifier (company_id, programme_id, scheme, value)
        select company_id, programme_id, scheme, value from said
        on conflict (company_id, scheme) do update set value = excluded.value),
      logged as (${journalInsert(entry)})
    select id from changed`.execute(db)
  return rows.length > 0
}

/** Contact and journal in one statement. Throws when the company already has a contact with this address. */
export async function insertContact(db: Db, contact: ContactRow, entry: NewJournalEntry): Promise<void> {
  const { id, programmeId, companyId, name, jobTitle, email, phone, locale, createdAt } = contact
  await sql`
    with changed as (insert into contact
        (id, programme_id, company_id, name, job_title, email, phone, locale, created_at)
        values (${id}, ${programmeId}, ${companyId}, ${name}, ${jobTitle}, ${email}, ${phone}, ${locale}, ${createdAt})
        returning id),
      logged as (${journalInsert(entry)})
    select id from changed`.execute(db)
}

export interface CompanyListFilter {
  readonly programmeId: Id
  readonly search: { readonly words: readonly string[]; readonly grams: readonly string[] } | null
  readonly sideId: Id | null
  readonly kind: CompanyRow['kind'] | null
  readonly technology: string | null
  /** Companies whose drafts count; null: of all. */
  readonly inside: readonly Id[] | null
  readonly sort: 'code' | 'name' | 'updated'
  readonly locale: 'ko' | 'ru' | 'en'
  readonly limit: number
  readonly offset: number
}

export interface CompanyListRow extends Pick<
  CompanyRow,
  'id' | 'sideId' | 'code' | 'kind' | 'name' | 'country' | 'region' | 'size' | 'synthetic'
> {
  readonly profiles: number
  readonly publishedProfiles: number
  readonly technologyKeywords: string[]
}

const like = (word: string): string => `%${word}%`

/** One page and the number of all, in one statement. Searches names and the profiles that the reader may see. */
export async function listCompanyRows(
  db: Db,
  filter: CompanyListFilter,
): Promise<{ rows: CompanyListRow[]; total: number }> {
  const { programmeId, search, sideId, kind, technology, inside, sort, locale, limit, offset } = filter
  const visible = inside === null ? sql`true` : sql`(p.status = 'published' or p.company_id = any(${inside}::uuid[]))`
  const found =
    search === null
      ? sql`true`
      : sql`c.id in (
          select s.id from company s where s.programme_id = ${programmeId}
            and s.grams @> ${search.grams}::text[] and s.search_text like all (${search.words.map(like)}::text[])
          union all
          select p.company_id from profile p where p.programme_id = ${programmeId}
            and p.grams @> ${search.grams}::text[] and p.search_text like all (${search.words.map(like)}::text[])
            and ${visible})`
  const order = {
    code: sql`c.code collate "C"`,
    name: sql`lower(coalesce(c.name->>${locale}, c.name->>'en', c.name->>'ko', c.name->>'ru')) collate "C"`,
    updated: sql`c.updated_at desc`,
  }[sort]
  const { rows } = await sql<CompanyListRow & { total: number }>`
    with matching as (
      select c.* from company c
      where c.programme_id = ${programmeId} and ${found}
        and ${sideId === null ? sql`true` : sql`c.side_id = ${sideId}`}
        and ${kind === null ? sql`true` : sql`c.kind = ${kind}`}
        and ${
          technology === null
            ? sql`true`
            : sql`c.id in (select p.company_id from profile p
                where p.technology_keywords @> ${[technology]}::text[] and ${visible})`
        }
    ), total as (select count(*) as total from matching),
    shown as (select c.*, row_number() over (order by ${order}, c.id) as place from matching c
      order by place limit ${limit} offset ${offset})
    select total.total, c.id, c.side_id, c.code, c.kind, c.name, c.country, c.region, c.size, c.synthetic,
      coalesce(o.profiles, 0) as profiles, coalesce(o.published, 0) as published_profiles,
      coalesce(o.technologies, '{}') as technology_keywords
    from total left join shown c on true
    left join lateral (
      select count(*) as profiles, count(*) filter (where p.status = 'published') as published,
        (select array_agg(distinct k order by k) from profile q, unnest(q.technology_keywords) k
          where q.company_id = c.id and (${inside === null ? sql`true` : sql`(q.status = 'published' or q.company_id = any(${inside}::uuid[]))`})) as technologies
      from profile p where p.company_id = c.id and ${visible}
    ) o on true
    order by c.place`.execute(db)
  return {
    total: rows[0]?.total ?? 0,
    rows: rows.filter(({ id }) => id !== null).map(({ total: _, ...row }) => row),
  }
}

export interface CompanyCounts {
  readonly companies: number
  readonly profiles: number
  readonly published: number
  readonly drafts: number
}

export async function countCompanies(db: Db, programmeId: Id): Promise<CompanyCounts> {
  const { rows } = await sql<CompanyCounts>`
    select (select count(*) from company where programme_id = ${programmeId}) as companies, count(*) as profiles,
      count(*) filter (where status = 'published') as published, count(*) filter (where status = 'draft') as drafts
    from profile where programme_id = ${programmeId}`.execute(db)
  return rows[0]!
}
