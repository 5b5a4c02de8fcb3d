import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { Db } from '../../../platform/database/handle.ts'
import type { Outcome } from '../domain/outcome.ts'
import { requestCounts } from './facts-store.ts'

export interface VersionRow {
  readonly id: Id
  readonly number: number
  readonly releasedAt: Instant
  readonly releasedByName: string | null
  readonly note: string | null
  readonly meetings: number
  readonly value: Outcome['value']
}

/** Released versions, newest first. */
export async function listVersionRows(db: Db, programmeId: Id, eventId: Id): Promise<VersionRow[]> {
  const { rows } = await sql<VersionRow>`
    select v.id, v.number, v.released_at as "releasedAt", p.name as "releasedByName", v.note, v.outcome -> 'value' as value,
      (select count(*)::integer from scheduled_meeting m where m.schedule_id = v.id and m.status = 'planned') as meetings
    from schedule v left join person p on p.id = v.released_by
    where v.programme_id = ${programmeId} and v.event_id = ${eventId} and v.kind = 'released'
    order by v.number desc`.execute(db)
  return rows
}

export interface ScheduleCounts {
  /** Planned meetings in the newest released version of every event. */
  readonly planned: number
  /** Accepted requests of those events that the version does not hold. */
  readonly unmet: number
  /** Highest number of any released version; 0 before the first. */
  readonly version: number
  /** Drafts changed since their event's last release. */
  readonly drafts: number
  /** Events with accepted requests and no draft. */
  readonly unsolved: number
}

export async function countSchedules(db: Db, programmeId: Id): Promise<ScheduleCounts> {
  const { rows } = await sql<ScheduleCounts>`
    with newest as (
      select distinct on (event_id) id, event_id, number from schedule
      where programme_id = ${programmeId} and kind = 'released' order by event_id, number desc),
    places as (
      select m.schedule_id, jsonb_agg(jsonb_build_array(m.request_id, m.timeslot_id, m.place_id, m.interpreter_id) order by m.request_id) as plan
      from scheduled_meeting m join schedule s on s.id = m.schedule_id
      where s.programme_id = ${programmeId} and m.status = 'planned' and (s.kind = 'draft' or s.id in (select id from newest))
      group by m.schedule_id)
    select
      (select count(*)::integer from scheduled_meeting m join newest n on n.id = m.schedule_id where m.status = 'planned') as planned,
      (select count(*)::integer from meeting_request r join newest n on n.event_id = r.event_id
        where ${requestCounts} and not exists (select from scheduled_meeting m
          where m.schedule_id = n.id and m.request_id = r.id and m.status = 'planned')) as unmet,
      (select coalesce(max(number), 0) from newest) as version,
      (select count(*)::integer from schedule d join places p on p.schedule_id = d.id
        left join newest n on n.event_id = d.event_id left join places q on q.schedule_id = n.id
        where d.programme_id = ${programmeId} and d.kind = 'draft' and p.plan is distinct from q.plan) as drafts,
      (select count(distinct r.event_id)::integer from meeting_request r
        where r.programme_id = ${programmeId} and r.status = 'accepted'
          and not exists (select from schedule d where d.event_id = r.event_id and d.kind = 'draft')) as unsolved`.execute(
    db,
  )
  return rows[0] ?? { planned: 0, unmet: 0, version: 0, drafts: 0, unsolved: 0 }
}
