import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import { type Db, tables } from '../../../platform/database/handle.ts'
import { type NewJournalEntry, journalInsert } from '../../../platform/journal.ts'
import type { Keyword, KeywordList } from '../domain/keyword.ts'
import type { ProgrammesTables } from './tables.ts'

/** In the order of list and code. */
export async function listKeywordRows(db: Db, programmeId: Id, list?: KeywordList): Promise<Keyword[]> {
  const rows = tables<ProgrammesTables>(db)
    .selectFrom('keyword')
    .select(['list', 'code', 'parentCode', 'name'])
    .where('programmeId', '=', programmeId)
    .orderBy('list', 'desc')
    .orderBy('code')
  return (list ? rows.where('list', '=', list) : rows).execute()
}

/** Adds new codes and renames known ones in one statement, with one entry if anything changed; how many did. */
export async function upsertKeywords(
  db: Db,
  programmeId: Id,
  keywords: readonly Keyword[],
  saved: NewJournalEntry,
): Promise<number> {
  const { rows } = await sql<{ changed: number }>`
    with written as (
      insert into keyword (programme_id, list, code, parent_code, name)
      select ${programmeId}::uuid, k.list, k.code, k."parentCode", k.name
      from jsonb_to_recordset(${JSON.stringify(keywords)}::jsonb)
        as k(list text, code text, "parentCode" text, name jsonb)
      on conflict (programme_id, list, code) do update set parent_code = excluded.parent_code, name = excluded.name
        where (keyword.parent_code, keyword.name) is distinct from (excluded.parent_code, excluded.name)
      returning code
    ), changed as (select 1 from written limit 1
    ), logged as (${journalInsert(saved)})
    select count(*) as changed from written`.execute(db)
  return rows[0]?.changed ?? 0
}
