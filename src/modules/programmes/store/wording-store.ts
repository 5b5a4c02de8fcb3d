import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { Locale, LocalizedText } from '../../../kernel/locale.ts'
import { type Db, tables } from '../../../platform/database/handle.ts'
import { type NewJournalEntry, journalInsert } from '../../../platform/journal.ts'
import type { MailKind, MailWording } from '../domain/mail-wording.ts'
import type { Brand } from '../domain/programme.ts'
import type { ProgrammesTables } from './tables.ts'

export interface WordingKey {
  readonly programmeId: Id
  readonly kind: MailKind
  readonly locale: Locale
}

export interface WordingRow extends MailWording {
  readonly kind: string
  readonly locale: Locale
}

/** Those of a programme that are not ours. */
export async function listWordings(db: Db, programmeId: Id): Promise<WordingRow[]> {
  return tables<ProgrammesTables>(db)
    .selectFrom('mailWording')
    .select(['kind', 'locale', 'subject', 'intro', 'footer'])
    .where('programmeId', '=', programmeId)
    .orderBy('kind')
    .orderBy('locale')
    .execute()
}

/** Saves the words; with nothing in them, ours are back. */
export async function saveWording(
  db: Db,
  { programmeId, kind, locale }: WordingKey,
  { subject, intro, footer }: MailWording,
  now: Instant,
  entry: NewJournalEntry,
): Promise<void> {
  const change =
    subject === null && intro === null && footer === null
      ? sql`delete from mail_wording
          where programme_id = ${programmeId} and kind = ${kind} and locale = ${locale} returning kind`
      : sql`insert into mail_wording (programme_id, kind, locale, subject, intro, footer, updated_at)
          values (${programmeId}, ${kind}, ${locale}, ${subject}, ${intro}, ${footer}, ${now}::timestamptz)
          on conflict (programme_id, kind, locale) do update
            set subject = excluded.subject, intro = excluded.intro, footer = excluded.footer,
              updated_at = excluded.updated_at
          returning kind`
  await sql`with changed as (${change}), logged as (${journalInsert(entry)}) select kind from changed`.execute(db)
}

/** Takes over the words of another programme. */
export async function copyWordings(db: Db, from: Id, to: Id, now: Instant): Promise<void> {
  await sql`
    insert into mail_wording (programme_id, kind, locale, subject, intro, footer, updated_at)
    select ${to}::uuid, kind, locale, subject, intro, footer, ${now}::timestamptz
    from mail_wording where programme_id = ${from}`.execute(db)
}

export interface Letterhead extends MailWording {
  readonly programmeName: LocalizedText
  readonly operatorName: LocalizedText
  readonly brand: Brand
}

/** What a mail of a programme wears; null when there is no such programme. */
export async function findLetterhead(db: Db, { programmeId, kind, locale }: WordingKey): Promise<Letterhead | null> {
  const { rows } = await sql<Letterhead>`
    select p.name as programme_name, p.operator_name, w.subject, w.intro, w.footer,
      jsonb_build_object('name', p.brand_name, 'accent', p.accent, 'logo', f.sha256) as brand
    from programme p
    left join mail_wording w on w.programme_id = p.id and w.kind = ${kind} and w.locale = ${locale}
    left join stored_file f on f.id = p.logo_file_id
    where p.id = ${programmeId}`.execute(db)
  return rows[0] ?? null
}
