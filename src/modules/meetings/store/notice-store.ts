import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { Locale, LocalizedText } from '../../../kernel/locale.ts'
import type { TimeZone } from '../../../kernel/time-zone.ts'
import type { Db } from '../../../platform/database/handle.ts'
import type { RequestStatus } from '../domain/request.ts'

/** One request as it stands now, for one person who speaks for its host or its guest. */
export interface Notice {
  readonly requestId: Id
  readonly programmeId: Id
  readonly party: 'host' | 'guest'
  readonly status: RequestStatus
  readonly decidedAt: Instant | null
  readonly expiresAt: Instant
  readonly note: string | null
  readonly declineReason: string | null
  readonly hostName: LocalizedText
  readonly guestName: LocalizedText
  readonly eventName: LocalizedText
  readonly personId: Id
  readonly name: string
  readonly email: string
  readonly locale: Locale
  /** Of the side of the person's company. */
  readonly timeZone: TimeZone
}

/** The requests for everybody who speaks for either company. */
export async function listNotices(db: Db, requestIds: readonly Id[]): Promise<Notice[]> {
  const { rows } = await sql<Notice>`
    select r.id as request_id, r.programme_id, reader.party, r.status, r.decided_at, r.expires_at, r.note,
      r.decline_reason, host_company.name as host_name, guest_company.name as guest_name, event.name as event_name,
      person.id as person_id, person.name, person.email, person.locale, side.time_zone
    from meeting_request r
    join event on event.id = r.event_id
    join participant host on host.id = r.host_id
    join participant guest on guest.id = r.guest_id
    join company host_company on host_company.id = host.company_id
    join company guest_company on guest_company.id = guest.company_id
    cross join lateral (values ('host', host.company_id), ('guest', guest.company_id)) reader (party, company_id)
    join company own on own.id = reader.company_id
    join side on side.id = own.side_id
    join role_grant on role_grant.programme_id = r.programme_id and role_grant.scope_id = reader.company_id
      and role_grant.role = 'company-representative' and role_grant.revoked_at is null
    join person on person.id = role_grant.person_id
    where r.id = any(${requestIds}::uuid[])
    order by r.id, person.id`.execute(db)
  return rows
}

export interface RequestCompanies {
  readonly requestId: Id
  readonly programmeId: Id
  readonly hostCompanyId: Id
  readonly guestCompanyId: Id
}

/** Between which companies requests are. */
export async function findCompaniesOfRequests(db: Db, requestIds: readonly Id[]): Promise<RequestCompanies[]> {
  const { rows } = await sql<RequestCompanies>`
    select r.id as request_id, r.programme_id, host.company_id as host_company_id, guest.company_id as guest_company_id
    from meeting_request r
    join participant host on host.id = r.host_id
    join participant guest on guest.id = r.guest_id
    where r.id = any(${requestIds}::uuid[])`.execute(db)
  return rows
}
