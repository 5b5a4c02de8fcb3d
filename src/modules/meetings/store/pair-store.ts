import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { Db } from '../../../platform/database/handle.ts'
import { screeningInForce } from '../../compliance/index.ts'
import type { PartyFacts, RequestRules } from '../domain/ask.ts'
import type { Candidate } from '../domain/from-matches.ts'
import type { RequestStatus, Wish } from '../domain/request.ts'
import type { EventKey } from './request-store.ts'

export async function findRules(db: Db, { programmeId, eventId }: EventKey): Promise<RequestRules | null> {
  const { rows } = await sql<RequestRules>`
    select status, request_mode, request_expiry_hours, max_requests_per_participant, who_may_meet,
      ${screeningInForce(programmeId)} as screening_in_force
    from event where id = ${eventId} and programme_id = ${programmeId}`.execute(db)
  return rows[0] ?? null
}

/** The companies that take part, for each once. */
export async function listCompaniesOfEvent(db: Db, { programmeId, eventId }: EventKey): Promise<Id[]> {
  const { rows } = await sql<{ companyId: Id }>`
    select distinct company_id from participant
    where event_id = ${eventId} and programme_id = ${programmeId} and status = 'registered'`.execute(db)
  return rows.map(({ companyId }) => companyId)
}

export type PartyOfEvent = Omit<PartyFacts, 'saidNever'> & {
  readonly companyCode: string
  /** Live requests it has made. */
  readonly requests: number
}

/**
 * Everybody who takes part or has withdrawn, in the order of codes. Their rows stay locked until the transaction
 * ends, in the order of ids, so that requests made one by one are not counted twice against a quota.
 */
export async function lockParties(trx: Db, { programmeId, eventId }: EventKey, now: Instant): Promise<PartyOfEvent[]> {
  await sql`
    select id from participant where event_id = ${eventId} and programme_id = ${programmeId}
    order by id for no key update`.execute(trx)
  const { rows } = await sql<PartyOfEvent>`
    select p.id as participant_id, p.company_id, company.code as company_code, company.side_id, p.status, p.max_meetings,
      count(r.id) filter (where r.status = 'accepted') as accepted,
      count(r.id) filter (where r.host_id = p.id and (r.status = 'accepted' or r.expires_at > ${now})) as requests
    from participant p
    join company on company.id = p.company_id
    left join meeting_request r on r.status in ('pending', 'accepted') and p.id in (r.host_id, r.guest_id)
    where p.event_id = ${eventId} and p.programme_id = ${programmeId}
    group by p.id, company.id
    order by company.code, p.id`.execute(trx)
  return rows
}

export interface LivePair {
  readonly id: Id
  readonly hostId: Id
  readonly guestId: Id
  readonly hostCode: string
  readonly guestCode: string
  readonly wish: Wish
  readonly note: string | null
  readonly status: RequestStatus
  readonly expiresAt: Instant
}

/** Requests marked live, in the order of their companies' codes. */
export async function listLivePairs(db: Db, { programmeId, eventId }: EventKey): Promise<LivePair[]> {
  const { rows } = await sql<LivePair>`
    select r.id, r.host_id, r.guest_id, host_company.code as host_code, guest_company.code as guest_code, r.wish, r.note,
      r.status, r.expires_at
    from meeting_request r
    join participant host on host.id = r.host_id
    join participant guest on guest.id = r.guest_id
    join company host_company on host_company.id = host.company_id
    join company guest_company on guest_company.id = guest.company_id
    where r.event_id = ${eventId} and r.programme_id = ${programmeId} and r.status in ('pending', 'accepted')
    order by host_company.code, guest_company.code, r.id`.execute(db)
  return rows
}

/** Matches at or above `minScore` in both directions and all shortlists, of the companies that take part. */
export async function listCandidates(
  db: Db,
  { programmeId, eventId }: EventKey,
  minScore: number,
): Promise<Candidate[]> {
  const { rows } = await sql<Candidate>`
    with there as (
      select company_id from participant
      where event_id = ${eventId} and programme_id = ${programmeId} and status = 'registered'
    ), ranked as (
      select company_a, company_b, score from match
      where programme_id = ${programmeId} and company_a in (select company_id from there)
        and company_b in (select company_id from there)
    ), directed as (
      select company_a as company_id, company_b as partner_id, score from ranked
      union all select company_b, company_a, score from ranked
    )
    select coalesce(directed.company_id, listed.company_id) as company_id,
      coalesce(directed.partner_id, listed.partner_id) as partner_id, directed.score,
      listed.company_id is not null as shortlisted
    from directed
    full join (
      select company_id, partner_id from shortlist_entry
      where programme_id = ${programmeId} and company_id in (select company_id from there)
        and partner_id in (select company_id from there)
    ) listed on listed.company_id = directed.company_id and listed.partner_id = directed.partner_id
    where listed.company_id is not null or directed.score >= ${minScore}
    order by 1, 2`.execute(db)
  return rows
}
