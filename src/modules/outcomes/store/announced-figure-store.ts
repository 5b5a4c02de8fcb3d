import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import { type Db, jsonb } from '../../../platform/database/handle.ts'
import { type NewJournalEntry, journalInsert } from '../../../platform/journal.ts'
import type { LocalizedText } from '../../../kernel/locale.ts'
import type { AnnouncedFigure, SideCount } from '../domain/figure.ts'

export async function insertFigure(
  db: Db,
  figure: AnnouncedFigure & { readonly id: Id; readonly programmeId: Id; readonly createdAt: Instant },
  announced: NewJournalEntry,
): Promise<void> {
  await sql`
    with changed as (
      insert into announced_figure (id, programme_id, figure, value, unit, name, as_of, source, created_at)
      values (${figure.id}, ${figure.programmeId}, ${figure.figure}, ${figure.value}, ${figure.unit},
        ${jsonb(figure.name)}, ${figure.asOf}::date, ${figure.source}, ${figure.createdAt}::timestamptz)
      returning id
    ), logged as (${journalInsert(announced)})
    select id from changed`.execute(db)
}

interface FigureFacts {
  readonly figures: readonly AnnouncedFigure[]
  readonly participatingCompanies: readonly SideCount[]
}

/** The announced figures of a programme in the order they came, and what records count, in one statement. */
export async function findFigures(db: Db, programmeId: Id): Promise<FigureFacts> {
  const { rows } = await sql<FigureFacts>`
    with taking_part as (
      select c.side_id, s.position, count(distinct c.id) as count
      from participant p join company c on c.id = p.company_id join side s on s.id = c.side_id
      where p.programme_id = ${programmeId} and p.status = 'registered'
      group by c.side_id, s.position
    )
    select (
        select coalesce(jsonb_agg(jsonb_build_object('figure', figure, 'name', name, 'value', value, 'unit', unit,
          'asOf', as_of, 'source', source) order by created_at, id), '[]')
        from announced_figure where programme_id = ${programmeId}
      ) as figures, (
        select coalesce(jsonb_agg(jsonb_build_object('sideId', side_id, 'count', count) order by position), '[]')
        from taking_part
      ) as participating_companies`.execute(db)
  return rows[0]!
}

export interface AnnouncedRow extends AnnouncedFigure {
  readonly id: Id
  readonly explanation: LocalizedText
}

/** In the order they came. */
export async function findAnnounced(db: Db, programmeId: Id): Promise<AnnouncedRow[]> {
  const { rows } = await sql<AnnouncedRow>`
    select id, figure, name, value, unit, as_of, source, explanation from announced_figure
    where programme_id = ${programmeId} order by created_at, id`.execute(db)
  return rows
}

/** False when the programme has no such announced figure. */
export async function saveExplanation(
  db: Db,
  { programmeId, announcedId, explanation }: { programmeId: Id; announcedId: Id; explanation: LocalizedText },
  entry: NewJournalEntry,
): Promise<boolean> {
  const { rows } = await sql`
    with changed as (
      update announced_figure set explanation = ${jsonb(explanation)}
      where id = ${announcedId} and programme_id = ${programmeId} returning id
    ), logged as (${journalInsert(entry)})
    select id from changed`.execute(db)
  return rows.length > 0
}

export interface OutcomeCounts {
  readonly figures: number
  readonly outcomes: number
  readonly definitions: number
  /** Announced figures beside a defined one, without a word on how they differ. */
  readonly silent: number
}

export async function countOutcomes(db: Db, programmeId: Id): Promise<OutcomeCounts> {
  const { rows } = await sql<OutcomeCounts>`
    select (select count(*) from announced_figure where programme_id = ${programmeId}) as figures,
      (select count(*) from outcome where programme_id = ${programmeId} and valid_until is null
        and status = 'recorded') as outcomes,
      (select count(*) from figure where programme_id = ${programmeId}) as definitions,
      (select count(*) from announced_figure a join figure f on f.programme_id = a.programme_id and f.code = a.figure
        where a.programme_id = ${programmeId} and a.explanation = '{}') as silent`.execute(db)
  return rows[0]!
}
