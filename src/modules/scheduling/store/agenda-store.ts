import { type RawBuilder, sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { Locale, LocalizedText } from '../../../kernel/locale.ts'
import type { TimeZone } from '../../../kernel/time-zone.ts'
import type { Db } from '../../../platform/database/handle.ts'
import { type Bilingual, instant, speaksForCompany, withLanguagePair } from './facts-store.ts'

/** The released day of one participant or interpreter. */
export interface Agenda {
  readonly programmeId: Id
  readonly eventId: Id
  readonly eventName: LocalizedText
  readonly version: number
  readonly releasedAt: Instant
  readonly holder: AgendaHolder
  /** First language of the holder's side that the application speaks. */
  readonly locale: Locale
  readonly zones: readonly { readonly sideId: Id; readonly name: LocalizedText; readonly timeZone: TimeZone }[]
  readonly entries: readonly AgendaEntry[]
}

export interface AgendaHolder {
  readonly participantId: Id | null
  readonly companyId: Id | null
  readonly interpreterId: Id | null
  readonly sideId: Id | null
  readonly name: LocalizedText
}

export interface AgendaEntry {
  readonly requestId: Id
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly hostName: LocalizedText
  readonly hostCode: string
  readonly hostSideId: Id
  readonly guestName: LocalizedText
  readonly guestCode: string
  readonly guestSideId: Id
  /** The holder is the host; for an interpreter this says nothing. */
  readonly asHost: boolean
  readonly placeKind: 'table' | 'online' | null
  readonly placeName: string | null
  readonly interpreterName: string | null
  /** The languages an interpreter bridges; null when the two share one. */
  readonly languagePair: string | null
  /** Whoever is named to attend. */
  readonly hostAttends: string | null
  readonly guestAttends: string | null
  readonly cancelled: boolean
  readonly sequence: number
}

interface AgendaRow extends Omit<Agenda, 'entries'> {
  readonly entries: readonly (Omit<AgendaEntry, 'languagePair'> & Bilingual)[]
}

/** Everyone with a day in the event: participants and interpreters in one list. */
const holders = sql`
  select p.event_id, p.id as participant_id, p.company_id, null::uuid as interpreter_id, c.side_id, c.name
    from participant p join company c on c.id = p.company_id
  union all
  select i.event_id, null, null, i.id, null, jsonb_build_object('en', i.name) from interpreter i`

const attends = (party: 'host' | 'guest', participant: string) => sql`(
  select p.name from named_delegate d join person p on p.id = d.person_id
  where d.request_id = m.request_id and d.party = ${sql.lit(party)}
    and ${speaksForCompany('p.id', `${participant}.company_id`)})`

const entries = sql`
  select coalesce(jsonb_agg(jsonb_build_object(
      'requestId', m.request_id, 'startsAt', ${instant('t.starts_at')}, 'endsAt', ${instant('t.ends_at')},
      'hostName', hc.name, 'hostCode', hc.code, 'hostSideId', hc.side_id,
      'guestName', gc.name, 'guestCode', gc.code, 'guestSideId', gc.side_id,
      'asHost', r.host_id is not distinct from x.participant_id,
      'placeKind', pl.kind, 'placeName', pl.name, 'interpreterName', i.name,
      'languages', jsonb_build_array(to_jsonb(h.languages), to_jsonb(g.languages)),
      'hostAttends', ${attends('host', 'h')}, 'guestAttends', ${attends('guest', 'g')},
      'cancelled', m.status = 'cancelled', 'sequence', m.sequence) order by t.starts_at, m.request_id), '[]')
  from scheduled_meeting m
  join meeting_request r on r.id = m.request_id
  join timeslot t on t.id = m.timeslot_id
  join participant h on h.id = r.host_id join company hc on hc.id = h.company_id
  join participant g on g.id = r.guest_id join company gc on gc.id = g.company_id
  left join place pl on pl.id = m.place_id
  left join interpreter i on i.id = m.interpreter_id
  where m.schedule_id = v.id
    and (x.participant_id in (r.host_id, r.guest_id) or m.interpreter_id = x.interpreter_id)`

/**
 * Agendas of the newest released version, one statement for any number of holders. `which` narrows by
 * `x` (the holder) and `e` (the event).
 */
async function selectAgendas(db: Db, which: RawBuilder<unknown>): Promise<Agenda[]> {
  const { rows } = await sql<AgendaRow>`
    select e.programme_id as "programmeId", e.id as "eventId", e.name as "eventName", v.number as version,
      v.released_at as "releasedAt",
      jsonb_build_object('participantId', x.participant_id, 'companyId', x.company_id, 'interpreterId', x.interpreter_id,
        'sideId', x.side_id, 'name', x.name) as holder,
      coalesce((select l from side s, unnest(s.languages) with ordinality as spoken (l, n)
        where s.id = x.side_id and l in ('ko', 'ru', 'en') order by n limit 1), 'en') as locale,
      (select jsonb_agg(jsonb_build_object('sideId', s.id, 'name', s.name, 'timeZone', s.time_zone) order by s.position)
        from side s where s.programme_id = e.programme_id) as zones,
      (${entries}) as entries
    from event e
    join lateral (select * from schedule s where s.event_id = e.id and s.kind = 'released' order by s.number desc limit 1) v on true
    join (${holders}) x on x.event_id = e.id
    where ${which}
    order by v.released_at desc, x.interpreter_id nulls first, x.name::text`.execute(db)
  return rows.map(({ entries: released, ...agenda }) => ({ ...agenda, entries: released.map(withLanguagePair) }))
}

export interface HolderKey {
  readonly participantId?: Id | undefined
  readonly interpreterId?: Id | undefined
}

export async function findAgenda(db: Db, programmeId: Id, eventId: Id, holder: HolderKey): Promise<Agenda | null> {
  const [agenda] = await selectAgendas(
    db,
    sql`e.programme_id = ${programmeId} and e.id = ${eventId} and (x.participant_id = ${holder.participantId ?? null}::uuid
      or x.interpreter_id = ${holder.interpreterId ?? null}::uuid)`,
  )
  return agenda ?? null
}

/** Of the companies somebody speaks for and the interpreters somebody is, in every event of the programme. */
export const findAgendas = (
  db: Db,
  programmeId: Id,
  { companyIds, interpreterIds }: { readonly companyIds: readonly Id[]; readonly interpreterIds: readonly Id[] },
): Promise<Agenda[]> =>
  selectAgendas(
    db,
    sql`e.programme_id = ${programmeId} and (x.company_id = any(${companyIds}::uuid[]) or x.interpreter_id = any(${interpreterIds}::uuid[]))`,
  )

export const findAllAgendas = (db: Db, programmeId: Id, eventId: Id): Promise<Agenda[]> =>
  selectAgendas(db, sql`e.programme_id = ${programmeId} and e.id = ${eventId}`)

/** By the hash of a feed's secret; null when there is no such feed or nothing was released yet. */
export async function findAgendaOfFeed(db: Db, tokenSha256: string): Promise<Agenda | null> {
  const [agenda] = await selectAgendas(
    db,
    sql`exists (select from calendar_feed f where f.token_sha256 = ${tokenSha256} and f.revoked_at is null and f.event_id = e.id
      and (f.participant_id = x.participant_id or f.interpreter_id = x.interpreter_id))`,
  )
  return agenda ?? null
}

export interface NewFeed {
  readonly id: Id
  readonly programmeId: Id
  readonly eventId: Id
  readonly participantId: Id | null
  readonly interpreterId: Id | null
  readonly tokenSha256: string
  readonly now: Instant
}

/** The holder's earlier feed stops in the same statement. */
export async function replaceFeed(db: Db, feed: NewFeed): Promise<void> {
  await sql`
    with revoked as (
      update calendar_feed set revoked_at = ${feed.now}
      where event_id = ${feed.eventId} and revoked_at is null
        and (participant_id = ${feed.participantId}::uuid or interpreter_id = ${feed.interpreterId}::uuid))
    insert into calendar_feed (id, programme_id, event_id, participant_id, interpreter_id, token_sha256, created_at)
    values (${feed.id}, ${feed.programmeId}, ${feed.eventId}, ${feed.participantId}, ${feed.interpreterId},
      ${feed.tokenSha256}, ${feed.now})`.execute(db)
}
