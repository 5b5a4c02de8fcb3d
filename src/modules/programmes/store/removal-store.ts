import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { LocalizedText } from '../../../kernel/locale.ts'
import { type Db, jsonb, tables } from '../../../platform/database/handle.ts'
import { type NewJournalEntry, journalInsert } from '../../../platform/journal.ts'
import type { Counts, RemovableKind } from '../domain/removal.ts'
import type { Contents } from './dependents.ts'
import type { ProgrammesTables } from './tables.ts'

export interface RemovalRow {
  readonly id: Id
  readonly kind: RemovableKind
  readonly name: LocalizedText
  readonly counts: Counts
  readonly removedAt: Instant
  readonly restoredAt: Instant | null
}

export interface RemovalToInsert extends Omit<RemovalRow, 'restoredAt'> {
  readonly programmeId: Id
  readonly subjectId: Id
  readonly contents: Contents
  readonly removedBy: Id | null
}

export async function insertRemoval(db: Db, removal: RemovalToInsert, entry: NewJournalEntry): Promise<void> {
  const { id, programmeId, kind, subjectId, name, counts, contents, removedAt, removedBy } = removal
  await sql`
    with changed as (
      insert into removed_record (id, programme_id, kind, subject_id, name, counts, contents, removed_at, removed_by)
      values (${id}, ${programmeId}, ${kind}, ${subjectId}, ${jsonb(name)}, ${jsonb(counts)}, ${jsonb(contents)},
        ${removedAt}::timestamptz, ${removedBy}::uuid)
      returning id
    ), logged as (${journalInsert(entry)})
    select id from changed`.execute(db)
}

/** What can still be put back, the latest first. */
export async function listRemovals(db: Db, programmeId: Id, since: Instant): Promise<RemovalRow[]> {
  const rows = await tables<ProgrammesTables>(db)
    .selectFrom('removedRecord')
    .select(['id', 'kind', 'name', 'counts', 'removedAt', 'restoredAt'])
    .where('programmeId', '=', programmeId)
    .where('removedAt', '>=', since)
    .orderBy('removedAt', 'desc')
    .orderBy('id')
    .limit(200)
    .execute()
  return rows as RemovalRow[]
}

/** Marks a removal as undone and returns what it held; null when there is none such or it is undone already. */
export async function claimRemoval(
  db: Db,
  { programmeId, removalId }: { readonly programmeId: Id; readonly removalId: Id },
  now: Instant,
): Promise<{ kind: RemovableKind; subjectId: Id; contents: Contents } | null> {
  const { rows } = await sql<{ kind: RemovableKind; subjectId: Id; contents: Contents }>`
    with claimed as (
      select id, contents from removed_record
      where id = ${removalId} and programme_id = ${programmeId} and restored_at is null for update
    )
    update removed_record r set restored_at = ${now}::timestamptz, contents = '[]' from claimed c
    where r.id = c.id returning r.kind, r.subject_id, c.contents`.execute(db)
  return rows[0] ?? null
}

/** The name of an event or a company; null when the programme has none such. */
export async function findSubjectName(
  db: Db,
  kind: RemovableKind,
  { programmeId, subjectId }: { readonly programmeId: Id; readonly subjectId: Id },
): Promise<LocalizedText | null> {
  const { rows } = await sql<{ name: LocalizedText }>`
    select name from ${sql.table(kind)} where id = ${subjectId} and programme_id = ${programmeId}`.execute(db)
  return rows[0]?.name ?? null
}
