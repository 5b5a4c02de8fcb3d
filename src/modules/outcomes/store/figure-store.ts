import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { LocalizedText } from '../../../kernel/locale.ts'
import { type Db, jsonb } from '../../../platform/database/handle.ts'
import { type NewJournalEntry, journalInsert } from '../../../platform/journal.ts'
import type { CountedRecord, FigureDefinition } from '../domain/definition.ts'

export interface FigureRow {
  readonly id: Id
  readonly programmeId: Id
  readonly code: string
  readonly name: LocalizedText
  readonly definition: FigureDefinition
  readonly createdAt: Instant
}

/** Writes the figure with its entry; when the code is known, nothing. Returns the id the code has now. */
export async function insertFigureDefinition(
  db: Db,
  figure: FigureRow & { readonly createdBy: Id | null },
  entry: NewJournalEntry,
): Promise<Id> {
  const { rows } = await sql<{ id: Id }>`
    with changed as (
      insert into figure (id, programme_id, code, name, definition, created_by, created_at)
      values (${figure.id}, ${figure.programmeId}, ${figure.code}, ${jsonb(figure.name)}, ${jsonb(figure.definition)},
        ${figure.createdBy}, ${figure.createdAt}::timestamptz)
      on conflict on constraint figure_code do nothing
      returning id
    ), logged as (${journalInsert(entry)})
    select id from changed
    union all
    select id from figure where programme_id = ${figure.programmeId} and code = ${figure.code}`.execute(db)
  // Nothing when another wrote the code between the insert and the look: it is there by now.
  return rows[0]?.id ?? (await idOfCode(db, figure.programmeId, figure.code))
}

async function idOfCode(db: Db, programmeId: Id, code: string): Promise<Id> {
  const { rows } = await sql<{ id: Id }>`
    select id from figure where programme_id = ${programmeId} and code = ${code}`.execute(db)
  return rows[0]!.id
}

/** Figures of a programme in the order they were made; those of `ids` when given. */
export async function findFigureRows(db: Db, programmeId: Id, ids: readonly Id[] | null = null): Promise<FigureRow[]> {
  const wanted = ids === null ? sql`true` : sql`id = any(${ids}::uuid[])`
  const { rows } = await sql<FigureRow>`
    select id, programme_id, code, name, definition, created_at from figure
    where programme_id = ${programmeId} and ${wanted} order by created_at, id`.execute(db)
  return rows
}

export interface SnapshotRow {
  readonly id: Id
  readonly programmeId: Id
  readonly figureId: Id
  readonly value: number | null
  readonly unit: string
  readonly asOf: Instant
  readonly records: readonly CountedRecord[]
  readonly sha256: string
  readonly frozenBy: Id | null
  readonly frozenAt: Instant
}

export async function insertSnapshot(db: Db, row: SnapshotRow, entry: NewJournalEntry): Promise<void> {
  await sql`
    with changed as (
      insert into figure_snapshot (id, programme_id, figure_id, value, unit, as_of, records, sha256, frozen_by, frozen_at)
      values (${row.id}, ${row.programmeId}, ${row.figureId}, ${row.value}, ${row.unit}, ${row.asOf}::timestamptz,
        ${jsonb(row.records)}, ${row.sha256}, ${row.frozenBy}, ${row.frozenAt}::timestamptz)
      returning id
    ), logged as (${journalInsert(entry)})
    select id from changed`.execute(db)
}

/** Newest first. */
export async function findSnapshots(db: Db, programmeId: Id, figureId: Id): Promise<SnapshotRow[]> {
  const { rows } = await sql<SnapshotRow>`
    select id, programme_id, figure_id, value, unit, as_of, records, sha256, frozen_by, frozen_at
    from figure_snapshot where programme_id = ${programmeId} and figure_id = ${figureId}
    order by frozen_at desc, id limit 50`.execute(db)
  return rows
}
