import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { LocalizedText } from '../../../kernel/locale.ts'
import type { Db } from '../../../platform/database/handle.ts'
import { type NewJournalEntry, journalInsert } from '../../../platform/journal.ts'
import type { NamedDelegate, Party } from '../domain/delegates.ts'
import { speaksForCompany } from './facts-store.ts'

export interface RequestKey {
  readonly programmeId: Id
  readonly eventId: Id
  readonly requestId: Id
}

/** One company of a meeting: who attends for it, and who could. */
export interface PartyPeople {
  readonly participantId: Id
  readonly companyId: Id
  readonly companyName: LocalizedText
  readonly delegates: number
  readonly attending: { readonly personId: Id; readonly name: string } | null
  readonly choices: readonly { readonly personId: Id; readonly name: string }[]
}

export interface PeopleOfMeeting {
  /** The request is pending or accepted, and its event not over. */
  readonly open: boolean
  readonly host: PartyPeople
  readonly guest: PartyPeople
}

const people = (party: Party, participant: string, company: string) => sql`jsonb_build_object(
  'participantId', ${sql.ref(`${participant}.id`)}, 'companyId', ${sql.ref(`${company}.id`)},
  'companyName', ${sql.ref(`${company}.name`)}, 'delegates', ${sql.ref(`${participant}.delegates`)},
  'attending', (select jsonb_build_object('personId', p.id, 'name', p.name) from named_delegate d
    join person p on p.id = d.person_id where d.request_id = r.id and d.party = ${sql.lit(party)}
    and ${speaksForCompany('p.id', `${company}.id`)}),
  'choices', (select coalesce(jsonb_agg(jsonb_build_object('personId', p.id, 'name', p.name) order by p.name, p.id), '[]')
    from person p where p.erased_at is null and ${speaksForCompany('p.id', `${company}.id`)}))`

/** One statement; null when the event has no such request. */
export async function findPeopleOfMeeting(
  db: Db,
  { programmeId, eventId, requestId }: RequestKey,
  now: Instant,
): Promise<PeopleOfMeeting | null> {
  const { rows } = await sql<PeopleOfMeeting>`
    select e.status <> 'closed' and (r.status = 'accepted' or (r.status = 'pending' and r.expires_at > ${now})) as open,
      ${people('host', 'h', 'hc')} as host, ${people('guest', 'g', 'gc')} as guest
    from meeting_request r join event e on e.id = r.event_id
    join participant h on h.id = r.host_id join company hc on hc.id = h.company_id
    join participant g on g.id = r.guest_id join company gc on gc.id = g.company_id
    where r.id = ${requestId} and r.event_id = ${eventId} and r.programme_id = ${programmeId}`.execute(db)
  return rows[0] ?? null
}

/**
 * Who is named for meetings of the participant that still count, this one left out. The participant's row stays locked
 * until the transaction ends, so that two people are never given one seat.
 */
export async function lockNamedDelegates(trx: Db, participantId: Id, except: Id): Promise<NamedDelegate[]> {
  await sql`select from participant where id = ${participantId} for no key update`.execute(trx)
  const { rows } = await sql<NamedDelegate>`
    select distinct d.person_id as "personId", d.delegate from named_delegate d
    join meeting_request r on r.id = d.request_id
    where d.participant_id = ${participantId} and d.request_id <> ${except} and r.status in ('pending', 'accepted')`.execute(
    trx,
  )
  return rows
}

export async function saveNamedDelegate(
  trx: Db,
  { programmeId, requestId }: RequestKey,
  party: Party,
  named: NamedDelegate & { readonly participantId: Id; readonly now: Instant },
  entry: NewJournalEntry,
): Promise<void> {
  await sql`
    with changed as (
      insert into named_delegate (request_id, party, programme_id, participant_id, person_id, delegate, named_at)
      values (${requestId}, ${party}, ${programmeId}, ${named.participantId}, ${named.personId}, ${named.delegate},
        ${named.now})
      on conflict (request_id, party) do update set person_id = excluded.person_id, delegate = excluded.delegate,
        named_at = excluded.named_at
      returning request_id)
    ${journalInsert(entry)}`.execute(trx)
}

export async function deleteNamedDelegate(trx: Db, requestId: Id, party: Party, entry: NewJournalEntry): Promise<void> {
  await sql`
    with changed as (
      delete from named_delegate where request_id = ${requestId} and party = ${party} returning request_id)
    ${journalInsert(entry)}`.execute(trx)
}
