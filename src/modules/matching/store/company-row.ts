import { type RawBuilder, sql } from 'kysely'
import type { Id } from '../../../kernel/id.ts'
import type { LocalizedText } from '../../../kernel/locale.ts'
import type { CompaniesTables } from '../../companies/index.ts'

type Company = CompaniesTables['company']

/** A company as lists show it. */
export interface CompanyRow extends Pick<Company, 'id' | 'sideId' | 'code' | 'kind' | 'country' | 'region' | 'size'> {
  readonly name: LocalizedText
  readonly synthetic: boolean
  readonly profiles: number
  readonly publishedProfiles: number
  readonly technologyKeywords: string[]
}

/** Whose drafts the reader may know of: null everybody's. */
export type InsideOf = readonly Id[] | null

/** Company `c` as a JSON object of the shape above. Drafts of others are not even counted. */
export function companyRow(insideOf: InsideOf): RawBuilder<unknown> {
  const inside = insideOf === null ? sql`true` : sql`c.id = any(${insideOf}::uuid[])`
  return sql`
    (select jsonb_build_object('id', c.id, 'sideId', c.side_id, 'code', c.code, 'kind', c.kind, 'name', c.name,
        'country', c.country, 'region', c.region, 'size', c.size, 'synthetic', c.synthetic,
        'profiles', count(p.id) filter (where p.status = 'published' or ${inside}),
        'publishedProfiles', count(p.id) filter (where p.status = 'published'),
        'technologyKeywords', coalesce((select jsonb_agg(distinct k.keyword) from profile q, unnest(q.technology_keywords) as k(keyword)
          where q.company_id = c.id and q.status = 'published'), '[]'))
      from profile p where p.company_id = c.id)`
}

export const list = (query: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`coalesce((select jsonb_agg(item.row) from (${query}) as item(row)), '[]'::jsonb)`

/** Names of the programme's keywords by `list/code`, for reasons that name one. */
export const keywordNames = (programmeId: Id): RawBuilder<unknown> => sql`
  coalesce((select jsonb_object_agg(k.list || '/' || k.code, k.name) from keyword k where k.programme_id = ${programmeId}), '{}')`
