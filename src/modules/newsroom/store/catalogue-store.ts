import { type RawBuilder, sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { LocalizedText } from '../../../kernel/locale.ts'
import type { Db } from '../../../platform/database/handle.ts'
import { type NewJournalEntry, journalInsert } from '../../../platform/journal.ts'

/** Opens or closes the catalogue of a programme to everybody. */
export async function saveOpenCatalogue(
  db: Db,
  { programmeId, open, by, now }: { programmeId: Id; open: boolean; by: Id | null; now: Instant },
  entry: NewJournalEntry,
): Promise<void> {
  const change = open
    ? sql`insert into open_catalogue (programme_id, opened_by, opened_at)
        values (${programmeId}, ${by}, ${now}::timestamptz) on conflict do nothing returning programme_id`
    : sql`delete from open_catalogue where programme_id = ${programmeId} returning programme_id`
  await sql`with changed as (${change}), logged as (${journalInsert(entry)}) select programme_id from changed`.execute(
    db,
  )
}

export interface CatalogueProfile {
  readonly id: Id
  readonly type: string
  readonly title: LocalizedText
  readonly summary: LocalizedText
  readonly technologies: readonly LocalizedText[]
}

export interface CatalogueCompany {
  readonly id: Id
  /** Null where the company wishes to stay unnamed. */
  readonly name: LocalizedText | null
  readonly kind: string
  readonly country: string
  readonly side: LocalizedText
  readonly synthetic: boolean
  readonly profiles: readonly CatalogueProfile[]
}

export interface CatalogueGroup {
  readonly code: string
  readonly name: LocalizedText
  readonly companies: number
}

export interface CatalogueFilter {
  readonly words: readonly { readonly text: string; readonly grams: readonly string[] }[]
  /** An industry group: a technology keyword at the top of its list. */
  readonly group: string | null
  readonly limit: number
  readonly offset: number
}

/** Keywords of open catalogues by the one at the top of their branch, which is the industry group. */
const TOPPED = sql`
  topped (programme_id, code, top) as (
    select k.programme_id, k.code, k.code from keyword k join shown_catalogue o on o.programme_id = k.programme_id
    where k.list = 'technology' and k.parent_code is null
    union all
    select k.programme_id, k.code, t.top from keyword k
    join topped t on t.programme_id = k.programme_id and t.code = k.parent_code where k.list = 'technology'
  )`

/** Of a profile `p` that everybody may read. */
const IS_SHOWN = sql`p.status = 'published' and p.programme_id in (select programme_id from shown_catalogue)`

const KEYWORD_NAMES = (list: 'technology' | 'market', codes: RawBuilder<unknown>) => sql`
  (select coalesce(jsonb_agg(k.name order by k.code), '[]') from keyword k
    where k.programme_id = p.programme_id and k.list = ${list} and k.code = any(${codes}))`

/**
 * Ids of companies in which the word is found: in a published profile, in the name of one of its technologies, or in the
 * company's name when that is shown. Each way by an index of its own.
 */
const foundBy = ({ text, grams }: CatalogueFilter['words'][number]): RawBuilder<unknown> => sql`
  select p.company_id from profile_search s join profile p on p.id = s.profile_id
    where ${IS_SHOWN} and s.grams @> ${grams}::text[] and s.search_text like ${`%${text}%`}
  union select p.company_id from keyword k
    join profile_search s on s.programme_id = k.programme_id and s.technology_keywords @> array[k.code]
    join profile p on p.id = s.profile_id
    where ${IS_SHOWN} and k.list = 'technology'
      and exists (select from jsonb_each_text(k.name) n where lower(n.value) like ${`%${text}%`})
  union select c.id from company_search s join company c on c.id = s.company_id
    where not c.anonymous and s.grams @> ${grams}::text[] and s.search_text like ${`%${text}%`}`

/** One page of companies with their published profiles, and how many there are, in one statement. */
export async function findCatalogue(
  db: Db,
  { words, group, limit, offset }: CatalogueFilter,
): Promise<{ rows: CatalogueCompany[]; total: number }> {
  const inGroup =
    group === null
      ? sql`true`
      : sql`exists (select from profile p join topped t on t.programme_id = p.programme_id
          and t.code = any(p.technology_keywords) where p.company_id = c.id and ${IS_SHOWN} and t.top = ${group})`
  const matching = words.map((word) => sql`c.id in (${foundBy(word)})`)
  const { rows } = await sql<{ companies: CatalogueCompany[]; total: number }>`
    with recursive ${TOPPED}, found as materialized (
      select c.id, c.anonymous, c.synthetic, c.code from company c
      where c.id in (select p.company_id from profile p where ${IS_SHOWN})
        and ${sql.join([inGroup, ...matching], sql` and `)}
    ), page as (
      select id, row_number() over (order by anonymous, synthetic, code, id) as place
      from (select * from found order by anonymous, synthetic, code, id limit ${limit} offset ${offset}) as shown
    )
    select (select count(*) from found) as total, (
      select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'kind', c.kind, 'country', c.country,
        'name', case when c.anonymous then null else c.name end, 'synthetic', c.synthetic,
        'side', (select s.name from side s where s.id = c.side_id),
        'profiles', (select jsonb_agg(jsonb_build_object('id', p.id, 'type', p.type, 'title', p.title,
            'summary', p.summary, 'technologies', ${KEYWORD_NAMES('technology', sql`p.technology_keywords`)})
            order by p.code) from profile p where p.company_id = c.id and ${IS_SHOWN})
      ) order by page.place), '[]') from page join company c on c.id = page.id
    ) as companies`.execute(db)
  const { companies, total } = rows[0]!
  return { rows: companies, total }
}

/** How many companies each industry group has, most first. */
export async function countCatalogueGroups(db: Db): Promise<CatalogueGroup[]> {
  const { rows } = await sql<CatalogueGroup>`
    with recursive ${TOPPED}, grouped as (
      select t.top, t.programme_id, p.company_id
      from profile p cross join unnest(p.technology_keywords) as used (code)
      join topped t on t.programme_id = p.programme_id and t.code = used.code
      where ${IS_SHOWN} group by 1, 2, 3
    )
    select g.top as code, min(k.name::text)::jsonb as name, count(distinct g.company_id) as companies
    from grouped g join keyword k on k.programme_id = g.programme_id and k.list = 'technology' and k.code = g.top
    group by g.top order by companies desc, code`.execute(db)
  return rows
}

export interface CatalogueProfilePage extends CatalogueProfile {
  readonly description: LocalizedText
  readonly advantages: LocalizedText
  readonly technicalSpecification: LocalizedText
  readonly partnerRole: LocalizedText
  readonly stage: string | null
  readonly iprStatus: string | null
  readonly partnershipTypes: readonly string[]
  readonly markets: readonly LocalizedText[]
  readonly targetCountries: readonly string[]
}

export interface CatalogueCompanyPage extends Omit<CatalogueCompany, 'profiles'> {
  readonly description: LocalizedText
  readonly region: string | null
  readonly website: string | null
  readonly size: string | null
  readonly foundedYear: number | null
  readonly certifications: readonly string[]
  readonly source: string | null
  readonly profiles: readonly CatalogueProfilePage[]
}

/** A company of an open catalogue with its published profiles; null when there is none to show. */
export async function findCatalogueCompany(db: Db, companyId: Id): Promise<CatalogueCompanyPage | null> {
  const named = (column: string) => sql`case when c.anonymous then null else ${sql.ref(`c.${column}`)} end`
  const { rows } = await sql<CatalogueCompanyPage>`
    select c.id, c.kind, c.country, c.synthetic, c.size, ${named('name')} as name, ${named('region')} as region,
      ${named('website')} as website, ${named('founded_year')} as founded_year, ${named('source')} as source,
      case when c.anonymous then '{}'::jsonb else c.description end as description,
      case when c.anonymous then '{}'::text[] else c.certifications end as certifications,
      (select s.name from side s where s.id = c.side_id) as side,
      (select jsonb_agg(jsonb_build_object('id', p.id, 'type', p.type, 'title', p.title, 'summary', p.summary,
          'description', p.description, 'advantages', p.advantages,
          'technicalSpecification', p.technical_specification, 'partnerRole', p.partner_role, 'stage', p.stage,
          'iprStatus', p.ipr_status, 'partnershipTypes', p.partnership_types, 'targetCountries', p.target_countries,
          'technologies', ${KEYWORD_NAMES('technology', sql`p.technology_keywords`)},
          'markets', ${KEYWORD_NAMES('market', sql`p.market_keywords`)}) order by p.code)
        from profile p where p.company_id = c.id and p.status = 'published') as profiles
    from company c join shown_catalogue o on o.programme_id = c.programme_id
    where c.id = ${companyId} and exists (select from profile p where p.company_id = c.id and p.status = 'published')`.execute(
    db,
  )
  return rows[0] ?? null
}
