import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { Db } from '../../../platform/database/handle.ts'
import { type NewJournalEntry, journalInsert } from '../../../platform/journal.ts'
import type { NeverFacts } from '../domain/never.ts'
import type { EventKey } from './request-store.ts'

export interface NeverPair {
  readonly participantId: Id
  readonly unwantedId: Id
}

export type NeverRow = NeverPair & {
  readonly companyId: Id
  readonly code: string
  readonly unwantedCode: string
}

/** In the order of codes; of these companies only, when given. */
export async function listNeverRows(
  db: Db,
  { programmeId, eventId }: EventKey,
  companies: readonly Id[] | null,
): Promise<NeverRow[]> {
  const { rows } = await sql<NeverRow>`
    select never_meet.participant_id, never_meet.unwanted_id, author.company_id, company.code,
      unwanted_company.code as unwanted_code
    from never_meet
    join participant author on author.id = never_meet.participant_id
    join participant unwanted on unwanted.id = never_meet.unwanted_id
    join company on company.id = author.company_id
    join company unwanted_company on unwanted_company.id = unwanted.company_id
    where never_meet.event_id = ${eventId} and never_meet.programme_id = ${programmeId}
      ${companies ? sql`and author.company_id = any(${companies}::uuid[])` : sql``}
    order by company.code, unwanted_company.code`.execute(db)
  return rows
}

export async function loadNeverFacts(
  db: Db,
  { programmeId, eventId }: EventKey,
  { participantId, unwantedId }: NeverPair,
  now: Instant,
): Promise<NeverFacts | null> {
  const { rows } = await sql<NeverFacts>`
    select event.status as event_status, author.company_id, unwanted.id as unwanted_id,
      (select status from meeting_request r
        where r.event_id = event.id and (r.status = 'accepted' or (r.status = 'pending' and r.expires_at > ${now}))
          and least(r.host_id, r.guest_id) = least(${participantId}::uuid, ${unwantedId}::uuid)
          and greatest(r.host_id, r.guest_id) = greatest(${participantId}::uuid, ${unwantedId}::uuid)) as pair_status
    from event
    join participant author on author.id = ${participantId} and author.event_id = event.id
    left join participant unwanted on unwanted.id = ${unwantedId} and unwanted.event_id = event.id
    where event.id = ${eventId} and event.programme_id = ${programmeId}`.execute(db)
  return rows[0] ?? null
}

/** Already on the list: nothing changes and the journal stays silent. */
export async function insertNever(
  db: Db,
  { programmeId, eventId }: EventKey,
  pair: NeverPair,
  by: { readonly createdBy: Id | null; readonly createdAt: Instant },
  entry: NewJournalEntry,
): Promise<void> {
  await sql`
    with changed as (
      insert into never_meet (programme_id, event_id, participant_id, unwanted_id, created_by, created_at)
      values (${programmeId}, ${eventId}, ${pair.participantId}, ${pair.unwantedId}, ${by.createdBy}, ${by.createdAt})
      on conflict do nothing
      returning participant_id
    ), logged as (${journalInsert(entry)})
    select participant_id from changed`.execute(db)
}

export async function deleteNever(db: Db, eventId: Id, pair: NeverPair, entry: NewJournalEntry): Promise<void> {
  await sql`
    with changed as (
      delete from never_meet
      where event_id = ${eventId} and participant_id = ${pair.participantId} and unwanted_id = ${pair.unwantedId}
      returning participant_id
    ), logged as (${journalInsert(entry)})
    select participant_id from changed`.execute(db)
}

/** Rows of an imported table that are not on the lists yet. */
export async function insertNevers(
  trx: Db,
  { programmeId, eventId }: EventKey,
  pairs: readonly NeverPair[],
  by: { readonly createdBy: Id | null; readonly createdAt: Instant },
): Promise<void> {
  await sql`
    insert into never_meet (programme_id, event_id, participant_id, unwanted_id, created_by, created_at)
    select ${programmeId}::uuid, ${eventId}::uuid, participant_id, unwanted_id, ${by.createdBy}::uuid,
      ${by.createdAt}::timestamptz
    from unnest(${pairs.map(({ participantId }) => participantId)}::uuid[],
      ${pairs.map(({ unwantedId }) => unwantedId)}::uuid[]) as given (participant_id, unwanted_id)
    on conflict do nothing`.execute(trx)
}
