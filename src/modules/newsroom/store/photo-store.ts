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
  /** Somebody has looked: nobody can be recognised on it. */
  readonly showsNobody: boolean
  readonly addedAt: Instant
}

export async function insertPhoto(db: Db, row: Omit<PhotoRow, 'showsNobody'>, entry: NewJournalEntry): Promise<void> {
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

/** In their order; the first one leads. */
export async function findPhotos(db: Db, articleId: Id): Promise<PhotoRow[]> {
  const { rows } = await sql<PhotoRow>`
    select id, article_id, file_id, media_type, width, height, caption, credit, alternative, shows_nobody, added_at
    from article_photo where article_id = ${articleId} order by position`.execute(db)
  return rows
}

/** What is written of a photograph; false when the article has no such one. */
export async function updatePhotoWords(
  db: Db,
  {
    id,
    articleId,
    caption,
    credit,
    alternative,
  }: Pick<PhotoRow, 'id' | 'articleId' | 'caption' | 'credit' | 'alternative'>,
  entry: NewJournalEntry,
): Promise<boolean> {
  const { rows } = await sql`
    with changed as (
      update article_photo set caption = ${jsonb(caption)}, credit = ${credit}, alternative = ${jsonb(alternative)}
      where id = ${id}::uuid and article_id = ${articleId}::uuid returning id
    ), logged as (${journalInsert(entry)})
    select id from changed`.execute(db)
  return rows.length > 0
}

/** Puts the photographs of an article in another order; one that is not named comes last. */
export async function orderPhotos(
  db: Db,
  articleId: Id,
  photoIds: readonly Id[],
  entry: NewJournalEntry,
): Promise<boolean> {
  const { rows } = await sql`
    with arranged as (
      update article_photo p set position = t.position
      from (
        select o.id, row_number() over (order by w.place nulls last, o.position) - 1 as position
        from article_photo o left join unnest(${photoIds}::uuid[]) with ordinality as w(id, place) on w.id = o.id
        where o.article_id = ${articleId}::uuid
      ) t where p.id = t.id returning p.id
    ), changed as (select id from arranged limit 1), logged as (${journalInsert(entry)})
    select id from changed`.execute(db)
  return rows.length > 0
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
      and (a.embargo_until is null or a.embargo_until <= ${now}::timestamptz)
      and not exists (select from programme g where g.id = a.programme_id and 'newsroom' = any(g.features_off))`.execute(
    db,
  )
  return rows[0] ?? null
}
