import { COMPANY_KINDS } from './choices.ts'
import type { CompanyKind } from './shapes.ts'

export const SORTS = ['code', 'name', 'updated'] as const
export type CompanySort = (typeof SORTS)[number]

/** What the list shows, as it stands in the address; what is absent is not filtered by. */
export interface CompanySearch {
  readonly q?: string
  readonly side?: string
  readonly kind?: CompanyKind
  readonly technology?: string
  readonly sort?: CompanySort
  readonly page?: number
}

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== ''
    ? value.slice(0, 200)
    : typeof value === 'number'
      ? String(value)
      : undefined

/** Reads the address; what it cannot mean is left out instead of breaking the page. */
export function readCompanySearch(raw: Record<string, unknown>): CompanySearch {
  const kind = COMPANY_KINDS.find((known) => known === raw.kind)
  const sort = SORTS.find((known) => known === raw.sort)
  const page = Number(raw.page)
  const [q, side, technology] = [text(raw.q), text(raw.side), text(raw.technology)]
  return {
    ...(q === undefined ? {} : { q }),
    ...(side === undefined ? {} : { side }),
    ...(kind === undefined ? {} : { kind }),
    ...(technology === undefined ? {} : { technology }),
    ...(sort === undefined || sort === 'code' ? {} : { sort }),
    ...(Number.isInteger(page) && page > 1 ? { page } : {}),
  }
}

/** Whether the list is narrowed at all; the order does not narrow it. */
export const isNarrowed = ({ q, side, kind, technology }: CompanySearch): boolean =>
  [q, side, kind, technology].some((value) => value !== undefined)
