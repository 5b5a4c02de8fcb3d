import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { LocalizedText } from '../../../kernel/locale.ts'
import type { Db } from '../../../platform/database/handle.ts'
import { type NewJournalEntry, journalInsert } from '../../../platform/journal.ts'

export interface ArticlePersonRow {
  readonly id: Id
  readonly name: LocalizedText
  readonly personId: Id | null
  readonly reason: string | null
  readonly photoIds: readonly Id[]
}

/** In their order. */
export async function findArticlePeople(db: Db, articleId: Id): Promise<ArticlePersonRow[]> {
  const { rows } = await sql<ArticlePersonRow>`
    select id, name, person_id, reason, photo_ids from article_person where article_id = ${articleId}
    order by position`.execute(db)
  return rows
}

/** Those of these people who have, or had, a role in the programme. */
export async function findPeopleOfProgramme(db: Db, programmeId: Id, personIds: readonly Id[]): Promise<Id[]> {
  const { rows } = await sql<{ personId: Id }>`
    select distinct person_id from role_grant
    where programme_id = ${programmeId} and person_id = any(${personIds}::uuid[])`.execute(db)
  return rows.map(({ personId }) => personId)
}

/** Writes the whole list anew, and of which photographs somebody said that nobody can be recognised. */
export async function saveArticlePeople(
  db: Db,
  articleId: Id,
  people: readonly ArticlePersonRow[],
  photosOfNobody: readonly Id[],
  entry: NewJournalEntry,
): Promise<void> {
  await sql`
    with changed as (
      select id from article where id = ${articleId}
    ), gone as (
      delete from article_person using changed where article_id = changed.id
        and not (article_person.id = any(${people.map(({ id }) => id)}::uuid[]))
    ), written as (
      insert into article_person (id, article_id, name, person_id, reason, photo_ids, position)
      select given.id, changed.id, given.name, given."personId", given.reason, given."photoIds", given.position
      from changed, jsonb_to_recordset(${JSON.stringify(people.map((row, position) => ({ ...row, position })))}::jsonb)
        as given (id uuid, name jsonb, "personId" uuid, reason text, "photoIds" uuid[], position smallint)
    ), looked as (
      update article_photo set shows_nobody = article_photo.id = any(${photosOfNobody}::uuid[])
      from changed where article_id = changed.id
    ), logged as (${journalInsert(entry)})
    select id from changed`.execute(db)
}
