import { type RawBuilder, sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { Db } from '../../../platform/database/handle.ts'
import { type NewJournalEntry, journalInsert } from '../../../platform/journal.ts'
import { screeningInForce } from '../../compliance/index.ts'
import type { AskFacts, NewRequest, PartyFacts, RequestRules } from '../domain/ask.ts'
import { DECISIONS, type DecisionFacts } from '../domain/decision.ts'
import type { Decision, Standing } from '../domain/policy.ts'
import type { RequestStatus, Wish } from '../domain/request.ts'

export interface EventKey {
  readonly programmeId: Id
  readonly eventId: Id
}
export type RequestKey = EventKey & { readonly requestId: Id }

/** Pending requests whose time has run out hold nothing. */
const liveAt = (now: Instant): RawBuilder<boolean> =>
  sql`(status = 'accepted' or (status = 'pending' and expires_at > ${now}))`

const partyFacts = (participantId: Id, otherId: Id, eventId: Id): RawBuilder<unknown> => sql`
  select json_build_object('participantId', p.id, 'companyId', p.company_id, 'sideId', company.side_id,
    'status', p.status, 'maxMeetings', p.max_meetings,
    'accepted', (select count(*) from meeting_request
      where status = 'accepted' and (host_id = p.id or guest_id = p.id)),
    'saidNever', exists (select from never_meet where participant_id = p.id and unwanted_id = ${otherId})) as facts
  from participant p join company on company.id = p.company_id
  where p.id = ${participantId} and p.event_id = ${eventId}`

/**
 * What a request is decided on, in one statement. The host's row stays locked until the transaction ends, so that
 * the requests of one host are counted one after the other. Null: no such event.
 */
export async function loadAskFacts(
  trx: Db,
  { programmeId, eventId }: EventKey,
  hostId: Id,
  guestId: Id,
  now: Instant,
): Promise<AskFacts | null> {
  const { rows } = await sql<
    RequestRules & {
      host: PartyFacts | null
      guest: PartyFacts | null
      hostRequests: number
      pairId: Id | null
      pairStatus: RequestStatus | null
      pairExpiresAt: Instant | null
    }
  >`
    with locked as materialized (
      select id from participant where id = ${hostId} and event_id = ${eventId} for no key update
    )
    select event.status, event.request_mode, event.request_expiry_hours, event.max_requests_per_participant,
      event.who_may_meet, ${screeningInForce(programmeId)} as screening_in_force, host.facts as host, guest.facts as guest,
      (select count(*) from meeting_request where host_id = ${hostId} and ${liveAt(now)}) as host_requests,
      pair.id as pair_id, pair.status as pair_status, pair.expires_at as pair_expires_at
    from event
    left join locked on true
    left join lateral (${partyFacts(hostId, guestId, eventId)}) host on true
    left join lateral (${partyFacts(guestId, hostId, eventId)}) guest on true
    left join meeting_request pair on pair.event_id = event.id and pair.status in ('pending', 'accepted')
      and least(pair.host_id, pair.guest_id) = least(${hostId}::uuid, ${guestId}::uuid)
      and greatest(pair.host_id, pair.guest_id) = greatest(${hostId}::uuid, ${guestId}::uuid)
    where event.id = ${eventId} and event.programme_id = ${programmeId}`.execute(trx)
  const row = rows[0]
  if (!row) return null
  const { host, guest, hostRequests, pairId, pairStatus, pairExpiresAt, ...event } = row
  const pair =
    pairId && pairStatus && pairExpiresAt ? { id: pairId, status: pairStatus, expiresAt: pairExpiresAt } : null
  return { event, host, guest, hostRequests, pair }
}

export interface RequestToSave extends Omit<NewRequest, 'asksGate'> {
  readonly id: Id
  readonly hostId: Id
  readonly guestId: Id
  readonly wish: Wish
  readonly note: string | null
  readonly createdBy: Id | null
  readonly createdAt: Instant
}

const ONE_LIVE_REQUEST = sql`(event_id, least(host_id, guest_id), greatest(host_id, guest_id))
  where status in ('pending', 'accepted')`

/**
 * Writes the request unless the pair has got a live one or the host's quota is used up by now (false then). A
 * request of the pair whose time has run out is marked expired first: the insert reads `swept` and so comes second.
 */
export async function insertRequest(
  trx: Db,
  { programmeId, eventId }: EventKey,
  request: RequestToSave,
  entries: { readonly created: NewJournalEntry; readonly expired: NewJournalEntry | null },
): Promise<boolean> {
  const now = request.createdAt
  const { rows } = await sql`
    with swept as (
      update meeting_request set status = 'expired'
      where id = ${request.stale}::uuid and status = 'pending' and expires_at <= ${now}
      returning id
    ), ${entries.expired ? sql`swept_logged as (${journalInsert(entries.expired, 'swept')}),` : sql``}
    changed as (
      insert into meeting_request (id, programme_id, event_id, host_id, guest_id, wish, note, status, on_behalf,
        created_by, created_at, expires_at)
      select ${request.id}::uuid, ${programmeId}::uuid, ${eventId}::uuid, ${request.hostId}::uuid,
        ${request.guestId}::uuid, ${request.wish}, ${request.note}, ${request.status}, ${request.onBehalf}::boolean,
        ${request.createdBy}::uuid, ${now}::timestamptz, ${request.expiresAt}::timestamptz
      from (select count(*) from swept) as first
      where (select count(*) from meeting_request where host_id = ${request.hostId} and ${liveAt(now)})
        < ${request.maxRequests}::integer
      on conflict ${ONE_LIVE_REQUEST} do nothing
      returning id
    ), logged as (${journalInsert(entries.created)})
    select id from changed`.execute(trx)
  return rows.length > 0
}

export interface DecisionToSave {
  readonly decision: Decision
  readonly by: Standing
  readonly decidedBy: Id | null
  readonly reason: string | null
  readonly now: Instant
  /** Only where screening is not in force: nobody has asked the gate for it. */
  readonly unlessScreened: boolean
  /** The journal entry of the decision when the request stood at `before`. */
  readonly entry: (before: RequestStatus) => NewJournalEntry
}

/** The conditions of `isOpenTo`, on the row as it is once no other decision is under way. */
function openTo({ decision, by, now, unlessScreened }: DecisionToSave): RawBuilder<boolean> {
  const guest = sql`request.guest_company_id = any(${by.companies}::uuid[])`
  const host = sql`request.host_company_id = any(${by.companies}::uuid[])`
  const conditions = [
    sql`request.event_status <> 'closed'`,
    sql`request.status = any(${DECISIONS[decision].from}::text[])`,
    sql`(request.status <> 'pending' or request.expires_at > ${now})`,
    ...(unlessScreened ? [sql`not request.screening_in_force`] : []),
    ...(by.isOperator
      ? []
      : [decision === 'cancel' ? sql`(${host} or (request.status = 'accepted' and ${guest}))` : guest]),
    ...(decision === 'accept' ? [sql`not request.party_withdrawn`] : []),
    ...(decision === 'decline' ? [sql`(request.status = 'pending' or request.decided_at is null)`] : []),
  ]
  return sql<boolean>`${sql.join(conditions, sql` and `)}`
}

/**
 * Accepts, declines or cancels in one statement, when that is open to the actor. The row is locked before it is
 * looked at: whoever comes second sees what the first decided, in `facts`. Null facts: no such request.
 */
export async function saveDecision(
  db: Db,
  { programmeId, eventId, requestId }: RequestKey,
  save: DecisionToSave,
): Promise<{ done: boolean; facts: DecisionFacts | null }> {
  const { from, to } = DECISIONS[save.decision]
  const logged = from.map((before) => {
    const was = `was_${before}`
    return sql`${sql.id(was)} as (select from changed where before = ${before}),
      ${sql.id(`logged_${before}`)} as (${journalInsert(save.entry(before), was)})`
  })
  const { rows } = await sql<DecisionFacts & { done: boolean }>`
    with locked as (
      select * from meeting_request
      where id = ${requestId} and event_id = ${eventId} and programme_id = ${programmeId}
      for update
    ), request as (
      select locked.*, event.status as event_status, host.company_id as host_company_id,
        guest.company_id as guest_company_id, host_side.time_zone as host_time_zone,
        guest_side.time_zone as guest_time_zone,
        (host.status = 'withdrawn' or guest.status = 'withdrawn') as party_withdrawn,
        ${screeningInForce(programmeId)} as screening_in_force
      from locked
      join event on event.id = locked.event_id
      join participant host on host.id = locked.host_id
      join participant guest on guest.id = locked.guest_id
      join company host_company on host_company.id = host.company_id
      join company guest_company on guest_company.id = guest.company_id
      join side host_side on host_side.id = host_company.side_id
      join side guest_side on guest_side.id = guest_company.side_id
    ), changed as (
      update meeting_request set status = ${to}, decided_by = ${save.decidedBy}, decided_at = ${save.now},
        decline_reason = ${save.reason}
      from request
      where meeting_request.id = request.id and ${openTo(save)}
      returning request.status as before
    ), ${sql.join(logged)}
    select exists (select from changed) as done, event_status, status, expires_at, decided_at, host_company_id,
      guest_company_id, host_time_zone, guest_time_zone, party_withdrawn, screening_in_force,
      (select name from person where person.id = request.decided_by) as decided_by_name
    from request`.execute(db)
  if (!rows[0]) return { done: false, facts: null }
  const { done, ...facts } = rows[0]
  return { done, facts }
}

/** A request that changed, as the journal needs it. */
export interface ChangedRequest {
  readonly id: Id
  readonly programmeId: Id
  readonly eventId: Id
  readonly before: RequestStatus
}

/** Marks pending requests expired whose time has run out: of one event, or of all, `limit` at a time. */
export async function saveExpiry(
  trx: Db,
  now: Instant,
  { eventId, limit }: { readonly eventId?: Id; readonly limit: number },
): Promise<ChangedRequest[]> {
  const { rows } = await sql<ChangedRequest>`
    update meeting_request set status = 'expired'
    where id in (
      select id from meeting_request
      where status = 'pending' and expires_at <= ${now} ${eventId ? sql`and event_id = ${eventId}` : sql``}
      order by expires_at, id limit ${limit} for update skip locked
    )
    returning id, programme_id, event_id, 'pending' as before`.execute(trx)
  return rows
}

/** Calls off the live requests of participants who have withdrawn and not come back. */
export async function cancelRequestsOfWithdrawn(
  trx: Db,
  participantIds: readonly Id[],
  now: Instant,
): Promise<ChangedRequest[]> {
  const { rows } = await sql<ChangedRequest>`
    with live as (
      select r.id, r.status from meeting_request r
      where r.status in ('pending', 'accepted') and exists (
        select from participant p
        where p.id = any(${participantIds}::uuid[]) and p.status = 'withdrawn' and p.id in (r.host_id, r.guest_id))
      for update of r
    )
    update meeting_request r set status = 'cancelled', decided_at = ${now}, decided_by = null
    from live where r.id = live.id
    returning r.id, r.programme_id, r.event_id, live.status as before`.execute(trx)
  return rows
}

export interface RequestOfMany {
  readonly id: Id
  readonly hostId: Id
  readonly guestId: Id
  readonly wish: Wish
  readonly note: string | null
  readonly status: 'pending' | 'accepted'
}

/** Many requests on behalf of their hosts in one statement; a pair that has got a live one is left out. */
export async function insertRequests(
  trx: Db,
  { programmeId, eventId }: EventKey,
  requests: readonly RequestOfMany[],
  common: {
    readonly createdBy: Id | null
    readonly now: Instant
    readonly expiresAt: Instant
    /** The operator has asked the guests too: accepted requests count as decided by the operator. */
    readonly decided: boolean
  },
): Promise<Id[]> {
  const { rows } = await sql<{ id: Id }>`
    insert into meeting_request (id, programme_id, event_id, host_id, guest_id, wish, note, status, on_behalf,
      created_by, created_at, expires_at, decided_by, decided_at)
    select id, ${programmeId}::uuid, ${eventId}::uuid, "hostId", "guestId", wish, note, status, true,
      ${common.createdBy}::uuid, ${common.now}::timestamptz, ${common.expiresAt}::timestamptz,
      case when status = 'accepted' and ${common.decided}::boolean then ${common.createdBy}::uuid end,
      case when status = 'accepted' and ${common.decided}::boolean then ${common.now}::timestamptz end
    from jsonb_to_recordset(${JSON.stringify(requests)}::jsonb) as given (id uuid, "hostId" uuid, "guestId" uuid,
      wish text, note text, status text)
    on conflict ${ONE_LIVE_REQUEST} do nothing
    returning id`.execute(trx)
  return rows.map(({ id }) => id)
}

/** Wish, note and state of known requests as an imported table gives them. */
export async function saveRequestsOfSheet(
  trx: Db,
  requests: readonly Omit<RequestOfMany, 'hostId' | 'guestId'>[],
  decidedBy: Id | null,
  now: Instant,
): Promise<void> {
  await sql`
    update meeting_request r set wish = given.wish, note = given.note, status = given.status,
      decided_by = case when r.status <> given.status then ${decidedBy}::uuid else r.decided_by end,
      decided_at = case when r.status <> given.status then ${now}::timestamptz else r.decided_at end
    from jsonb_to_recordset(${JSON.stringify(requests)}::jsonb) as given (id uuid, wish text, note text, status text)
    where r.id = given.id`.execute(trx)
}
