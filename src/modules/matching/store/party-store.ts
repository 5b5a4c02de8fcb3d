import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { Db } from '../../../platform/database/handle.ts'
import type { CompanyFacts } from '../domain/match-party.ts'

export interface PartyFacts extends CompanyFacts {
  /** Of its side, from 0. */
  readonly sidePosition: number
}

/** The outside model that took part in the ranking shown now; null: none. */
const shownOutsideModel = (programmeId: Id) => sql`
  (select r.outside_model from match_run r where r.programme_id = ${programmeId} and r.status = 'done'
    order by r.started_at desc, r.id desc limit 1)`

/** The published profiles of company `c`, as `CompanyFacts` wants them. */
export const publishedProfiles = (programmeId: Id) => sql`
  coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'type', p.type, 'title', p.title, 'summary', p.summary,
      'description', p.description, 'advantages', p.advantages, 'technicalSpecification', p.technical_specification,
      'partnerRole', p.partner_role, 'technologyKeywords', p.technology_keywords, 'marketKeywords', p.market_keywords,
      'partnershipTypes', p.partnership_types, 'partnerKinds', p.partner_kinds, 'partnerSizes', p.partner_sizes,
      'targetCountries', p.target_countries, 'languages', p.languages, 'stage', p.stage,
      'outsideVector', (select v.vector from profile_vector v where v.profile_id = p.id
        and v.profile_revision = p.revision and v.model = ${shownOutsideModel(programmeId)})) order by p.code)
    from profile p where p.company_id = c.id and p.status = 'published'), '[]')`

/**
 * Everything of a programme that the engine reads: all companies, those that have published nothing too, with what the
 * outside model of the ranking shown now made of the profiles. One statement.
 */
export async function loadParties(db: Db, programmeId: Id): Promise<PartyFacts[]> {
  const { rows } = await sql<PartyFacts>`
    select c.id, c.side_id as "sideId", s.position as "sidePosition", c.country, c.kind, c.size, c.languages,
      c.certifications, ${publishedProfiles(programmeId)} as profiles
    from company c join side s on s.id = c.side_id
    where c.programme_id = ${programmeId} order by s.position, c.id`.execute(db)
  return rows
}

/** Names the state of what `loadParties` reads: it is another text as soon as anything of it has changed. */
export const partiesVersion = (programmeId: Id) => sql<string>`(
  select concat_ws('/', ${programmeId}::text, count(*), max(c.updated_at), ${shownOutsideModel(programmeId)},
    (select concat_ws('/', count(*), max(p.updated_at)) from profile p
      where p.programme_id = ${programmeId} and p.status <> 'draft'))
  from company c where c.programme_id = ${programmeId})`
