import { type RawBuilder, sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { Interval } from '../../../kernel/interval.ts'
import type { LocalizedText } from '../../../kernel/locale.ts'
import type { TimeZone } from '../../../kernel/time-zone.ts'
import type { Db } from '../../../platform/database/handle.ts'
import { type NewJournalEntry, journalInsert } from '../../../platform/journal.ts'
import type { EventStatus } from '../domain/event.ts'
import type { Participation } from '../domain/participant.ts'
import { availabilityOf } from './availability.ts'
import type { EventKey } from './event-store.ts'

interface ParticipantState extends Participation {
  readonly id: Id
  readonly companyId: Id
  readonly status: 'registered' | 'withdrawn'
}

export interface ParticipantRow extends ParticipantState {
  readonly companyName: LocalizedText
  readonly companyCode: string
  readonly sideId: Id
  readonly sideTimeZone: TimeZone
  readonly synthetic: boolean
}

type StoredParticipant<Row extends Participation> = Omit<Row, 'availability'> & { starts: Instant[]; ends: Instant[] }

const PARTICIPATION = sql`participant.id, participant.company_id, participant.status, participant.delegates,
  participant.attendance, participant.languages, participant.max_meetings, there.starts, there.ends`

const THERE = sql`cross join lateral (
  select coalesce(array_agg(starts_at order by starts_at), '{}') as starts,
    coalesce(array_agg(ends_at order by starts_at), '{}') as ends
  from availability where availability.participant_id = participant.id) there`

/** In the order of their companies' codes, withdrawn ones too. */
export async function listParticipantRows(db: Db, { programmeId, eventId }: EventKey): Promise<ParticipantRow[]> {
  const { rows } = await sql<StoredParticipant<ParticipantRow>>`
    select ${PARTICIPATION}, company.name as company_name, company.code as company_code, company.side_id,
      side.time_zone as side_time_zone, company.synthetic
    from participant
    join company on company.id = participant.company_id
    join side on side.id = company.side_id
    ${THERE}
    where participant.event_id = ${eventId} and participant.programme_id = ${programmeId}
    order by company.code, participant.id`.execute(db)
  return rows.map(availabilityOf)
}

/** What a registration is decided on: the event, whether the company is there, and its earlier registration. */
export interface RegistrationFacts {
  readonly eventStatus: EventStatus
  readonly companyId: Id | null
  readonly registered: { readonly id: Id; readonly status: 'registered' | 'withdrawn' } | null
}

export async function loadRegistration(
  db: Db,
  { programmeId, eventId }: EventKey,
  companyId: Id,
): Promise<RegistrationFacts | null> {
  const { rows } = await sql<{
    eventStatus: EventStatus
    companyId: Id | null
    participantId: Id | null
    status: 'registered' | 'withdrawn' | null
  }>`
    select event.status as event_status, company.id as company_id, participant.id as participant_id, participant.status
    from event
    left join company on company.id = ${companyId} and company.programme_id = event.programme_id
    left join participant on participant.event_id = event.id and participant.company_id = company.id
    where event.id = ${eventId} and event.programme_id = ${programmeId}`.execute(db)
  const row = rows[0]
  if (!row) return null
  const registered = row.participantId && row.status ? { id: row.participantId, status: row.status } : null
  return { eventStatus: row.eventStatus, companyId: row.companyId, registered }
}

export interface ParticipantFacts {
  readonly eventStatus: EventStatus
  readonly participant: ParticipantState
}

export async function loadParticipant(
  db: Db,
  { programmeId, eventId }: EventKey,
  participantId: Id,
): Promise<ParticipantFacts | null> {
  const { rows } = await sql<StoredParticipant<ParticipantState> & { eventStatus: EventStatus }>`
    select event.status as event_status, ${PARTICIPATION}
    from participant
    join event on event.id = participant.event_id
    ${THERE}
    where participant.id = ${participantId} and participant.event_id = ${eventId}
      and participant.programme_id = ${programmeId}`.execute(db)
  if (!rows[0]) return null
  const { eventStatus, ...participant } = rows[0]
  return { eventStatus, participant: availabilityOf(participant) }
}

/** The intervals of the participants in the CTE `changed`, in place of those they had. */
const replaceAvailability = (
  { programmeId, eventId }: EventKey,
  intervals: readonly Interval[],
): RawBuilder<unknown> => sql`
  forgotten as (
    delete from availability where participant_id in (select id from changed)
  ), kept as (
    insert into availability (id, programme_id, event_id, participant_id, starts_at, ends_at)
    select gen_random_uuid(), ${programmeId}::uuid, ${eventId}::uuid, changed.id, part.starts_at, part.ends_at
    from changed, unnest(${intervals.map(({ startsAt }) => startsAt)}::timestamptz[],
      ${intervals.map(({ endsAt }) => endsAt)}::timestamptz[]) part (starts_at, ends_at)
  )`

/**
 * Registers the company, or again one that had withdrawn, whose row `id` then names. False when another
 * registration of the company came first.
 */
export async function saveRegistration(
  db: Db,
  key: EventKey,
  participant: Participation & { readonly id: Id; readonly companyId: Id; readonly createdAt: Instant },
  entry: NewJournalEntry,
): Promise<boolean> {
  const { rows } = await sql`
    with changed as (
      insert into participant (id, programme_id, event_id, company_id, status, delegates, attendance, languages,
        max_meetings, created_at)
      values (${participant.id}, ${key.programmeId}, ${key.eventId}, ${participant.companyId}, 'registered',
        ${participant.delegates}, ${participant.attendance}, ${participant.languages}::text[],
        ${participant.maxMeetings}, ${participant.createdAt})
      on conflict on constraint participant_once do update set status = 'registered',
        delegates = excluded.delegates, attendance = excluded.attendance, languages = excluded.languages,
        max_meetings = excluded.max_meetings
        where participant.status = 'withdrawn' and participant.id = excluded.id
      returning id
    ), ${replaceAvailability(key, participant.availability)}, logged as (${journalInsert(entry)})
    select id from changed`.execute(db)
  return rows.length > 0
}

/** False when the participant withdrew in the meantime. */
export async function saveParticipation(
  db: Db,
  key: EventKey,
  participantId: Id,
  participation: Participation,
  entry: NewJournalEntry,
): Promise<boolean> {
  const { rows } = await sql`
    with changed as (
      update participant set delegates = ${participation.delegates}, attendance = ${participation.attendance},
        languages = ${participation.languages}::text[], max_meetings = ${participation.maxMeetings}
      where id = ${participantId} and event_id = ${key.eventId} and status = 'registered'
      returning id
    ), ${replaceAvailability(key, participation.availability)}, logged as (${journalInsert(entry)})
    select id from changed`.execute(db)
  return rows.length > 0
}

/** False when the participant had withdrawn before. */
export async function saveWithdrawal(
  db: Db,
  { eventId }: EventKey,
  participantId: Id,
  entry: NewJournalEntry,
): Promise<boolean> {
  const { rows } = await sql`
    with changed as (
      update participant set status = 'withdrawn'
      where id = ${participantId} and event_id = ${eventId} and status = 'registered'
      returning id
    ), logged as (${journalInsert(entry)})
    select id from changed`.execute(db)
  return rows.length > 0
}

export interface CompanyOfSheet {
  readonly id: Id
  readonly code: string
  readonly sideTimeZone: TimeZone
  readonly languages: readonly string[]
}

/** Companies that rows of an imported table name by code. */
export async function companiesByCode(db: Db, programmeId: Id, codes: readonly string[]): Promise<CompanyOfSheet[]> {
  const { rows } = await sql<CompanyOfSheet>`
    select company.id, company.code, company.languages, side.time_zone as side_time_zone
    from company join side on side.id = company.side_id
    where company.programme_id = ${programmeId} and company.code = any(${codes}::text[])`.execute(db)
  return rows
}

/** Writes sound rows of an imported table, new and known participants alike, with their availability. */
export async function saveParticipantsOfSheet(
  db: Db,
  { programmeId, eventId }: EventKey,
  participants: readonly (Participation & { readonly id: Id; readonly companyId: Id })[],
  now: Instant,
): Promise<void> {
  await sql`
    with given as (
      select * from jsonb_to_recordset(${JSON.stringify(participants)}::jsonb) as given (id uuid, "companyId" uuid,
        delegates smallint, attendance text, languages text[], "maxMeetings" smallint, availability jsonb)
    ), changed as (
      insert into participant (id, programme_id, event_id, company_id, status, delegates, attendance, languages,
        max_meetings, created_at)
      select id, ${programmeId}::uuid, ${eventId}::uuid, "companyId", 'registered', delegates, attendance, languages,
        "maxMeetings", ${now}::timestamptz
      from given
      on conflict (id) do update set status = 'registered', delegates = excluded.delegates,
        attendance = excluded.attendance, languages = excluded.languages, max_meetings = excluded.max_meetings
      returning id
    ), forgotten as (
      delete from availability where participant_id in (select id from given)
    )
    insert into availability (id, programme_id, event_id, participant_id, starts_at, ends_at)
    select gen_random_uuid(), ${programmeId}::uuid, ${eventId}::uuid, changed.id, part."startsAt", part."endsAt"
    from changed join given using (id),
      jsonb_to_recordset(given.availability) as part ("startsAt" timestamptz, "endsAt" timestamptz)`.execute(db)
}
