import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { LocalizedText } from '../../../kernel/locale.ts'
import { type Db, jsonb } from '../../../platform/database/handle.ts'
import { type NewJournalEntry, journalInsert } from '../../../platform/journal.ts'

export interface PhotoRow {
  readonly id: Id
  readonly articleId: Id
  readonly fileId: Id
  readonly mediaType: string
  readonly width: number
  readonly height: number
  readonly caption: LocalizedText
  readonly credit: string
  readonly alternative: LocalizedText
  readonly addedAt: Instant
}

export async function insertPhoto(db: Db, row: PhotoRow, entry: NewJournalEntry): Promise<void> {
  await sql`
    with changed as (
      insert into article_photo (id, article_id, file_id, media_type, width, height, caption, credit, alternative,
        position, added_at)
      select ${row.id}::uuid, ${row.articleId}::uuid, ${row.fileId}::uuid, ${row.mediaType}, ${row.width}::integer,
        ${row.height}::integer, ${jsonb(row.caption)}, ${row.credit}, ${jsonb(row.alternative)},
        (select coalesce(max(position) + 1, 0) from article_photo where article_id = ${row.articleId}::uuid),
        ${row.addedAt}::timestamptz
      returning id
    ), logged as (${journalInsert(entry)})
    select id from changed`.execute(db)
}

/** In the order they came. */
export async function findPhotos(db: Db, articleId: Id): Promise<PhotoRow[]> {
  const { rows } = await sql<PhotoRow>`
    select id, article_id, file_id, media_type, width, height, caption, credit, alternative, added_at
    from article_photo where article_id = ${articleId} order by position`.execute(db)
  return rows
}

/** False when the article has no such photograph. */
export async function deletePhoto(db: Db, articleId: Id, photoId: Id, entry: NewJournalEntry): Promise<boolean> {
  const { rows } = await sql`
    with changed as (delete from article_photo where id = ${photoId} and article_id = ${articleId} returning id),
      logged as (${journalInsert(entry)})
    select id from changed`.execute(db)
  return rows.length > 0
}

/** The file of a photograph that readers may see: its article is public at `now`. */
export async function findPublicPhoto(
  db: Db,
  photoId: Id,
  now: Instant,
): Promise<{ readonly sha256: string; readonly mediaType: string } | null> {
  const { rows } = await sql<{ sha256: string; mediaType: string }>`
    select f.sha256, p.media_type from article_photo p join stored_file f on f.id = p.file_id
    join article a on a.id = p.article_id
    where p.id = ${photoId} and a.status in ('published', 'corrected')
      and (a.embargo_until is null or a.embargo_until <= ${now}::timestamptz)`.execute(db)
  return rows[0] ?? null
}
