import { type RawBuilder, sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { Locale, LocalizedText } from '../../../kernel/locale.ts'
import type { Db } from '../../../platform/database/handle.ts'
import type { ArticleContent, ArticleStatus, ManualNumber, ToldCommitment, ToldFigure } from '../domain/article.ts'
import type { PhotoRow } from './photo-store.ts'

/** What a title needs of its figures. */
export type TitleFigure = Pick<ToldFigure, 'id' | 'value' | 'unit'> &
  Pick<ToldFigure['counted'], 'bySide' | 'announced'>

/** An article in a list. */
export interface ArticleSummary {
  readonly id: Id
  readonly slug: string
  readonly status: ArticleStatus
  readonly titles: Readonly<Partial<Record<Locale, { readonly title: string; readonly subtitle: string }>>>
  readonly byline: LocalizedText
  readonly tags: readonly string[]
  readonly publishedAt: Instant
  readonly editedAt: Instant
  readonly timeZone: string
  readonly figures: readonly TitleFigure[]
  readonly photo: Pick<PhotoRow, 'id' | 'width' | 'height' | 'alternative' | 'caption' | 'credit'> | null
}

const instant = (column: RawBuilder<unknown>) =>
  sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

const SUMMARY = sql`jsonb_build_object('id', a.id, 'slug', a.slug, 'status', a.status, 'byline', a.byline,
  'tags', a.tags, 'publishedAt', ${instant(sql`a.published_at`)}, 'editedAt', ${instant(sql`a.edited_at`)},
  'timeZone', (select s.time_zone from side s where s.programme_id = a.programme_id order by s.position limit 1),
  'titles', (select coalesce(jsonb_object_agg(key, jsonb_build_object('title', value -> 'title', 'subtitle',
    value -> 'subtitle')), '{}') from jsonb_each(a.content)),
  'figures', (select coalesce(jsonb_agg(jsonb_build_object('id', f.figure_id, 'value', f.value, 'unit', f.unit,
    'bySide', f.counted -> 'bySide', 'announced', f.counted -> 'announced')), '[]')
    from article_figure f where f.article_id = a.id),
  'photo', (select jsonb_build_object('id', p.id, 'width', p.width, 'height', p.height, 'alternative', p.alternative,
    'caption', p.caption, 'credit', p.credit)
    from article_photo p where p.article_id = a.id order by p.position limit 1))`

/** Readers can open it: published, no embargo left, and the programme uses its newsroom. */
const isOpen = (now: Instant) => sql`a.status in ('published', 'corrected') and a.published_at <= ${now}::timestamptz
  and not exists (select from programme g where g.id = a.programme_id and 'newsroom' = any(g.features_off))`

export interface NewsFilter {
  readonly now: Instant
  readonly words: readonly { readonly text: string; readonly grams: readonly string[] }[]
  readonly tag: string | null
  readonly limit: number
  readonly offset: number
}

export async function findNews(
  db: Db,
  { now, words, tag, limit, offset }: NewsFilter,
): Promise<{ rows: ArticleSummary[]; total: number }> {
  const conditions = [
    isOpen(now),
    ...(tag === null ? [] : [sql`a.tags @> ${[tag]}::text[]`]),
    ...words.map(({ text, grams }) => sql`a.grams @> ${grams}::text[] and a.search_text like ${`%${text}%`}`),
  ]
  const { rows } = await sql<{ summaries: ArticleSummary[]; total: number }>`
    with found as (select a.* from article a where ${sql.join(conditions, sql` and `)}),
      shown as (select * from found order by published_at desc, id limit ${limit} offset ${offset})
    select (select count(*) from found) as total,
      (select coalesce(jsonb_agg(${SUMMARY} order by a.published_at desc, a.id), '[]') from shown a) as summaries`.execute(
    db,
  )
  return { rows: rows[0]!.summaries, total: rows[0]!.total }
}

export interface CorrectionRow {
  readonly kind: 'figure' | 'text'
  readonly figureId: Id | null
  readonly oldValue: number | null
  readonly newValue: number | null
  readonly unit: string | null
  readonly note: LocalizedText
  readonly correctedAt: Instant
}

/** Oldest first. */
export async function findCorrections(db: Db, articleId: Id): Promise<CorrectionRow[]> {
  const { rows } = await sql<CorrectionRow>`
    select kind, figure_id, old_value, new_value, unit, note, corrected_at from article_correction
    where article_id = ${articleId} order by corrected_at, id`.execute(db)
  return rows
}

/** An article with everything its page shows, apart from what stands beside it. */
export interface PublicArticle {
  readonly id: Id
  readonly programmeId: Id
  readonly slug: string
  readonly status: ArticleStatus
  readonly content: ArticleContent
  readonly byline: LocalizedText
  readonly tags: readonly string[]
  readonly day: string | null
  readonly manualNumbers: readonly ManualNumber[]
  readonly registeredAt: Instant
  readonly publishedAt: Instant
  readonly editedAt: Instant
  readonly likes: number
  readonly views: number
  readonly programme: {
    readonly name: LocalizedText
    readonly operatorName: LocalizedText
    readonly demo: boolean
    readonly timeZone: string
  }
  readonly event: {
    readonly name: LocalizedText
    readonly startsAt: Instant | null
    readonly endsAt: Instant | null
  } | null
  readonly figures: readonly ToldFigure[]
  readonly commitments: readonly ToldCommitment[]
  readonly corrections: readonly CorrectionRow[]
  readonly photos: readonly PhotoRow[]
}

/** By its address in one statement; null when there is none that readers can open. */
export const findPublicArticle = (db: Db, slug: string, now: Instant): Promise<PublicArticle | null> =>
  findWholeArticle(db, sql`a.slug = ${slug} and ${isOpen(now)}`)

/** In whatever state it is, for those who write it. */
export const findArticleToPreview = (db: Db, articleId: Id): Promise<PublicArticle | null> =>
  findWholeArticle(db, sql`a.id = ${articleId}::uuid`)

async function findWholeArticle(db: Db, condition: RawBuilder<unknown>): Promise<PublicArticle | null> {
  const { rows } = await sql<PublicArticle>`
    select a.id, a.programme_id, a.slug, a.status, a.content, a.byline, a.tags, a.day, a.manual_numbers,
      a.registered_at, coalesce(a.published_at, a.edited_at) as published_at, a.edited_at,
      (select count(*) from article_like l where l.article_id = a.id) as likes,
      (select coalesce(sum(v.views), 0) from article_view v where v.article_id = a.id) as views,
      jsonb_build_object('name', g.name, 'operatorName', g.operator_name, 'demo', g.demo, 'timeZone',
        (select s.time_zone from side s where s.programme_id = g.id order by s.position limit 1)) as programme,
      (select jsonb_build_object('name', e.name,
          'startsAt', ${instant(sql`(select min(b.starts_at) from event_block b where b.event_id = e.id)`)},
          'endsAt', ${instant(sql`(select max(b.ends_at) from event_block b where b.event_id = e.id)`)})
        from event e where e.programme_id = a.programme_id and exists (select from event_block b
          where b.event_id = e.id and (b.starts_at at time zone (select s.time_zone from side s
            where s.programme_id = g.id order by s.position limit 1))::date = a.day)
        order by e.created_at limit 1) as event,
      (select coalesce(jsonb_agg(jsonb_build_object('id', f.figure_id, 'value', f.value, 'unit', f.unit,
          'counted', f.counted) order by f.position), '[]')
        from article_figure f where f.article_id = a.id) as figures,
      (select coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'party', p.name, 'what', m.what, 'dueOn', m.due_on,
          'status', m.status, 'fulfilledOn', (m.fulfilled_at at time zone m.time_zone)::date) order by c.position), '[]')
        from article_commitment c join commitment m on m.id = c.commitment_id
        join agreement_party p on p.id = m.party_id where c.article_id = a.id) as commitments,
      (select coalesce(jsonb_agg(jsonb_build_object('kind', r.kind, 'figureId', r.figure_id, 'oldValue', r.old_value,
          'newValue', r.new_value, 'unit', r.unit, 'note', r.note,
          'correctedAt', ${instant(sql`r.corrected_at`)}) order by r.corrected_at, r.id), '[]')
        from article_correction r where r.article_id = a.id) as corrections,
      (select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'width', p.width, 'height', p.height,
          'caption', p.caption, 'credit', p.credit, 'alternative', p.alternative) order by p.position), '[]')
        from article_photo p where p.article_id = a.id) as photos
    from article a join programme g on g.id = a.programme_id where ${condition}`.execute(db)
  return rows[0] ?? null
}

export interface BannerRow {
  readonly id: Id
  readonly title: LocalizedText
  readonly address: string
}

/** What stands beside an article or a list. */
export interface Beside {
  /** The neighbours in the order of publication. */
  readonly previous: ArticleSummary | null
  readonly next: ArticleSummary | null
  readonly related: readonly ArticleSummary[]
  readonly mostViewed: readonly ArticleSummary[]
  readonly topToday: readonly ArticleSummary[]
  readonly photoNews: readonly ArticleSummary[]
  readonly banners: readonly BannerRow[]
}

/** All of it in one statement. `article` null: beside a list. */
export async function findBeside(
  db: Db,
  article: Pick<PublicArticle, 'id' | 'programmeId' | 'publishedAt' | 'tags'> | null,
  { now, day }: { readonly now: Instant; readonly day: string },
): Promise<Beside> {
  const id = article?.id ?? null
  const list = (from: RawBuilder<unknown>) =>
    sql`(select coalesce(jsonb_agg(${SUMMARY} order by a.place), '[]') from (${from}) a)`
  const neighbour = (sign: '<' | '>', order: 'asc' | 'desc') => sql`(select ${SUMMARY} from article a
    where ${isOpen(now)} and ${article !== null} and (a.published_at, a.id) ${sql.raw(sign)}
      (${article?.publishedAt ?? now}::timestamptz, ${id}::uuid)
    order by a.published_at ${sql.raw(order)}, a.id ${sql.raw(order)} limit 1)`
  const viewed = (since: RawBuilder<unknown>, limit: number) =>
    list(sql`
    select a.*, row_number() over (order by seen.views desc, a.published_at desc, a.id) as place from article a
    join (select article_id, sum(views) as views from article_view where day > ${since} group by 1) seen
      on seen.article_id = a.id
    where ${isOpen(now)} order by place limit ${limit}`)
  const { rows } = await sql<Beside>`
    select ${neighbour('<', 'desc')} as previous, ${neighbour('>', 'asc')} as next,
      ${list(sql`select a.*, row_number() over (order by
          cardinality(array(select unnest(a.tags) intersect select unnest(${article?.tags ?? []}::text[]))) desc,
          a.published_at desc, a.id) as place
        from article a where ${isOpen(now)} and a.id is distinct from ${id}::uuid
          and a.programme_id = ${article?.programmeId ?? null}::uuid order by place limit 4`)} as related,
      ${viewed(sql`${day}::date - 30`, 5)} as most_viewed,
      ${list(sql`select a.*, row_number() over (order by a.pinned_until desc, a.published_at desc, a.id) as place
        from article a where ${isOpen(now)} and a.pinned_until > ${now}::timestamptz order by place limit 3`)} as top_today,
      ${list(sql`select a.*, row_number() over (order by a.published_at desc, a.id) as place
        from article a where ${isOpen(now)} and a.id is distinct from ${id}::uuid
          and exists (select from article_photo p where p.article_id = a.id) order by place limit 4`)} as photo_news,
      (select coalesce(jsonb_agg(jsonb_build_object('id', b.id, 'title', b.title, 'address', b.address)
          order by b.position, b.id), '[]') from banner b
        where (b.shown_from is null or b.shown_from <= ${now}::timestamptz)
          and (b.shown_until is null or b.shown_until > ${now}::timestamptz)) as banners`.execute(db)
  return rows[0]!
}

/** Addresses of everything that readers can open, for search engines. */
export async function findAddresses(
  db: Db,
  now: Instant,
): Promise<{ articles: { slug: string; editedAt: Instant }[]; companies: Id[] }> {
  const { rows } = await sql<{ articles: { slug: string; editedAt: Instant }[]; companies: Id[] }>`
    select (select coalesce(jsonb_agg(jsonb_build_object('slug', slug, 'editedAt', ${instant(sql`edited_at`)})), '[]')
        from (select a.slug, a.edited_at from article a where ${isOpen(now)} order by a.published_at desc limit 20000) a
      ) as articles,
      (select coalesce(jsonb_agg(distinct p.company_id), '[]') from profile p
        join shown_catalogue o on o.programme_id = p.programme_id where p.status = 'published') as companies`.execute(
    db,
  )
  return rows[0]!
}
