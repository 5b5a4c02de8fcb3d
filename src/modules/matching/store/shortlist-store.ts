import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { Db } from '../../../platform/database/handle.ts'
import { type NewJournalEntry, journalInsert } from '../../../platform/journal.ts'

export interface ShortlistEntry {
  readonly programmeId: Id
  readonly companyId: Id
  readonly partnerId: Id
  readonly note: string | null
  readonly addedBy: Id
  readonly createdAt: Instant
}

/** Adds the partner or changes the note; the same twice changes nothing. False unless both are companies of the programme. */
export async function putOnShortlist(db: Db, added: ShortlistEntry, entry: NewJournalEntry): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    with pair as (
      select c.id as company_id, p.id as partner_id from company c join company p on p.programme_id = c.programme_id
      where c.programme_id = ${added.programmeId} and c.id = ${added.companyId} and p.id = ${added.partnerId}),
    changed as (
      insert into shortlist_entry (programme_id, company_id, partner_id, note, added_by, created_at)
      select ${added.programmeId}::uuid, company_id, partner_id, ${added.note}::text, ${added.addedBy}::uuid,
        ${added.createdAt}::timestamptz from pair
      on conflict (company_id, partner_id) do update set note = excluded.note
        where shortlist_entry.note is distinct from excluded.note
      returning company_id),
    logged as (${journalInsert(entry)})
    select exists (select from pair) as found`.execute(db)
  return rows[0]?.found ?? false
}

/** Nothing happens when the partner was not on it. */
export async function takeOffShortlist(
  db: Db,
  { programmeId, companyId, partnerId }: Pick<ShortlistEntry, 'programmeId' | 'companyId' | 'partnerId'>,
  entry: NewJournalEntry,
): Promise<void> {
  await sql`
    with changed as (
      delete from shortlist_entry
      where programme_id = ${programmeId} and company_id = ${companyId} and partner_id = ${partnerId} returning company_id)
    ${journalInsert(entry)}`.execute(db)
}
