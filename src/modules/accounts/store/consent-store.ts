import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { Locale } from '../../../kernel/locale.ts'
import { type Db, tables } from '../../../platform/database/handle.ts'
import { type NewJournalEntry, journalInsert } from '../../../platform/journal.ts'
import type { ConsentPurpose } from '../domain/consent.ts'
import type { AccountsTables } from './tables.ts'

export interface ConsentRow {
  readonly id: Id
  readonly personId: Id
  readonly purpose: ConsentPurpose
  readonly textVersion: string
  readonly locale: Locale
  readonly given: boolean
  readonly decidedAt: Instant
}

/** Every word a person has said, the newest first. */
export async function listConsents(db: Db, personId: Id): Promise<ConsentRow[]> {
  return tables<AccountsTables>(db)
    .selectFrom('consent')
    .selectAll()
    .where('personId', '=', personId)
    .orderBy('decidedAt', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

/** Those of these people whose newest word on a purpose agrees to the text in force. */
export async function listConsenting(
  db: Db,
  personIds: readonly Id[],
  { purpose, textVersion }: Pick<ConsentRow, 'purpose' | 'textVersion'>,
): Promise<Id[]> {
  const { rows } = await sql<{ personId: Id }>`
    select person_id from (
      select distinct on (person_id) person_id, given, text_version from consent
      where person_id = any(${personIds}::uuid[]) and purpose = ${purpose}
      order by person_id, decided_at desc, id desc
    ) newest where given and text_version = ${textVersion}`.execute(db)
  return rows.map(({ personId }) => personId)
}

/** The word and its journal entry, in one statement. */
export async function insertConsent(db: Db, row: ConsentRow, entry: NewJournalEntry): Promise<void> {
  await sql`
    with changed as (
      insert into consent (id, person_id, purpose, text_version, locale, given, decided_at)
      values (${row.id}, ${row.personId}, ${row.purpose}, ${row.textVersion}, ${row.locale}, ${row.given},
        ${row.decidedAt}::timestamptz)
      returning id
    ), logged as (${journalInsert(entry)})
    select id from changed`.execute(db)
}
