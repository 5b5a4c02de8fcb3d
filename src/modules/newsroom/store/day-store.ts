import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { LocalizedText } from '../../../kernel/locale.ts'
import type { Db } from '../../../platform/database/handle.ts'
import type { ArticleStatus } from '../domain/article.ts'

/** A day that a draft could tell, with the records it would tell. */
export interface TellableDay {
  readonly day: string
  /** A day of an event, whatever was signed on it. */
  readonly isEventDay: boolean
  readonly signed: readonly {
    readonly kind: string
    readonly title: LocalizedText
    readonly parties: readonly LocalizedText[]
    readonly amount: { readonly minor: number; readonly currency: string } | null
  }[]
  readonly promises: readonly {
    readonly party: LocalizedText
    readonly what: LocalizedText
    readonly dueOn: string | null
  }[]
  /** Told already. */
  readonly articles: readonly { readonly id: Id; readonly slug: string; readonly status: ArticleStatus }[]
}

const MOST_DAYS = 60

/** Days on which something was signed or an event was held, newest first, and how many companies are registered. */
export async function findTellableDays(
  db: Db,
  programmeId: Id,
): Promise<{ readonly days: readonly TellableDay[]; readonly participants: number }> {
  const { rows } = await sql<{ days: readonly TellableDay[]; participants: number }>`
    with signed as (
      select * from outcome where programme_id = ${programmeId} and valid_until is null and status = 'recorded'
        and basis = 'signed'
    ), held as (
      select distinct (b.starts_at at time zone (select s.time_zone from side s where s.programme_id = ${programmeId}
        order by s.position limit 1))::date as day
      from event_block b join event e on e.id = b.event_id where e.programme_id = ${programmeId}
    ), days as (
      select day from held union select happened_on from signed order by 1 desc limit ${MOST_DAYS}
    )
    select (select count(*) from participant where programme_id = ${programmeId} and status = 'registered') as participants,
      (select coalesce(jsonb_agg(jsonb_build_object('day', d.day, 'isEventDay', d.day in (select day from held),
        'signed', (select coalesce(jsonb_agg(jsonb_build_object('kind', o.kind, 'title', o.title,
            'parties', (select coalesce(jsonb_agg(party -> 'name'), '[]') from jsonb_array_elements(o.parties) party),
            'amount', case when o.amount_minor is null then null else
              jsonb_build_object('minor', o.amount_minor, 'currency', o.currency) end)
            order by o.amount_minor desc nulls last, o.valid_from, o.id), '[]')
          from signed o where o.happened_on = d.day),
        'promises', (select coalesce(jsonb_agg(jsonb_build_object('party', p.name, 'what', m.what, 'dueOn', m.due_on)
            order by m.due_on nulls last, m.id), '[]')
          from commitment m join agreement_party p on p.id = m.party_id
          where m.programme_id = ${programmeId} and m.status <> 'withdrawn' and exists (select from outcome o
            where o.agreement_id = m.agreement_id and o.valid_until is null and o.happened_on = d.day)),
        'articles', (select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'slug', a.slug, 'status', a.status)
            order by a.registered_at), '[]')
          from article a where a.programme_id = ${programmeId} and a.day = d.day and a.status <> 'withdrawn'))
        order by d.day desc), '[]') from days d) as days`.execute(db)
  return rows[0]!
}
