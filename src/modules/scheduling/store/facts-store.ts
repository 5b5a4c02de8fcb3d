import { type RawBuilder, sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { Db } from '../../../platform/database/handle.ts'
import { screeningInForce } from '../../compliance/index.ts'
import { languagePair } from '../../meetings/index.ts'
import type { RequestFacts, ScheduleFacts } from '../domain/facts.ts'
import { NO_OUTCOME } from '../domain/outcome.ts'

/** An instant inside JSON in the one form the application knows. */
export const instant = (column: string): RawBuilder<string> =>
  sql`to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

const list = (query: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`coalesce((select jsonb_agg(row) from (${query}) as row), '[]'::jsonb)`

const intervals = (owner: 'participant_id' | 'interpreter_id', id: string) =>
  list(sql`select ${instant('a.starts_at')} as "startsAt", ${instant('a.ends_at')} as "endsAt"
    from availability a where a.${sql.ref(owner)} = ${sql.ref(id)} order by a.starts_at`)

/** Timeslots lost on the day. */
const outages = (owner: 'participant_id' | 'interpreter_id' | 'place_id', id: string) => sql`
  (select coalesce(jsonb_agg(distinct lost.id), '[]'::jsonb)
    from outage o cross join unnest(o.timeslot_ids) as lost (id) where o.${sql.ref(owner)} = ${sql.ref(id)})`

const meetings = (schedule: string, which = sql``) =>
  list(sql`
  select m.request_id as "requestId", r.host_id as "hostId", r.guest_id as "guestId", m.timeslot_id as "timeslotId", m.place_id as "placeId",
    m.interpreter_id as "interpreterId", m.host_delegate as "hostDelegate", m.guest_delegate as "guestDelegate",
    m.pinned, m.status, m.sequence
  from scheduled_meeting m join meeting_request r on r.id = m.request_id
  where m.schedule_id = ${sql.ref(schedule)} ${which} order by m.request_id`)

/** A request counts while it is accepted, both are registered, and neither said never. */
export const requestCounts = sql`r.status = 'accepted'
  and not exists (select from participant p where p.id in (r.host_id, r.guest_id) and p.status <> 'registered')
  and not exists (select from never_meet n
    where (n.participant_id, n.unwanted_id) in ((r.host_id, r.guest_id), (r.guest_id, r.host_id)))`

/** Who may be named: the people who speak for the company now. */
export const speaksForCompany = (person: string, company: string): RawBuilder<unknown> => sql`exists (
  select from role_grant speaks where speaks.person_id = ${sql.ref(person)} and speaks.scope_id = ${sql.ref(company)}
    and speaks.role = 'company-representative' and speaks.revoked_at is null)`

/** Null where nobody is named, or the company has one seat, or fewer than it had when it named somebody. */
const namedSeat = (party: 'host' | 'guest', participant: string): RawBuilder<unknown> => sql`(
  select d.delegate from named_delegate d
  where d.request_id = r.id and d.party = ${sql.lit(party)} and ${sql.ref(`${participant}.delegates`)} > 1
    and d.delegate < ${sql.ref(`${participant}.delegates`)}
    and ${speaksForCompany('d.person_id', `${participant}.company_id`)})`

/** The facts of one event as columns over `event e` and `programme p`; used by every statement that decides. */
const factColumns = sql`
  e.programme_id as "programmeId", e.id as "eventId",
  (select s.time_zone from side s where s.programme_id = e.programme_id order by s.position limit 1) as "timeZone",
  ${list(sql`select t.id, ${instant('t.starts_at')} as "startsAt", ${instant('t.ends_at')} as "endsAt",
      b.buffer_minutes as "bufferMinutes"
    from timeslot t join event_block b on b.id = t.block_id where t.event_id = e.id order by t.starts_at`)} as timeslots,
  ${list(sql`select pl.id, pl.kind, ${outages('place_id', 'pl.id')} as outages from place pl where pl.event_id = e.id order by pl.kind, pl.position`)} as places,
  ${list(sql`
    select pa.id, c.side_id as "sideId", s.time_zone as "timeZone", c.size as "companySize", pa.delegates, pa.attendance,
      pa.max_meetings as "maxMeetings", ${intervals('participant_id', 'pa.id')} as availability,
      ${outages('participant_id', 'pa.id')} as outages
    from participant pa join company c on c.id = pa.company_id join side s on s.id = c.side_id
    where pa.event_id = e.id and pa.status = 'registered' order by pa.id`)} as participants,
  ${list(sql`
    select i.id, i.language_pairs as "languagePairs", i.max_consecutive_minutes as "maxConsecutiveMinutes",
      ${intervals('interpreter_id', 'i.id')} as availability,
      ${outages('interpreter_id', 'i.id')} as outages
    from interpreter i where i.event_id = e.id order by i.id`)} as interpreters,
  ${list(sql`
    select r.id, r.host_id as "hostId", r.guest_id as "guestId", r.wish, x.score,
      ${namedSeat('host', 'h')} as "hostDelegate", ${namedSeat('guest', 'g')} as "guestDelegate",
      jsonb_build_array(to_jsonb(h.languages), to_jsonb(g.languages)) as languages
    from meeting_request r join participant h on h.id = r.host_id join participant g on g.id = r.guest_id
    left join match x on x.programme_id = e.programme_id
      and ((x.company_a = h.company_id and x.company_b = g.company_id)
        or (x.company_a = g.company_id and x.company_b = h.company_id))
    where r.event_id = e.id and ${requestCounts} order by r.id`)} as requests,
  jsonb_build_object('scheduleId', d.id, 'revision', coalesce(d.revision, 0), 'outcome', coalesce(d.outcome, ${JSON.stringify(NO_OUTCOME)}::jsonb),
    'meetings', ${meetings('d.id', sql`and ${requestCounts}`)}) as draft,
  (select jsonb_build_object('number', v.number, 'releasedAt', ${instant('v.released_at')}, 'meetings', ${meetings('v.id')})
    from schedule v where v.event_id = e.id and v.kind = 'released' order by v.number desc limit 1) as released,
  exists (select from schedule_run u where u.event_id = e.id and u.status in ('queued', 'running')) as solving,
  ${screeningInForce(sql.ref('e.programme_id'))} as "screeningInForce"`

const fromEvent = sql`from event e left join schedule d on d.event_id = e.id and d.kind = 'draft'`

/** One statement; null when the programme has no such event. */
export async function loadFacts(db: Db, programmeId: Id, eventId: Id): Promise<ScheduleFacts | null> {
  const { rows } = await sql<FactRow>`
    select ${factColumns} ${fromEvent} where e.programme_id = ${programmeId} and e.id = ${eventId}`.execute(db)
  return rows[0] ? factsOf(rows[0]) : null
}

/** As the statement gives it: a request with the languages of host and guest. */
interface FactRow extends Omit<ScheduleFacts, 'requests'> {
  readonly requests: readonly (Omit<RequestFacts, 'languagePair'> & Bilingual)[]
}

export interface Bilingual {
  readonly languages: readonly [host: readonly string[], guest: readonly string[]]
}

/** The two lists of languages replaced by what an interpreter has to bridge. */
export const withLanguagePair = <T extends Bilingual>({
  languages,
  ...row
}: T): Omit<T, 'languages'> & { languagePair: string | null } => ({
  ...row,
  languagePair: languagePair(...languages),
})

const factsOf = (row: FactRow): ScheduleFacts => ({ ...row, requests: row.requests.map(withLanguagePair) })

export interface ClaimedRun {
  readonly seed: number
  readonly budgetMs: number
  readonly facts: ScheduleFacts
}

/**
 * Takes a queued run, or one whose process died, and reads its facts in the same statement; null when it has
 * ended meanwhile.
 */
export async function claimRun(db: Db, runId: Id, now: string): Promise<ClaimedRun | null> {
  const { rows } = await sql<FactRow & { seed: number; budgetMs: number }>`
    with claimed as (
      update schedule_run set status = 'running', started_at = ${now}
      where id = ${runId} and status in ('queued', 'running') returning event_id, seed, budget_ms)
    select c.seed, c.budget_ms as "budgetMs", ${factColumns} ${fromEvent} join claimed c on c.event_id = e.id`.execute(
    db,
  )
  const row = rows[0]
  if (!row) return null
  const { seed, budgetMs, ...facts } = row
  return { seed, budgetMs, facts: factsOf(facts) }
}
