import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { Locale, LocalizedText } from '../../../kernel/locale.ts'
import type { Db } from '../../../platform/database/handle.ts'

/** Somebody of a meeting that is about to begin. */
export interface MeetingReminder {
  readonly programmeId: Id
  readonly requestId: Id
  readonly eventName: LocalizedText
  readonly startsAt: Instant
  readonly placeName: string | null
  readonly hostName: LocalizedText
  readonly guestName: LocalizedText
  readonly seat: 'host' | 'guest' | 'interpreter'
  /** Of the reader's side first, then of the others; an interpreter has none of their own. */
  readonly zones: readonly string[]
  readonly name: string
  readonly email: string
  readonly locale: Locale
}

/** Everybody of the planned meetings of the newest releases that begin in (from, until]; of archived programmes nobody. */
export async function findMeetingReminders(
  db: Db,
  { from, until }: { readonly from: Instant; readonly until: Instant },
): Promise<MeetingReminder[]> {
  const { rows } = await sql<MeetingReminder>`
    with soon as (
      select m.programme_id, m.request_id, m.interpreter_id, e.name as event_name, t.starts_at, pl.name as place_name,
        h.company_id as host_id, g.company_id as guest_id, hc.name as host_name, gc.name as guest_name
      from event e
      join programme pr on pr.id = e.programme_id and pr.archived_at is null
      join lateral (select s.id from schedule s where s.event_id = e.id and s.kind = 'released'
        order by s.number desc limit 1) v on true
      join scheduled_meeting m on m.schedule_id = v.id and m.status = 'planned'
      join timeslot t on t.id = m.timeslot_id
      join meeting_request r on r.id = m.request_id
      join participant h on h.id = r.host_id join company hc on hc.id = h.company_id
      join participant g on g.id = r.guest_id join company gc on gc.id = g.company_id
      left join place pl on pl.id = m.place_id
      where t.starts_at > ${from} and t.starts_at <= ${until}),
    people as (
      select s.request_id, 'host' as seat, c.side_id, p.name, p.email, p.locale
      from soon s join company c on c.id = s.host_id
      join role_grant r on r.programme_id = s.programme_id and r.scope_id = s.host_id
        and r.role = 'company-representative' and r.revoked_at is null
      join person p on p.id = r.person_id
      union all
      select s.request_id, 'guest', c.side_id, p.name, p.email, p.locale
      from soon s join company c on c.id = s.guest_id
      join role_grant r on r.programme_id = s.programme_id and r.scope_id = s.guest_id
        and r.role = 'company-representative' and r.revoked_at is null
      join person p on p.id = r.person_id
      union all
      select s.request_id, 'interpreter', null, coalesce(p.name, i.name), coalesce(p.email, i.email),
        coalesce(p.locale, 'en')
      from soon s join interpreter i on i.id = s.interpreter_id
      left join role_grant r on r.programme_id = s.programme_id and r.scope_id = i.id and r.role = 'interpreter'
        and r.revoked_at is null
      left join person p on p.id = r.person_id
      where coalesce(p.email, i.email) is not null)
    select s.programme_id as "programmeId", s.request_id as "requestId", s.event_name as "eventName",
      s.starts_at as "startsAt", s.place_name as "placeName", s.host_name as "hostName", s.guest_name as "guestName",
      w.seat, w.name, w.email, w.locale, (
        select jsonb_agg(d.time_zone order by d.id is distinct from w.side_id, d.position)
        from side d where d.programme_id = s.programme_id) as zones
    from soon s join people w on w.request_id = s.request_id
    order by s.starts_at, s.request_id, w.email`.execute(db)
  return rows
}
