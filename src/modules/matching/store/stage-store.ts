import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { Db } from '../../../platform/database/handle.ts'
import { changedProfiles } from './match-run-store.ts'

export interface StageCounts {
  readonly pairs: number
  readonly shortlisted: number
  readonly interests: number
  /** Sides of which a company has published a profile: with fewer than two there is nothing to rank. */
  readonly sidesToRank: number
  readonly changedProfiles: number
  /** A run is queued or going. */
  readonly ranking: boolean
}

/** One statement. */
export async function countStage(db: Db, programmeId: Id): Promise<StageCounts> {
  const of = sql`programme_id = ${programmeId}`
  const { rows } = await sql<StageCounts>`
    select (select count(*)::integer from match where ${of}) as pairs,
      (select count(*)::integer from shortlist_entry where ${of}) as shortlisted,
      (select count(*)::integer from expression_of_interest where ${of} and status <> 'withdrawn') as interests,
      (select count(distinct c.side_id)::integer from profile p join company c on c.id = p.company_id
        where p.programme_id = ${programmeId} and p.status = 'published') as "sidesToRank",
      ${changedProfiles(programmeId)} as "changedProfiles",
      exists (select from match_run where ${of} and status in ('queued', 'running')) as ranking`.execute(db)
  return rows[0]!
}
