import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { Db } from '../../../platform/database/handle.ts'

/** Counts one more of each use on a day and returns how many there are now, in the order of `uses`. */
export async function countUses(db: Db, uses: readonly string[], day: string): Promise<number[]> {
  const { rows } = await sql<{ use: string; count: number }>`
    insert into visitor_use (use, day, count) select use, ${day}::date, 1 from unnest(${uses}::text[]) as use
    on conflict (use, day) do update set count = visitor_use.count + 1
    returning use, count`.execute(db)
  const counts = new Map(rows.map(({ use, count }) => [use, count]))
  return uses.map((use) => counts.get(use) ?? 0)
}

export const forgetUsesBefore = (db: Db, day: string) =>
  sql`delete from visitor_use where day < ${day}::date`.execute(db)

/** Notes that a visitor likes an article; a second time nothing. Returns how many do; null when readers cannot open it. */
export async function insertLike(db: Db, slug: string, visitor: string, now: Instant): Promise<number | null> {
  const { rows } = await sql<{ likes: number }>`
    with open as (select id from article where slug = ${slug} and status in ('published', 'corrected')
        and published_at <= ${now}::timestamptz),
      liked as (insert into article_like (article_id, visitor, liked_at)
        select id, ${visitor}, ${now}::timestamptz from open on conflict do nothing returning article_id)
    select (select count(*) from article_like l where l.article_id = open.id) + (select count(*) from liked) as likes
    from open`.execute(db)
  return rows[0]?.likes ?? null
}

/** Adds views of a day to those that are counted already. */
export async function addViews(db: Db, day: string, views: ReadonlyMap<Id, number>): Promise<void> {
  const rows = [...views].map(([articleId, count]) => ({ article_id: articleId, views: count }))
  await sql`
    insert into article_view (article_id, day, views)
    select r.article_id, ${day}::date, r.views from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r(article_id uuid, views integer) join article a on a.id = r.article_id
    on conflict (article_id, day) do update set views = article_view.views + excluded.views`.execute(db)
}
