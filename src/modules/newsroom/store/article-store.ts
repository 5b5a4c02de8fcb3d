import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { LocalizedText } from '../../../kernel/locale.ts'
import { type Db, jsonb, uniqueViolation } from '../../../platform/database/handle.ts'
import { type NewJournalEntry, journalInsert } from '../../../platform/journal.ts'
import type {
  ArticleContent,
  ArticleStatus,
  Counted,
  ManualNumber,
  ToldCommitment,
  ToldFigure,
} from '../domain/article.ts'

export interface ArticleRow {
  readonly id: Id
  readonly programmeId: Id
  readonly slug: string
  readonly status: ArticleStatus
  readonly content: ArticleContent
  readonly byline: LocalizedText
  readonly tags: readonly string[]
  readonly day: string | null
  readonly manualNumbers: readonly ManualNumber[]
  readonly embargoUntil: Instant | null
  readonly pinnedUntil: Instant | null
  readonly searchText: string
  readonly grams: readonly string[]
  readonly revision: number
  readonly createdBy: Id | null
  readonly registeredAt: Instant
  readonly editedAt: Instant
  readonly publishedAt: Instant | null
}

const COLUMNS = sql`id, programme_id, slug, status, content, byline, tags, day, manual_numbers, embargo_until,
  pinned_until, search_text, grams, revision, created_by, registered_at, edited_at, published_at`

const values = (row: ArticleRow) => sql`
  ${row.id}::uuid, ${row.programmeId}::uuid, ${row.slug}::text, ${row.status}::text, ${jsonb(row.content)},
  ${jsonb(row.byline)}, ${row.tags}::text[], ${row.day}::date,
  ${jsonb<readonly ManualNumber[]>(row.manualNumbers)}, ${row.embargoUntil}::timestamptz,
  ${row.pinnedUntil}::timestamptz, ${row.searchText}::text, ${row.grams}::text[], ${row.revision}::integer,
  ${row.createdBy}::uuid, ${row.registeredAt}::timestamptz, ${row.editedAt}::timestamptz,
  ${row.publishedAt}::timestamptz`

/** False when another article of this instance has the address. */
export async function insertArticle(db: Db, row: ArticleRow, entry: NewJournalEntry): Promise<boolean> {
  const { rows } = await sql`
    with changed as (
      insert into article (${COLUMNS}) select ${values(row)} on conflict on constraint article_slug do nothing returning id
    ), logged as (${journalInsert(entry)})
    select id from changed`.execute(db)
  return rows.length > 0
}

export async function findArticle(db: Db, programmeId: Id, articleId: Id): Promise<ArticleRow | null> {
  const { rows } = await sql<ArticleRow>`
    select ${COLUMNS} from article where id = ${articleId} and programme_id = ${programmeId}`.execute(db)
  return rows[0] ?? null
}

/** Newest first. */
export async function findArticles(db: Db, programmeId: Id, limit: number): Promise<ArticleRow[]> {
  const { rows } = await sql<ArticleRow>`
    select ${COLUMNS} from article where programme_id = ${programmeId}
    order by registered_at desc, id limit ${limit}`.execute(db)
  return rows
}

/** What the titles of a programme's articles need of the figures they told last. */
export async function findTitleFigures(
  db: Db,
  programmeId: Id,
): Promise<{ readonly articleId: Id; readonly figure: ToldFigure }[]> {
  const { rows } = await sql<{ articleId: Id; figure: ToldFigure }>`
    select f.article_id, jsonb_build_object('id', f.figure_id, 'value', f.value, 'unit', f.unit, 'counted',
      jsonb_build_object('bySide', f.counted -> 'bySide', 'announced', f.counted -> 'announced')) as figure
    from article_figure f join article a on a.id = f.article_id where a.programme_id = ${programmeId}`.execute(db)
  return rows
}

/** What an article tells, kept with it so that a page is one statement. */
export interface Told {
  readonly figures: readonly ToldFigure[]
  readonly commitments: readonly Id[]
}

export interface TextCorrection {
  readonly id: Id
  readonly note: LocalizedText
}

/**
 * Saves an article as it was read at `revision`, with what it tells and, where readers had another text before, the
 * correction. `changed`: somebody else was first; `slug-taken`: another article has the address.
 */
