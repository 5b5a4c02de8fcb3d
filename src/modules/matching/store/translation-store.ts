import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { Locale } from '../../../kernel/locale.ts'
import { type Db, tables } from '../../../platform/database/handle.ts'
import { type NewJournalEntry, journalInsert } from '../../../platform/journal.ts'
import type { TranslatedTexts } from '../domain/translated-texts.ts'
import type { MatchingTables } from './tables.ts'

export interface TranslationRow {
  readonly id: Id
  readonly profileId: Id
  readonly sourceLocale: Locale
  readonly targetLocale: Locale
  readonly profileRevision: number
  readonly texts: TranslatedTexts
  readonly model: string
  readonly createdAt: Instant
}

const COLUMNS = [
  'id',
  'profileId',
  'sourceLocale',
  'targetLocale',
  'profileRevision',
  'texts',
  'model',
  'createdAt',
] as const

/** Drafts of one profile that nobody has decided on, newest first. */
export const findTranslationDrafts = (db: Db, programmeId: Id, profileId: Id): Promise<TranslationRow[]> =>
  tables<MatchingTables>(db)
    .selectFrom('profileTranslation')
    .select(COLUMNS)
    .where('programmeId', '=', programmeId)
    .where('profileId', '=', profileId)
    .where('status', '=', 'draft')
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .execute()

export async function findTranslationDraft(db: Db, programmeId: Id, id: Id): Promise<TranslationRow | null> {
  const row = await tables<MatchingTables>(db)
    .selectFrom('profileTranslation')
    .select(COLUMNS)
    .where('programmeId', '=', programmeId)
    .where('id', '=', id)
    .where('status', '=', 'draft')
    .executeTakeFirst()
  return row ?? null
}

/** Keeps a draft in place of an older one of the same language. Call it in a transaction. */
export async function replaceTranslationDraft(
  trx: Db,
  programmeId: Id,
  draft: TranslationRow,
  createdBy: Id,
  entry: NewJournalEntry,
): Promise<void> {
  const { id, profileId, sourceLocale, targetLocale, profileRevision, texts, model, createdAt } = draft
  await sql`
    update profile_translation set status = 'discarded', decided_by = ${createdBy}, decided_at = ${createdAt}
    where profile_id = ${profileId} and target_locale = ${targetLocale} and status = 'draft'`.execute(trx)
  await sql`
    with changed as (
      insert into profile_translation (id, programme_id, profile_id, source_locale, target_locale, profile_revision, texts,
        model, status, created_by, created_at)
      values (${id}, ${programmeId}, ${profileId}, ${sourceLocale}, ${targetLocale}, ${profileRevision},
        ${JSON.stringify(texts)}::jsonb, ${model}, 'draft', ${createdBy}, ${createdAt}) returning id)
    ${journalInsert(entry)}`.execute(trx)
}

/** False when it is no longer a draft. */
export async function decideTranslationDraft(
  db: Db,
  id: Id,
  status: 'approved' | 'discarded',
  decidedBy: Id,
  now: Instant,
  entry: NewJournalEntry,
): Promise<boolean> {
  const { rows } = await sql`
    with changed as (
      update profile_translation set status = ${status}, decided_by = ${decidedBy}, decided_at = ${now}
      where id = ${id} and status = 'draft' returning id),
    logged as (${journalInsert(entry)})
    select id from changed`.execute(db)
  return rows.length > 0
}
