import { COMPANY_KINDS, PROFILE_TYPES } from './choices.ts'
import type { CompanyKind, ProfileType } from './shapes.ts'

export const SORTS = ['code', 'name', 'updated'] as const
export type CompanySort = (typeof SORTS)[number]

/** What the list shows, as it stands in the address; what is absent is not filtered by. */
export interface CompanySearch {
  readonly q?: string
  readonly side?: string
  readonly kind?: CompanyKind
  /** Of one of its profiles. */
  readonly type?: ProfileType
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
  const type = PROFILE_TYPES.find((known) => known === raw.type)
  const sort = SORTS.find((known) => known === raw.sort)
  const page = Number(raw.page)
  const [q, side, technology] = [text(raw.q), text(raw.side), text(raw.technology)]
  return {
    ...(q === undefined ? {} : { q }),
    ...(side === undefined ? {} : { side }),
    ...(kind === undefined ? {} : { kind }),
    ...(type === undefined ? {} : { type }),
    ...(technology === undefined ? {} : { technology }),
    ...(sort === undefined || sort === 'code' ? {} : { sort }),
    ...(Number.isInteger(page) && page > 1 ? { page } : {}),
  }
}

/** Whether the list is narrowed at all; the order does not narrow it. */
export const isNarrowed = ({ q, side, kind, type, technology }: CompanySearch): boolean =>
  [q, side, kind, type, technology].some((value) => value !== undefined)

/** What the server is asked, as far as it narrows the list. */
export const searchInput = ({ q, side, kind, type, technology }: CompanySearch) => ({
  ...(q === undefined ? {} : { q }),
  ...(side === undefined ? {} : { sideId: side }),
  ...(kind === undefined ? {} : { kind }),
  ...(type === undefined ? {} : { profileType: type }),
  ...(technology === undefined ? {} : { technology }),
})
