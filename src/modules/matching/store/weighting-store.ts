import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { Db } from '../../../platform/database/handle.ts'
import { type NewJournalEntry, journalInsert } from '../../../platform/journal.ts'
import type { Weighting } from '../domain/weighting.ts'
import type { MatchFact, MatchFactKind } from '../domain/weighting-effect.ts'
import { type CompanyRow, companyRow, list } from './company-row.ts'

export interface WeightingRow extends Weighting {
  readonly id: Id
  /** Counts from 1 within the programme. */
  readonly number: number
  readonly note: string | null
  readonly createdAt: Instant
}

export interface Weightings {
  readonly rows: readonly WeightingRow[]
  /** With which the next run ranks; null: the engine's own weights. */
  readonly chosenId: Id | null
  /** With which the ranking that is shown now was made. */
  readonly shownId: Id | null
  readonly facts: Readonly<Record<MatchFactKind, number>>
}

/** A weighting as plain JSON; null for the engine's own. */
export const weightingJson = (id: ReturnType<typeof sql>) => sql<Weighting | null>`
  (select jsonb_build_object('topic', w.topic, 'wording', w.wording, 'embedding', w.embedding)
    from match_weighting w where w.id = ${id})`

/** Of the ranking that is shown now. */
export const shownWeightingId = (programmeId: Id) => sql`
  (select r.weighting_id from match_run r where r.programme_id = ${programmeId} and r.status = 'done'
    order by r.started_at desc, r.id desc limit 1)`

const chosenId = (programmeId: Id) =>
  sql`(select weighting_id from match_weighting_choice where programme_id = ${programmeId})`

/** Newest first; one statement. */
export async function findWeightings(db: Db, programmeId: Id): Promise<Weightings> {
  const facts = (kind: MatchFactKind) =>
    sql`(select count(*) from match_fact where programme_id = ${programmeId} and kind = ${kind})`
  const { rows } = await sql<Weightings>`
    select ${list(sql`
        select jsonb_build_object('id', w.id, 'number', w.number, 'topic', w.topic, 'wording', w.wording,
          'embedding', w.embedding, 'note', w.note, 'createdAt', to_char(w.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
        from match_weighting w where w.programme_id = ${programmeId} order by w.number desc`)} as rows,
      ${chosenId(programmeId)} as chosen_id, ${shownWeightingId(programmeId)} as shown_id,
      jsonb_build_object('accepted', ${facts('accepted')}, 'declined', ${facts('declined')}, 'met', ${facts('met')},
        'signed', ${facts('signed')}) as facts`.execute(db)
  return rows[0]!
}

export interface NewWeighting extends Weighting {
  readonly id: Id
  readonly programmeId: Id
  readonly note: string | null
  readonly createdBy: Id | null
  readonly createdAt: Instant
}

/** Keeps a weighting under the next number; two that are saved at once get one each or the second throws. */
export async function insertWeighting(db: Db, added: NewWeighting, entry: NewJournalEntry): Promise<number> {
  const { id, programmeId, topic, wording, embedding, note, createdBy, createdAt } = added
  const { rows } = await sql<{ number: number }>`
    with changed as (
      insert into match_weighting (id, programme_id, number, topic, wording, embedding, note, created_by, created_at)
      select ${id}::uuid, ${programmeId}::uuid, coalesce(max(number), 0) + 1, ${topic}::numeric, ${wording}::numeric,
        ${embedding}::numeric, ${note}::text, ${createdBy}::uuid, ${createdAt}::timestamptz
      from match_weighting where programme_id = ${programmeId} returning number),
    logged as (${journalInsert(entry)})
    select number from changed`.execute(db)
  return rows[0]!.number
}

/** False when the programme has no such weighting. The same choice twice is journalled once. */
export async function chooseWeightingRow(
  db: Db,
  programmeId: Id,
  weightingId: Id,
  entry: NewJournalEntry,
): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    with known as (select id from match_weighting where id = ${weightingId} and programme_id = ${programmeId}),
    changed as (
      insert into match_weighting_choice (programme_id, weighting_id) select ${programmeId}::uuid, id from known
      on conflict (programme_id) do update set weighting_id = excluded.weighting_id
        where match_weighting_choice.weighting_id <> excluded.weighting_id
      returning programme_id),
    logged as (${journalInsert(entry)})
    select exists (select from known) as found`.execute(db)
  return rows[0]?.found ?? false
}

/** Back to the engine's own weights. */
export async function dropWeightingChoice(db: Db, programmeId: Id, entry: NewJournalEntry): Promise<void> {
  await sql`
    with changed as (delete from match_weighting_choice where programme_id = ${programmeId} returning programme_id)
    ${journalInsert(entry)}`.execute(db)
}

export interface NewMatchFact extends MatchFact {
  /** What says so: the request, interest, meeting or agreement. The same source says one thing of a kind. */
  readonly sourceId: Id
  readonly programmeId: Id
  readonly happenedAt: Instant
}

/** Keeps facts with the score that the pair has now; those that are known are left as they are. One statement. */
export async function insertMatchFacts(db: Db, facts: readonly NewMatchFact[]): Promise<void> {
  if (facts.length === 0) return
  await sql`
    insert into match_fact (source_id, kind, programme_id, company_id, partner_id, score, happened_at)
    select f."sourceId", f.kind, f."programmeId", f."companyId", f."partnerId",
      (select m.score from match m where m.programme_id = f."programmeId"
        and ((m.company_a = f."companyId" and m.company_b = f."partnerId")
          or (m.company_a = f."partnerId" and m.company_b = f."companyId"))),
      f."happenedAt"
    from jsonb_to_recordset(${JSON.stringify(facts)}::jsonb) as f ("sourceId" uuid, kind text, "programmeId" uuid,
      "companyId" uuid, "partnerId" uuid, "happenedAt" timestamptz)
    on conflict (source_id, kind) do nothing`.execute(db)
}

export interface PreviewFacts {
  readonly shown: Weighting | null
  readonly facts: readonly MatchFact[]
}

/** Facts that a preview looks at: newer ones say more about the companies of today. */
const MOST_FACTS = 2000

export async function findPreviewFacts(db: Db, programmeId: Id): Promise<PreviewFacts> {
  const { rows } = await sql<PreviewFacts>`
    select ${weightingJson(shownWeightingId(programmeId))} as shown,
      ${list(sql`
        select jsonb_build_object('kind', f.kind, 'companyId', f.company_id, 'partnerId', f.partner_id)
        from (select * from match_fact where programme_id = ${programmeId}
          order by happened_at desc, source_id limit ${MOST_FACTS}) as f`)} as facts`.execute(db)
  return rows[0]!
}

/** Companies by id, as lists show them. */
export async function findCompanyRows(db: Db, programmeId: Id, ids: readonly Id[]): Promise<CompanyRow[]> {
  const { rows } = await sql<{ companies: CompanyRow[] }>`
    select ${list(sql`select ${companyRow(null)} from company c
      where c.programme_id = ${programmeId} and c.id = any(${ids}::uuid[])`)} as companies`.execute(db)
  return rows[0]!.companies
}
