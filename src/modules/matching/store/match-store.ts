import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { LocalizedText } from '../../../kernel/locale.ts'
import type { Db } from '../../../platform/database/handle.ts'
import type { ProfileFacts } from '../domain/match-party.ts'
import type { PlainReason } from '../domain/plain-reason.ts'
import type { Weighting } from '../domain/weighting.ts'
import { type CompanyRow, type InsideOf, companyRow, keywordNames, list } from './company-row.ts'
import { partiesVersion, publishedProfiles } from './party-store.ts'
import { shownWeightingId, weightingJson } from './weighting-store.ts'

export interface SeenPair {
  readonly companyId: Id
  readonly partnerId: Id
  readonly score: number
  readonly forward: number
  readonly backward: number
  readonly reasons: readonly PlainReason[]
  /** The reasons are stored as the partner reads them. */
  readonly mirrored: boolean
  readonly shortlisted: boolean
}

export interface SeenPairs {
  readonly total: number
  readonly pairs: readonly SeenPair[]
  readonly companies: readonly CompanyRow[]
  readonly keywordNames: Readonly<Record<string, LocalizedText>>
}

export interface PairFilter {
  /** Pairs of these companies, from their point of view; null: every pair once. */
  readonly companies: readonly Id[] | null
  readonly minScore: number
  readonly limit: number
}

/** The best ranked pairs with what a list shows of their companies, in one statement. */
export async function findPairs(db: Db, programmeId: Id, filter: PairFilter, insideOf: InsideOf): Promise<SeenPairs> {
  const own = sql`any(${filter.companies ?? []}::uuid[])`
  const ofThem = (column: 'company_a' | 'company_b') =>
    filter.companies ? sql`and ${sql.ref(column)} = ${own}` : sql``
  const fromTheOtherSide = filter.companies
    ? sql`union all
        select company_b, company_a, score, backward, forward, reasons, true from match
        where programme_id = ${programmeId} and score >= ${filter.minScore} ${ofThem('company_b')}`
    : sql``
  const { rows } = await sql<SeenPairs>`
    with seen (company_id, partner_id, score, forward, backward, reasons, mirrored) as (
      select company_a, company_b, score, forward, backward, reasons, false from match
      where programme_id = ${programmeId} and score >= ${filter.minScore} ${ofThem('company_a')}
      ${fromTheOtherSide}),
    page as (select * from seen order by score desc, company_id, partner_id limit ${filter.limit})
    select (select count(*)::integer from seen) as total,
      ${list(sql`
        select jsonb_build_object('companyId', s.company_id, 'partnerId', s.partner_id, 'score', s.score,
          'forward', s.forward, 'backward', s.backward, 'reasons', s.reasons, 'mirrored', s.mirrored,
          'shortlisted', exists (select from shortlist_entry e
            where e.company_id = s.company_id and e.partner_id = s.partner_id))
        from page s order by s.score desc, s.company_id, s.partner_id`)} as pairs,
      ${list(sql`
        select ${companyRow(insideOf)} from company c
        where c.id in (select company_id from page union select partner_id from page)`)} as companies,
      ${keywordNames(programmeId)} as "keywordNames"`.execute(db)
  return rows[0]!
}

export interface PairFacts {
  readonly company: CompanyRow
  readonly partner: CompanyRow
  readonly profiles: readonly (ProfileFacts & { readonly companyId: Id })[]
  readonly keywordNames: Readonly<Record<string, LocalizedText>>
  /** See `partiesVersion`. */
  readonly version: string
  /** Of the ranking that is shown now; null: the engine's own. */
  readonly weighting: Weighting | null
}

/** What the account of one pair needs beside the engine; null unless both are companies of the programme. */
export async function findPair(
  db: Db,
  programmeId: Id,
  companyId: Id,
  partnerId: Id,
  insideOf: InsideOf,
): Promise<PairFacts | null> {
  type Row = Omit<PairFacts, 'profiles'> & Record<'companyProfiles' | 'partnerProfiles', readonly ProfileFacts[]>
  const row = (id: Id) =>
    sql`(select ${companyRow(insideOf)} from company c where c.id = ${id} and c.programme_id = ${programmeId})`
  const profiles = (id: Id) =>
    sql`(select ${publishedProfiles(programmeId)} from company c where c.id = ${id} and c.programme_id = ${programmeId})`
  const { rows } = await sql<Row>`
    select ${row(companyId)} as company, ${row(partnerId)} as partner, ${profiles(companyId)} as "companyProfiles",
      ${profiles(partnerId)} as "partnerProfiles", ${keywordNames(programmeId)} as "keywordNames",
      ${partiesVersion(programmeId)} as version, ${weightingJson(shownWeightingId(programmeId))} as weighting`.execute(
    db,
  )
  const found = rows[0]
  if (!found?.company || !found.partner) return null
  const { companyProfiles, partnerProfiles, ...pair } = found
  return {
    ...pair,
    profiles: [
      ...companyProfiles.map((profile) => ({ ...profile, companyId })),
      ...partnerProfiles.map((profile) => ({ ...profile, companyId: partnerId })),
    ],
  }
}

export interface Shores {
  readonly companies: readonly CompanyRow[]
  readonly links: readonly { readonly companyId: Id; readonly partnerId: Id; readonly score: number }[]
  readonly unseen: readonly Id[]
}

/** The best pairs of every company, each once, and who is in nobody's best; one statement. */
export async function findShores(db: Db, programmeId: Id, perCompany: number): Promise<Shores> {
  const { rows } = await sql<Shores>`
    with seen (company_id, partner_id, score) as (
      select company_a, company_b, score from match where programme_id = ${programmeId} and score > 0
      union all
      select company_b, company_a, score from match where programme_id = ${programmeId} and score > 0),
    best as (
      select company_id, partner_id from (
        select *, row_number() over (partition by company_id order by score desc, partner_id) as place from seen) as placed
      where place <= ${perCompany}),
    published as (select distinct company_id from profile where programme_id = ${programmeId} and status = 'published')
    select
      ${list(sql`select ${companyRow(null)} from company c join side s on s.id = c.side_id
        where c.programme_id = ${programmeId} and c.id in (select company_id from published) order by s.position, c.code`)} as companies,
      ${list(sql`
        select jsonb_build_object('companyId', p.company_a, 'partnerId', p.company_b, 'score', p.score) from (
          select m.company_a, m.company_b, m.score from match m
            join best b on b.company_id = m.company_a and b.partner_id = m.company_b where m.programme_id = ${programmeId}
          union
          select m.company_a, m.company_b, m.score from match m
            join best b on b.company_id = m.company_b and b.partner_id = m.company_a where m.programme_id = ${programmeId}) as p
        order by p.score desc, p.company_a, p.company_b`)} as links,
      ${list(sql`select to_jsonb(company_id) from published
        where company_id not in (select partner_id from best) order by company_id`)} as unseen`.execute(db)
  return rows[0]!
}