export async function saveArticle(
  db: Db,
  row: ArticleRow,
  told: Told | null,
  correction: TextCorrection | null,
  entry: NewJournalEntry,
): Promise<'saved' | 'changed' | 'slug-taken'> {
  const figures = (told?.figures ?? []).map(({ id, value, unit, counted }, position) => ({
    id,
    value,
    unit,
    counted,
    position,
  }))
  const replaced = told === null ? sql`false` : sql`true`
  try {
    const { rows } = await sql`
      with changed as (
        update article set slug = ${row.slug}, status = ${row.status}, content = ${jsonb(row.content)},
          byline = ${jsonb(row.byline)}, tags = ${row.tags}::text[], day = ${row.day}::date,
          manual_numbers = ${jsonb<readonly ManualNumber[]>(row.manualNumbers)},
          embargo_until = ${row.embargoUntil}::timestamptz, pinned_until = ${row.pinnedUntil}::timestamptz,
          search_text = ${row.searchText}, grams = ${row.grams}::text[], revision = revision + 1,
          registered_at = ${row.registeredAt}::timestamptz, edited_at = ${row.editedAt}::timestamptz,
          published_at = ${row.publishedAt}::timestamptz
        where id = ${row.id} and programme_id = ${row.programmeId} and revision = ${row.revision}
        returning id
      ), gone as (
        delete from article_figure f using changed where ${replaced} and f.article_id = changed.id
          and not (f.figure_id = any(${figures.map(({ id }) => id)}::uuid[]))
      ), told_figures as (
        insert into article_figure (article_id, figure_id, position, value, unit, counted, shown_at)
        select changed.id, t.id, t.position, t.value, t.unit, t.counted, ${row.editedAt}::timestamptz
        from changed, jsonb_to_recordset(${JSON.stringify(figures)}::jsonb)
          as t(id uuid, position smallint, value numeric, unit text, counted jsonb)
        on conflict (article_id, figure_id) do update set position = excluded.position, value = excluded.value,
          unit = excluded.unit, counted = excluded.counted, shown_at = excluded.shown_at
      ), unpromised as (
        delete from article_commitment c using changed where ${replaced} and c.article_id = changed.id
          and not (c.commitment_id = any(${told?.commitments ?? []}::uuid[]))
      ), told_commitments as (
        insert into article_commitment (article_id, commitment_id, position)
        select changed.id, t.id, t.position from changed,
          unnest(${told?.commitments ?? []}::uuid[]) with ordinality as t(id, position)
        on conflict (article_id, commitment_id) do update set position = excluded.position
      ), corrected as (
        insert into article_correction (id, article_id, kind, note, corrected_at)
        select ${correction?.id ?? null}::uuid, changed.id, 'text', ${jsonb(correction?.note ?? {})},
          ${row.editedAt}::timestamptz
        from changed where ${correction !== null}
      ), logged as (${journalInsert(entry)})
      select id from changed`.execute(db)
    return rows.length > 0 ? 'saved' : 'changed'
  } catch (error) {
    if (uniqueViolation(error) === 'article_slug') return 'slug-taken'
    throw error
  }
}

/** Everything beside the figures that an article is checked against. */
export interface CheckFacts {
  readonly commitments: readonly ToldCommitment[]
  readonly photos: readonly { readonly id: Id; readonly isDescribed: boolean; readonly showsNobody: boolean }[]
  /** Names of companies, parties and things in the records: digits in them are no counts. */
  readonly names: readonly string[]
  readonly sides: readonly { readonly id: Id; readonly name: LocalizedText }[]
}

const COMMITMENT = sql`jsonb_build_object('id', m.id, 'party', p.name, 'what', m.what, 'dueOn', m.due_on,
  'status', m.status, 'fulfilledOn', (m.fulfilled_at at time zone m.time_zone)::date)`

export async function loadCheckFacts(db: Db, programmeId: Id, articleId: Id | null): Promise<CheckFacts> {
  const { rows } = await sql<CheckFacts>`
    select (
      select coalesce(jsonb_agg(${COMMITMENT} order by m.due_on nulls last, m.id), '[]')
      from commitment m join agreement_party p on p.id = m.party_id
      where m.programme_id = ${programmeId} and m.status <> 'withdrawn'
    ) as commitments, (
      select coalesce(jsonb_agg(jsonb_build_object('id', id, 'isDescribed', caption <> '{}' and alternative <> '{}',
        'showsNobody', shows_nobody) order by position), '[]')
      from article_photo where article_id = ${articleId}::uuid
    ) as photos, (
      select coalesce(jsonb_agg(distinct name), '[]') from (
        select value as name from company, jsonb_each_text(name) where programme_id = ${programmeId}
        union all select value from programme, jsonb_each_text(name) where id = ${programmeId}
        union all select value from event, jsonb_each_text(event.name) where programme_id = ${programmeId}
        union all select value from outcome, jsonb_each_text(title) where programme_id = ${programmeId}
          and valid_until is null
        union all select n.value from outcome, jsonb_array_elements(parties) party, jsonb_each_text(party -> 'name') n
          where programme_id = ${programmeId} and valid_until is null
      ) known where name ~ '[0-9]'
    ) as names, (
      select coalesce(jsonb_agg(jsonb_build_object('id', id, 'name', name) order by position), '[]')
      from side where programme_id = ${programmeId}
    ) as sides`.execute(db)
  return rows[0]!
}

