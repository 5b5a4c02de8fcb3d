import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { Db } from '../../../platform/database/handle.ts'
import type { CandidatePair } from '../domain/shortlist-proposal.ts'
import { type CompanyRow, companyRow, list } from './company-row.ts'

export interface ProposalFacts {
  /** The newest finished run; null before the first. */
  readonly runId: Id | null
  readonly companies: readonly CompanyRow[]
  readonly candidates: readonly CandidatePair[]
}

/** Companies with a published profile (only these, when given) and their ranked pairs; one statement. */
export async function findProposalFacts(
  db: Db,
  programmeId: Id,
  only: readonly Id[] | null,
  minScore: number,
): Promise<ProposalFacts> {
  const chosen = only === null ? sql`true` : sql`c.id = any(${only}::uuid[])`
  const { rows } = await sql<ProposalFacts>`
    with considered as (
      select c.id from company c
      where c.programme_id = ${programmeId} and ${chosen}
        and exists (select from profile p where p.company_id = c.id and p.status = 'published'))
    select ${newestDoneRun(programmeId)} as run_id,
      ${list(sql`select ${companyRow(null)} from company c join side s on s.id = c.side_id
        where c.id in (select id from considered) order by s.position, c.code`)} as companies,
      ${list(sql`select jsonb_build_object('a', m.company_a, 'b', m.company_b, 'score', m.score) from match m
        where m.programme_id = ${programmeId} and m.score > 0 and m.score >= ${minScore}
          and m.company_a in (select id from considered) and m.company_b in (select id from considered)`)} as candidates`.execute(
    db,
  )
  return rows[0]!
}

const newestDoneRun = (programmeId: Id) => sql`
  (select r.id from match_run r where r.programme_id = ${programmeId} and r.status = 'done'
    order by r.started_at desc, r.id desc limit 1)`

export interface ListedPartner {
  readonly companyId: Id
  readonly partnerId: Id
}

/** Puts each on the other's shortlist; returns what was not there before. */
export async function addToShortlists(
  db: Db,
  programmeId: Id,
  pairs: readonly CandidatePair[],
  addedBy: Id,
  now: Instant,
): Promise<ListedPartner[]> {
  const both = pairs.flatMap(({ a, b }) => [
    { companyId: a, partnerId: b },
    { companyId: b, partnerId: a },
  ])
  const { rows } = await sql<ListedPartner>`
    insert into shortlist_entry (programme_id, company_id, partner_id, note, added_by, created_at)
    select ${programmeId}, l."companyId", l."partnerId", null, ${addedBy}, ${now}
    from jsonb_to_recordset(${JSON.stringify(both)}::jsonb) as l ("companyId" uuid, "partnerId" uuid)
    on conflict (company_id, partner_id) do nothing
    returning company_id, partner_id`.execute(db)
  return rows
}
