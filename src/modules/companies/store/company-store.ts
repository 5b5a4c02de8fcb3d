import { type RawBuilder, type Selectable, sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import { type Db, tables } from '../../../platform/database/handle.ts'
import { type NewJournalEntry, journalInsert } from '../../../platform/journal.ts'
import type { Identifier } from '../domain/identifier.ts'
import type { ProfileType } from '../domain/profile.ts'
import type { SearchTerms, SearchWord } from '../domain/search-text.ts'
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

/** What names companies; null: all of the programme. */
export const findNamesOfCompanies = (
  db: Db,
  programmeId: Id,
  companyIds: readonly Id[] | null,
): Promise<(Pick<CompanyRow, 'id' | 'name' | 'legalName' | 'country'> & { identifiers: Identifier[] })[]> =>
  tables<CompaniesTables>(db)
    .selectFrom('company')
    .select(['id', 'name', 'legalName', 'country'])
    .select(identifiersJson('company.id').as('identifiers'))
    .where('programmeId', '=', programmeId)
    .$if(companyIds !== null, (query) => query.where('id', 'in', companyIds!.length > 0 ? companyIds! : [programmeId]))
    .orderBy('id')
    .execute()

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

/** What narrows a list, whatever its order and page. */
export interface CompanyFilter {
  readonly programmeId: Id
  readonly search: SearchTerms | null
  readonly sideId: Id | null
  readonly kind: CompanyRow['kind'] | null
  readonly technology: string | null
  readonly profileType: ProfileType | null
  /** Companies whose drafts count; null: of all. */
  readonly inside: readonly Id[] | null
}

export interface CompanyListFilter extends CompanyFilter {
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

type Condition = RawBuilder<unknown>

const visibleTo = (inside: readonly Id[] | null): Condition =>
  inside === null ? sql`true` : sql`(p.status = 'published' or p.company_id = any(${inside}::uuid[]))`

/**
 * A word stands somewhere in the text of `row`, in the middle of another word too, or in another of its forms. Texts lie
 * apart from what they are of, where a policy does not keep the index from being used: `cs` in company_search, `ps` in
 * profile_search.
 */
function standsIn(row: 'cs' | 'ps', { text, grams, inflected }: SearchWord): Condition {
  const [searchText, ownGrams] = [sql.ref(`${row}.search_text`), sql.ref(`${row}.grams`)]
  // A word of one gram is in the text whenever its gram is.
  const looked = grams[0] === text ? sql`true` : sql`${searchText} like ${`%${text}%`}`
  const part = sql`(${ownGrams} @> ${grams}::text[] and ${looked})`
  return inflected
    ? sql`(${part} or to_tsvector('russian', ${searchText}) @@ plainto_tsquery('russian', ${text}))`
    : part
}

/** Companies with a name that is not written so, but nearly, or in another alphabet. */
function nearlyNamed(programmeId: Id, { text, sound, misspellable }: SearchWord): Condition[] {
  const ways = []
  if (sound !== null) ways.push(soundingLike(programmeId, sound))
  if (misspellable) ways.push(sql`select company_spelt_like(${programmeId}, ${text}) as id`)
  return ways
}

/** The same of one company `cs`. */
function isNearlyNamed({ text, sound, misspellable }: SearchWord): Condition[] {
  const ways = []
  if (sound !== null) ways.push(sql`cs.name_sounds @> ${[sound]}::text[]`)
  if (misspellable) ways.push(sql`word_similarity(${text}, cs.search_text) >= ${sql.lit(SPELLING_THRESHOLD)}`)
  return ways
}

/** As in the function `company_spelt_like` of the migration. */
const SPELLING_THRESHOLD = 0.5

const soundingLike = (programmeId: Id, sound: string): Condition =>
  sql`select cs.company_id as id from company_search cs
    where cs.programme_id = ${programmeId} and cs.name_sounds @> ${[sound]}::text[]`

/** A word that more companies have in their names does not tell which company is meant. */
const MOST_NAMESAKES = 500

/**
 * Companies whose name has one of several words, or nearly, while the others are in the company's or its profiles'
 * texts ("엑소아틀레트 로봇"). Starting from the few of that name keeps it quick.
 */
function foundByName(filter: CompanyFilter, words: readonly SearchWord[], name: SearchWord): Condition {
  const { programmeId, inside } = filter
  const others = words.filter((word) => word !== name)
  const somewhere = (word: SearchWord) => sql`(${standsIn('cs', word)} or exists (
    select from profile p join profile_search ps on ps.profile_id = p.id
    where p.company_id = n.id and ${visibleTo(inside)} and ${standsIn('ps', word)}))`
  const atLeastNearly = (word: SearchWord) => sql.join([somewhere(word), ...isNearlyNamed(word)], sql` or `)
  const few = sql`limit ${sql.lit(MOST_NAMESAKES + 1)}`
  return sql`(
    with named (id, exactly) as (
      (select cs.company_id, true from company_search cs
        where cs.programme_id = ${programmeId} and ${standsIn('cs', name)} ${few})
      ${sql.join(
        nearlyNamed(programmeId, name).map((ids) => sql`union all (select id, false from (${ids}) as nearly ${few})`),
        sql` `,
      )}),
    namesake as materialized (select id, bool_or(exactly) as exactly from named group by id)
    select n.id, not (n.exactly and ${sql.join(others.map(somewhere), sql` and `)})
    from namesake n join company_search cs on cs.company_id = n.id
    where (select count(*) from namesake) <= ${sql.lit(MOST_NAMESAKES)}
      and ${sql.join(
        others.map((word) => sql`(${atLeastNearly(word)})`),
        sql` and `,
      )})`
}

/**
 * A list says how many companies are found up to this number, and beyond it that there are more: nobody turns so many
 * pages, and counting every text with a common word takes as long as reading it.
 */
const MOST_FOUND = 1000

const atMost = (hits: Condition): Condition => sql`(${hits} limit ${sql.lit(MOST_FOUND + 1)})`

/**
 * Companies in whose text, or whose profiles' text, one word is found. A word that can be inflected is looked up by its
 * stem first: only when that finds few are the texts looked through for it as a part of other words.
 */
function foundByWord({ programmeId, inside }: CompanyFilter, word: SearchWord): Condition[] {
  const from = {
    cs: sql`select cs.company_id as id, false as near from company_search cs where cs.programme_id = ${programmeId}`,
    ps: sql`select p.company_id, false from profile_search ps join profile p on p.id = ps.profile_id
      where ps.programme_id = ${programmeId} and ${visibleTo(inside)}`,
  }
  return (['cs', 'ps'] as const).map((row) => {
    const part = sql`${from[row]} and ${standsIn(row, { ...word, inflected: false })}`
    if (!word.inflected) return atMost(part)
    const stem = sql`to_tsvector('russian', ${sql.ref(`${row}.search_text`)}) @@ plainto_tsquery('russian', ${word.text})`
    return sql`(
      with stem (id, near) as materialized ${atMost(sql`${from[row]} and ${stem}`)},
        part (id, near) as ${atMost(sql`${part} and (select count(*) from stem) <= ${sql.lit(MOST_FOUND)}`)}
      select * from stem union all select * from part)`
  })
}

/** Companies in whose text, or the text of one of whose profiles, all words stand. */
function foundByWords({ programmeId, inside }: CompanyFilter, words: readonly SearchWord[]): Condition[] {
  const together = (row: 'cs' | 'ps') =>
    sql.join(
      words.map((word) => standsIn(row, word)),
      sql` and `,
    )
  return [
    atMost(sql`select cs.company_id as id, false as near from company_search cs
      where cs.programme_id = ${programmeId} and ${together('cs')}`),
    atMost(sql`select p.company_id, false from profile_search ps join profile p on p.id = ps.profile_id
      where ps.programme_id = ${programmeId} and ${together('ps')} and ${visibleTo(inside)}`),
  ]
}

/**
 * `(id, near)`: companies in which every word is found; `near` when that is so only nearly. Once each, and of each way
 * in which they are found `MOST_FOUND` and one at most.
 */
function foundBy(filter: CompanyFilter, { words, sound }: SearchTerms): Condition {
  const { programmeId } = filter
  const [first, ...more] = words
  const isOne = first !== undefined && more.length === 0
  const nearly = isOne ? nearlyNamed(programmeId, first) : []
  if (sound !== null) nearly.push(soundingLike(programmeId, sound))
  const hits = [
    ...(isOne ? foundByWord(filter, first) : foundByWords(filter, words)),
    ...nearly.map((ids) => atMost(sql`select id, true from (${ids}) as nearly`)),
    ...(isOne ? [] : words.map((word) => atMost(foundByName(filter, words, word)))),
  ]
  return sql`select id, bool_and(near) as near from (${sql.join(hits, sql` union all `)}) as hit group by id`
}

/** Company `c` as far as it is found, with `c.near`; only the columns that lists narrow and order by. */
const searched = (filter: CompanyFilter): Condition => {
  const columns = sql`c.id, c.side_id, c.kind, c.code, c.name, c.updated_at`
  return filter.search === null
    ? sql`select ${columns}, false as near from company c where c.programme_id = ${filter.programmeId}`
    : sql`select ${columns}, f.near from (${foundBy(filter, filter.search)}) as f join company c on c.id = f.id`
}

/** Conditions on company `c`, by the name of what they narrow. */
const narrowing = ({ programmeId, sideId, kind, technology, profileType, inside }: CompanyFilter) => {
  const hasProfile = (condition: Condition) =>
    sql`c.id in (select p.company_id from profile p where ${condition} and ${visibleTo(inside)})`
  return {
    side: sideId === null ? null : sql`c.side_id = ${sideId}`,
    kind: kind === null ? null : sql`c.kind = ${kind}`,
    technology:
      technology === null
        ? null
        : hasProfile(sql`p.id in (select ps.profile_id from profile_search ps
      where ps.programme_id = ${programmeId} and ps.technology_keywords @> ${[technology]}::text[])`),
    profileType: profileType === null ? null : hasProfile(sql`p.type = ${profileType}`),
  }
}

const all = (conditions: readonly (Condition | null)[]): Condition => {
  const said = conditions.filter((condition) => condition !== null)
  return said.length === 0 ? sql`true` : sql.join(said, sql` and `)
}

/**
 * One page and the number of all, in one statement. Searches names and the profiles that the reader may see; what
 * is found only nearly comes after what was typed. `countedAll` is false when there are more than `total`.
 */
export async function listCompanyRows(
  db: Db,
  filter: CompanyListFilter,
): Promise<{ rows: CompanyListRow[]; total: number; countedAll: boolean }> {
  const { inside, sort, locale, limit, offset, search } = filter
  const order = {
    code: sql`c.code collate "C"`,
    name: sql`lower(coalesce(c.name->>${sql.lit(locale)}, c.name->>'en', c.name->>'ko', c.name->>'ru')) collate "C"`,
    updated: sql`c.updated_at`,
  }[sort]
  const direction = sort === 'updated' ? sql`desc` : sql``
  const narrowed = all(Object.values(narrowing(filter)))
  // A search is looked up once; without one the page comes from an index in its order, and the count from another.
  const once = search === null ? sql`not materialized` : sql`materialized`
  const isBounded = search !== null || filter.technology !== null || filter.profileType !== null
  const counted = isBounded ? sql`limit ${sql.lit(MOST_FOUND + 1)}` : sql``
  const { rows } = await sql<CompanyListRow & { total: number }>`
    with matching as ${once} (
      select c.id, c.near, ${order} as sort_key from (${searched(filter)}) as c where ${narrowed}),
    total as (select count(*) as total from (select from matching ${counted}) as counted),
    shown as (select * from matching order by ${search === null ? sql`` : sql`near,`} sort_key ${direction}, id
      limit ${limit} offset ${offset})
    select total.total, c.id, c.side_id, c.code, c.kind, c.name, c.country, c.region, c.size, c.synthetic,
      coalesce(o.profiles, 0) as profiles, coalesce(o.published, 0) as published_profiles,
      coalesce(o.technologies, '{}') as technology_keywords
    from total left join (shown join company c using (id)) on true
    left join lateral (
      select count(*) as profiles, count(*) filter (where p.status = 'published') as published,
        (select array_agg(distinct k order by k) from profile p, unnest(p.technology_keywords) k
          where p.company_id = c.id and ${visibleTo(inside)}) as technologies
      from profile p where p.company_id = c.id and ${visibleTo(inside)}
    ) o on true
    order by near, sort_key ${direction}, c.id`.execute(db)
  const found = rows[0]?.total ?? 0
  return {
    total: isBounded ? Math.min(found, MOST_FOUND) : found,
    countedAll: !isBounded || found <= MOST_FOUND,
    rows: rows.filter(({ id }) => id !== null).map(({ total: _, ...row }) => row),
  }
}

export interface FacetCount {
  readonly value: string
  readonly count: number
}

/** How many companies each choice would leave, most first; each facet counts under the choices made in the others. */
export interface CompanyFacets {
  readonly sides: readonly FacetCount[]
  readonly kinds: readonly FacetCount[]
  readonly technologies: readonly FacetCount[]
  readonly profileTypes: readonly FacetCount[]
}

/** More keywords than a person reads are left out. */
const MOST_TECHNOLOGIES = 60

/** All facets in one statement. */
export async function countCompanyFacets(db: Db, filter: CompanyFilter): Promise<CompanyFacets> {
  const { side, kind, technology, profileType } = narrowing(filter)
  const counted = (rows: Condition) => sql`coalesce((
    select jsonb_agg(jsonb_build_object('value', value, 'count', count) order by count desc, value)
    from (${rows}) as facet (value, count)), '[]')`
  const holds = (condition: Condition | null) => condition ?? sql`true`
  const { rows } = await sql<CompanyFacets>`
    with found as materialized (
      select c.id, c.side_id, c.kind, ${holds(side)} as of_side, ${holds(kind)} as of_kind,
        ${holds(technology)} as of_technology, ${holds(profileType)} as of_type
      from (${searched(filter)}) as c),
    offered as materialized (
      select f.id, f.of_technology, f.of_type, p.type, p.technology_keywords
      from found f join profile p on p.company_id = f.id
      where f.of_side and f.of_kind and (f.of_technology or f.of_type) and ${visibleTo(filter.inside)})
    select
      ${counted(sql`select side_id::text, count(*) from found where of_kind and of_technology and of_type group by 1`)} as sides,
      ${counted(sql`select kind, count(*) from found where of_side and of_technology and of_type group by 1`)} as kinds,
      ${counted(sql`select keyword, count(distinct id) from offered, unnest(technology_keywords) as k(keyword)
        where of_type group by 1 order by 2 desc, 1 limit ${MOST_TECHNOLOGIES}`)} as technologies,
      ${counted(sql`select type, count(distinct id) from offered where of_technology group by 1`)} as profile_types`.execute(
    db,
  )
  return rows[0]!
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
