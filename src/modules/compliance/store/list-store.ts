import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { Db } from '../../../platform/database/handle.ts'
import { type NewJournalEntry, journalInsert } from '../../../platform/journal.ts'
import type { ListEntry } from '../domain/party.ts'

export interface ListVersion {
  readonly id: Id
  readonly number: number
  readonly fileName: string
  readonly sha256: string
  readonly entryCount: number
  readonly publishedOn: string | null
  readonly importedByName: string | null
  readonly importedAt: Instant
  readonly confirmedAt: Instant
}

export interface WatchListRecord {
  readonly id: Id
  readonly code: string
  readonly name: string
  readonly format: string
  readonly source: string | null
  readonly fictional: boolean
  readonly retiredAt: Instant | null
  /** Newest first; the first one is in force. */
  readonly versions: readonly ListVersion[]
}

const iso = (column: string) => sql`to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

/** Every list of a programme with its versions, retired ones last. */
export async function listWatchLists(db: Db, programmeId: Id): Promise<WatchListRecord[]> {
  const { rows } = await sql<WatchListRecord>`
    select l.id, l.code, l.name, l.format, l.source, l.fictional, l.retired_at,
      (select json_agg(json_build_object('id', v.id, 'number', v.number, 'fileName', v.file_name, 'sha256', v.sha256,
          'entryCount', v.entry_count, 'publishedOn', v.published_on, 'importedByName', person.name,
          'importedAt', ${iso('v.imported_at')}, 'confirmedAt', ${iso('v.confirmed_at')}) order by v.number desc)
        from watch_list_version v left join person on person.id = v.imported_by where v.list_id = l.id) as versions
    from watch_list l where l.programme_id = ${programmeId}
    order by l.retired_at nulls first, l.code`.execute(db)
  return rows
}

export interface ListHead {
  readonly id: Id
  readonly format: string
  readonly retiredAt: Instant | null
  readonly currentVersionId: Id | null
  readonly number: number
  readonly sha256: string | null
  readonly entryCount: number | null
}

/** The list of this code, locked until the transaction ends: two imports of one list come one after the other. */
export async function lockWatchList(trx: Db, programmeId: Id, code: string): Promise<ListHead | null> {
  await sql`select id from watch_list where programme_id = ${programmeId} and code = ${code} for update`.execute(trx)
  const { rows } = await sql<ListHead>`
    select l.id, l.format, l.retired_at, l.current_version_id, coalesce(v.number, 0) as number, v.sha256, v.entry_count
    from watch_list l left join watch_list_version v on v.id = l.current_version_id
    where l.programme_id = ${programmeId} and l.code = ${code}`.execute(trx)
  return rows[0] ?? null
}

export interface NewList {
  readonly id: Id
  readonly programmeId: Id
  readonly code: string
  readonly name: string
  readonly format: string
  readonly source: string | null
  readonly fictional: boolean
}

/** False when another import has made a list of this code at the same moment. */
export async function insertWatchList(trx: Db, list: NewList, now: Instant): Promise<boolean> {
  const { rows } = await sql`
    insert into watch_list (id, programme_id, code, name, format, source, fictional, created_at)
    values (${list.id}, ${list.programmeId}, ${list.code}, ${list.name}, ${list.format}, ${list.source},
      ${list.fictional}, ${now})
    on conflict do nothing returning id`.execute(trx)
  return rows.length > 0
}

export interface NewVersion {
  readonly id: Id
  readonly programmeId: Id
  readonly listId: Id
  readonly number: number
  readonly fileName: string
  readonly sha256: string
  readonly publishedOn: string | null
  readonly importedBy: Id | null
  readonly importedAt: Instant
}

/** Rows of one statement; a list of 20,000 names is some ten of them. */
const ENTRIES_A_STATEMENT = 2000

/** The version with all its entries, and the list on it; entries of the version before go. Pass a transaction. */
export async function swapVersion(
  trx: Db,
  version: NewVersion,
  entries: readonly ListEntry[],
  entry: NewJournalEntry,
): Promise<void> {
  const { id, programmeId, listId, number, fileName, sha256, publishedOn, importedBy, importedAt } = version
  await sql`
    insert into watch_list_version (id, programme_id, list_id, number, file_name, sha256, entry_count, published_on,
      imported_by, imported_at, confirmed_at)
    values (${id}, ${programmeId}, ${listId}, ${number}, ${fileName}, ${sha256}, ${entries.length}, ${publishedOn},
      ${importedBy}, ${importedAt}, ${importedAt})`.execute(trx)
  for (let at = 0; at < entries.length; at += ENTRIES_A_STATEMENT) {
    const part = JSON.stringify(entries.slice(at, at + ENTRIES_A_STATEMENT))
    await sql`
      insert into watch_list_entry (version_id, position, entry)
      select ${id}::uuid, ${at}::integer + ordinality, value
      from jsonb_array_elements(${part}::jsonb) with ordinality`.execute(trx)
  }
  await sql`
    with old as (select current_version_id from watch_list where id = ${listId}),
      gone as (delete from watch_list_entry using old where version_id = old.current_version_id),
      changed as (update watch_list set current_version_id = ${id}, retired_at = null where id = ${listId} returning id),
      logged as (${journalInsert(entry)})
    select id from changed`.execute(trx)
}

/** The publisher's file was read again and has not changed. */
export async function confirmVersion(trx: Db, versionId: Id, now: Instant, entry: NewJournalEntry): Promise<void> {
  await sql`
    with changed as (update watch_list_version set confirmed_at = ${now} where id = ${versionId} returning id),
      logged as (${journalInsert(entry)})
    select id from changed`.execute(trx)
}

export const retireWatchList = async (db: Db, listId: Id, now: Instant): Promise<void> => {
  await sql`update watch_list set retired_at = ${now} where id = ${listId}`.execute(db)
}

export async function findEntries(db: Db, versionIds: readonly Id[]): Promise<{ versionId: Id; entry: ListEntry }[]> {
  const { rows } = await sql<{ versionId: Id; entry: ListEntry }>`
    select version_id, entry from watch_list_entry where version_id = any(${versionIds}::uuid[])
    order by version_id, position`.execute(db)
  return rows
}
