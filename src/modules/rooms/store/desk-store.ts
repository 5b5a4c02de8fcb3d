import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { Locale, LocalizedText } from '../../../kernel/locale.ts'
import type { Db } from '../../../platform/database/handle.ts'
import type { RoomKey } from './room-store.ts'

/** A request of the event, with its place in the newest release where it has one. */
export interface DeskMeeting {
  readonly eventId: Id
  readonly hostId: Id
  readonly guestId: Id
  readonly interpreterId: Id | null
  readonly startsAt: Instant | null
  readonly endsAt: Instant | null
}

/** Null: no accepted or formerly accepted request of this programme. */
export async function findDeskMeeting(db: Db, { programmeId, requestId }: RoomKey): Promise<DeskMeeting | null> {
  const { rows } = await sql<DeskMeeting>`
    select r.event_id as "eventId", r.host_id as "hostId", r.guest_id as "guestId", m.interpreter_id as "interpreterId",
      t.starts_at as "startsAt", t.ends_at as "endsAt"
    from meeting_request r
    left join lateral (select s.id from schedule s where s.event_id = r.event_id and s.kind = 'released'
      order by s.number desc limit 1) v on true
    left join scheduled_meeting m on m.schedule_id = v.id and m.request_id = r.id and m.status = 'planned'
    left join timeslot t on t.id = m.timeslot_id
    where r.programme_id = ${programmeId} and r.id = ${requestId} and r.status in ('accepted', 'cancelled')`.execute(db)
  return rows[0] ?? null
}

export interface DeskContact {
  readonly companyId: Id
  readonly name: string
  readonly jobTitle: string | null
  readonly phone: string | null
  readonly email: string | null
}

export interface DeskFacts {
  readonly contacts: readonly DeskContact[]
  /** Home zone of each company, by its side. */
  readonly zones: readonly { readonly companyId: Id; readonly timeZone: string }[]
  readonly interpreters: readonly { readonly id: Id; readonly eventId: Id; readonly name: string }[]
  /** Accepted requests without a meeting in the newest release, musts first. */
  readonly standby: readonly {
    readonly requestId: Id
    readonly eventId: Id
    readonly wish: 'must' | 'want'
    readonly hostName: LocalizedText
    readonly guestName: LocalizedText
  }[]
}

/** Whom to call, who interprets, and who waits for a freed time; one statement. */
export async function findDeskFacts(
  db: Db,
  programmeId: Id,
  companyIds: readonly Id[],
  eventIds: readonly Id[],
): Promise<DeskFacts> {
  const { rows } = await sql<DeskFacts>`
    select
      (select coalesce(jsonb_agg(jsonb_build_object('companyId', c.company_id, 'name', c.name, 'jobTitle', c.job_title,
          'phone', c.phone, 'email', c.email) order by c.phone is null, c.name), '[]')
        from contact c where c.programme_id = ${programmeId} and c.company_id = any(${companyIds}::uuid[])) as contacts,
      (select coalesce(jsonb_agg(jsonb_build_object('companyId', c.id, 'timeZone', s.time_zone)), '[]')
        from company c join side s on s.id = c.side_id
        where c.programme_id = ${programmeId} and c.id = any(${companyIds}::uuid[])) as zones,
      (select coalesce(jsonb_agg(jsonb_build_object('id', i.id, 'eventId', i.event_id, 'name', i.name) order by i.name), '[]')
        from interpreter i where i.programme_id = ${programmeId} and i.event_id = any(${eventIds}::uuid[])) as interpreters,
      (select coalesce(jsonb_agg(jsonb_build_object('requestId', r.id, 'eventId', r.event_id, 'wish', r.wish,
          'hostName', hc.name, 'guestName', gc.name) order by r.wish, r.created_at, r.id), '[]')
        from meeting_request r
        join participant h on h.id = r.host_id and h.status = 'registered' join company hc on hc.id = h.company_id
        join participant g on g.id = r.guest_id and g.status = 'registered' join company gc on gc.id = g.company_id
        where r.programme_id = ${programmeId} and r.event_id = any(${eventIds}::uuid[]) and r.status = 'accepted'
          and not exists (select from scheduled_meeting m join schedule s on s.id = m.schedule_id
            where m.request_id = r.id and m.status = 'planned' and s.kind = 'released' and s.number =
              (select max(number) from schedule where event_id = r.event_id and kind = 'released'))) as standby`.execute(
    db,
  )
  return rows[0] ?? { contacts: [], zones: [], interpreters: [], standby: [] }
}

export interface DeskReader {
  readonly personId: Id | null
  readonly name: string
  readonly email: string
  readonly locale: Locale
}

/** People who speak for the two sides of a meeting, and its interpreter; each address once. */
export async function findPeopleOfMeeting(
  db: Db,
  programmeId: Id,
  { companyIds, interpreterId }: { readonly companyIds: readonly Id[]; readonly interpreterId: Id | null },
): Promise<DeskReader[]> {
  const { rows } = await sql<DeskReader>`
    select distinct on (lower(email)) * from (
      select person.id as "personId", person.name, person.email, person.locale
      from role_grant g join person on person.id = g.person_id
      where g.programme_id = ${programmeId} and g.revoked_at is null
        and ((g.role = 'company-representative' and g.scope_id = any(${companyIds}::uuid[]))
          or (g.role = 'interpreter' and g.scope_id = ${interpreterId}))
      union all
      select null, i.name, i.email, 'en' from interpreter i
      where i.programme_id = ${programmeId} and i.id = ${interpreterId} and i.email is not null
    ) people order by lower(email), "personId" nulls last`.execute(db)
  return rows
}