/** What a draft of a day is written from, beside the figures. */
export interface DayFacts {
  readonly programme: { readonly slug: string; readonly name: LocalizedText; readonly operatorName: LocalizedText }
  readonly signed: readonly {
    readonly kind: string
    readonly title: LocalizedText
    readonly parties: readonly { readonly name: LocalizedText }[]
    readonly currency: string | null
  }[]
  readonly commitments: readonly Id[]
  readonly participants: number
}

export async function loadDayFacts(db: Db, programmeId: Id, day: string): Promise<DayFacts | null> {
  const { rows } = await sql<DayFacts>`
    select jsonb_build_object('slug', slug, 'name', name, 'operatorName', operator_name) as programme, (
      select coalesce(jsonb_agg(jsonb_build_object('kind', o.kind, 'title', o.title, 'parties', o.parties,
        'currency', o.currency) order by o.amount_minor desc nulls last, o.valid_from, o.id), '[]')
      from outcome o where o.programme_id = programme.id and o.valid_until is null and o.status = 'recorded'
        and o.basis = 'signed' and o.happened_on = ${day}::date
    ) as signed, (
      select coalesce(jsonb_agg(m.id order by m.due_on nulls last, m.id), '[]') from commitment m
      where m.programme_id = programme.id and m.status <> 'withdrawn' and exists (
        select from outcome o where o.agreement_id = m.agreement_id and o.valid_until is null
          and o.happened_on = ${day}::date)
    ) as commitments, (
      select count(*) from participant p where p.programme_id = programme.id and p.status = 'registered'
    ) as participants
    from programme where id = ${programmeId}`.execute(db)
  return rows[0] ?? null
}

/** Articles that readers can open and that tell figures of these programmes, with what they tell. */
export interface ToldRow {
  readonly articleId: Id
  readonly programmeId: Id
  readonly figureId: Id
  readonly value: number | null
  readonly unit: string
}

export async function findToldFigures(db: Db, programmeIds: readonly Id[]): Promise<ToldRow[]> {
  const { rows } = await sql<ToldRow>`
    select f.article_id, a.programme_id, f.figure_id, f.value, f.unit
    from article_figure f join article a on a.id = f.article_id
    where a.programme_id = any(${programmeIds}::uuid[]) and a.status in ('published', 'corrected')
    order by f.article_id, f.position`.execute(db)
  return rows
}

export interface FigureCorrection {
  readonly id: Id
  readonly articleId: Id
  readonly figureId: Id
  readonly oldValue: number | null
  readonly newValue: number | null
  readonly unit: string
}

/** Tells a figure anew; with a correction when readers knew another value. */
export async function retellFigure(
  db: Db,
  told: { readonly articleId: Id; readonly figure: ToldFigure },
  correction: FigureCorrection | null,
  now: Instant,
): Promise<void> {
  const { value, unit, counted, id } = told.figure
  await sql`
    with retold as (
      update article_figure set value = ${value}, unit = ${unit}, counted = ${jsonb<Counted>(counted)},
        shown_at = ${now}::timestamptz
      where article_id = ${told.articleId} and figure_id = ${id} returning article_id
    ), marked as (
      update article set status = 'corrected', edited_at = ${now}::timestamptz, revision = revision + 1
      from retold where article.id = retold.article_id and ${correction !== null}
    )
    insert into article_correction (id, article_id, kind, figure_id, old_value, new_value, unit, corrected_at)
    select ${correction?.id ?? null}::uuid, retold.article_id, 'figure', ${id}, ${correction?.oldValue ?? null}::numeric,
      ${correction?.newValue ?? null}::numeric, ${unit}, ${now}::timestamptz
    from retold where ${correction !== null}`.execute(db)
}

export interface ArticleCounts {
  readonly articles: number
  readonly published: number
  readonly drafts: number
  readonly corrected: number
  /** Whom published articles name or show without a stated reason. */
  readonly named: readonly { readonly articleId: Id; readonly personId: Id | null }[]
}

export async function countArticles(db: Db, programmeId: Id): Promise<ArticleCounts> {
  const { rows } = await sql<ArticleCounts>`
    select count(*) filter (where status <> 'withdrawn') as articles,
      count(*) filter (where status in ('published', 'corrected')) as published,
      count(*) filter (where status = 'draft') as drafts, count(*) filter (where status = 'corrected') as corrected,
      (select coalesce(jsonb_agg(jsonb_build_object('articleId', a.id, 'personId', p.person_id)), '[]')
        from article a join article_person p on p.article_id = a.id
        where a.programme_id = ${programmeId} and a.status in ('published', 'corrected') and p.reason is null) as named
    from article where programme_id = ${programmeId}`.execute(db)
  return rows[0]!
}
