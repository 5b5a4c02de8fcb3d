import { type RawBuilder, sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { LocalizedText } from '../../../kernel/locale.ts'
import type { Db } from '../../../platform/database/handle.ts'
import { screeningInForce } from '../../compliance/index.ts'
import type { EventStatus } from '../domain/ask.ts'
import type { RequestStatus, Wish } from '../domain/request.ts'

export interface PartyOfRequest {
  readonly participantId: Id
  readonly companyId: Id
  readonly code: string
  readonly name: LocalizedText
  readonly sideId: Id
}

export interface RequestRow {
  readonly id: Id
  readonly eventId: Id
  readonly host: PartyOfRequest
  readonly guest: PartyOfRequest
  readonly wish: Wish
  readonly note: string | null
  /** At the moment of the question: run out means expired. */
  readonly status: RequestStatus
  readonly onBehalf: boolean
  readonly createdAt: Instant
  readonly expiresAt: Instant
  readonly decidedAt: Instant | null
  readonly declineReason: string | null
  readonly score: number | null
  readonly hostLanguages: readonly string[]
  readonly guestLanguages: readonly string[]
  readonly eventStatus: EventStatus
  readonly partyWithdrawn: boolean
  /** Pending where requests count as accepted: the gate was closed for one of the two. */
  readonly waitsForScreening: boolean
}

/** Which requests; a missing condition lets all pass. */
export interface RequestFilter {
  readonly programmeId: Id
  readonly eventId?: Id
  /** Either party is one of these companies. */
  readonly companies?: readonly Id[]
  /** Either party is this company. */
  readonly companyId?: Id
  /** The guest is one of these companies. */
  readonly guests?: readonly Id[]
  readonly status?: RequestStatus
  readonly now: Instant
}

const statusAt = (now: Instant): RawBuilder<RequestStatus> =>
  sql`case when r.status = 'pending' and r.expires_at <= ${now} then 'expired' else r.status end`

const PARTIES = sql`meeting_request r
  join event on event.id = r.event_id
  join participant host on host.id = r.host_id
  join participant guest on guest.id = r.guest_id`

function matching(filter: RequestFilter): RawBuilder<boolean> {
  const conditions = [
    sql`r.programme_id = ${filter.programmeId}`,
    ...(filter.eventId ? [sql`r.event_id = ${filter.eventId}`] : []),
    ...(filter.companies
      ? [
          sql`(host.company_id = any(${filter.companies}::uuid[]) or guest.company_id = any(${filter.companies}::uuid[]))`,
        ]
      : []),
    ...(filter.companyId ? [sql`${filter.companyId}::uuid in (host.company_id, guest.company_id)`] : []),
    ...(filter.guests ? [sql`guest.company_id = any(${filter.guests}::uuid[])`] : []),
    ...(filter.status ? [sql`${statusAt(filter.now)} = ${filter.status}`] : []),
  ]
  return sql<boolean>`${sql.join(conditions, sql` and `)}`
}

const partyOf = (participant: string, company: string): RawBuilder<PartyOfRequest> => sql`
  json_build_object('participantId', ${sql.ref(`${participant}.id`)}, 'companyId', ${sql.ref(`${company}.id`)},
    'code', ${sql.ref(`${company}.code`)}, 'name', ${sql.ref(`${company}.name`)}, 'sideId', ${sql.ref(`${company}.sideId`)})`

/** Newest first. */
export async function listRequestRows(
  db: Db,
  filter: RequestFilter,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<RequestRow[]> {
  const { rows } = await sql<RequestRow>`
    select r.id, r.event_id, ${partyOf('host', 'host_company')} as host, ${partyOf('guest', 'guest_company')} as guest,
      r.wish, r.note, ${statusAt(filter.now)} as status, r.on_behalf, r.created_at, r.expires_at, r.decided_at,
      r.decline_reason, coalesce(forth.score, back.score) as score, host.languages as host_languages,
      guest.languages as guest_languages, event.status as event_status,
      (host.status = 'withdrawn' or guest.status = 'withdrawn') as party_withdrawn,
      (r.status = 'pending' and event.request_mode = 'opt-out'
        and ${screeningInForce(filter.programmeId)}) as waits_for_screening
    from ${PARTIES}
    join company host_company on host_company.id = host.company_id
    join company guest_company on guest_company.id = guest.company_id
    left join match forth on forth.programme_id = r.programme_id
      and forth.company_a = host.company_id and forth.company_b = guest.company_id
    left join match back on back.programme_id = r.programme_id
      and back.company_a = guest.company_id and back.company_b = host.company_id
    where ${matching(filter)}
    order by r.created_at desc, r.id desc
    limit ${limit} offset ${offset}`.execute(db)
  return rows
}

/** How many requests stand in which state. */
export async function countRequests(db: Db, filter: RequestFilter): Promise<Partial<Record<RequestStatus, number>>> {
  const { rows } = await sql<{ status: RequestStatus; count: number }>`
    select ${statusAt(filter.now)} as status, count(*) as count
    from ${PARTIES}
    where ${matching(filter)}
    group by 1`.execute(db)
  return Object.fromEntries(rows.map(({ status, count }) => [status, count]))
}

export async function eventExists(db: Db, programmeId: Id, eventId: Id): Promise<boolean> {
  const { rows } = await sql`select from event where id = ${eventId} and programme_id = ${programmeId}`.execute(db)
  return rows.length > 0
}

/** The requests of all events of a programme in one row, with the participants who could ask. */
export async function countForOverview(db: Db, programmeId: Id, now: Instant) {
  const { rows } = await sql<{
    requests: number
    pending: number
    accepted: number
    declined: number
    participants: number
  }>`
    select count(*) as requests, count(*) filter (where r.status = 'pending' and r.expires_at > ${now}) as pending,
      count(*) filter (where r.status = 'accepted') as accepted,
      count(*) filter (where r.status = 'declined') as declined,
      (select count(*) from participant join event on event.id = participant.event_id
        where participant.programme_id = ${programmeId} and participant.status = 'registered'
          and event.status <> 'closed') as participants
    from meeting_request r where r.programme_id = ${programmeId}`.execute(db)
  return rows[0]!
}
