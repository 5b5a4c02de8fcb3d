import { sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { LocalizedText } from '../../../kernel/locale.ts'
import type { Db } from '../../../platform/database/handle.ts'

export interface PublishedTexts {
  readonly companyId: Id
  readonly texts: readonly LocalizedText[]
  /** Names of the keywords of the programme's lists that are ticked. */
  readonly keywords: readonly LocalizedText[]
}

/** What companies say in their published profiles. */
export async function findPublishedTexts(db: Db, companyIds: readonly Id[]): Promise<PublishedTexts[]> {
  const { rows } = await sql<PublishedTexts>`
    select c.id as "companyId",
      coalesce((select jsonb_agg(x.text) from profile p
        cross join lateral (values (p.title), (p.summary), (p.description), (p.advantages),
          (p.technical_specification), (p.partner_role)) x (text)
        where p.company_id = c.id and p.status = 'published'), '[]') as texts,
      coalesce((select jsonb_agg(distinct k.name) from profile p
        join keyword k on k.programme_id = c.programme_id
          and (k.list = 'technology' and k.code = any(p.technology_keywords)
            or k.list = 'market' and k.code = any(p.market_keywords))
        where p.company_id = c.id and p.status = 'published'), '[]') as keywords
    from company c where c.id = any(${companyIds}::uuid[])`.execute(db)
  return rows
}
