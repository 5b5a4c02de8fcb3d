import type { Id } from '../../../kernel/id.ts'
import type { Locale } from '../../../kernel/locale.ts'
import { type Result, ok } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import { createKeptCounts } from '../../../platform/kept-counts.ts'
import type { Actor } from '../../accounts/index.ts'
import { isOfProgramme, maySeeCompany } from '../domain/policy.ts'
import type { CompanyKind, ProfileType } from '../domain/profile.ts'
import { searchTerms } from '../domain/search-text.ts'
import { absent } from '../operations/refusals.ts'
import { standingOf } from '../operations/standing.ts'
import {
  type CompanyFacets,
  type CompanyFilter,
  type CompanyListRow,
  countCompanyFacets,
  listCompanyRows,
} from '../store/company-store.ts'

export type { CompanyFacets, CompanyListRow } from '../store/company-store.ts'

export interface ListCompanies {
  readonly programmeId: Id
  readonly q?: string | undefined
  readonly sideId?: Id | undefined
  readonly kind?: CompanyKind | undefined
  readonly technology?: string | undefined
  readonly profileType?: ProfileType | undefined
  /** Whether to count what each further choice would leave: one statement more. */
  readonly facets?: boolean | undefined
  readonly sort: 'code' | 'name' | 'updated'
  readonly locale: Locale
  readonly page: number
  readonly pageSize: number
}

export interface CompanyList {
  readonly rows: CompanyListRow[]
  readonly total: number
  /** False: there are more than `total`, and nobody has counted how many. */
  readonly countedAll: boolean
  /** Null when nobody asked for them. */
  readonly facets: CompanyFacets | null
}

/** From so many companies on, counting what each choice would leave takes longer than a person waits. */
const LARGE = 20_000

const keptFacets = createKeptCounts<CompanyFacets>(
  ({ sides }) => sides.reduce((sum, { count }) => sum + count, 0) >= LARGE,
)

/**
 * Companies of a programme in one statement, with facets in two. Profiles are searched and counted as far as the
 * reader may see them; an interpreter sees names only.
 */
export async function listCompanies(
  platform: Platform,
  actor: Actor,
  { programmeId, q, sideId, kind, technology, profileType, facets, sort, locale, page, pageSize }: ListCompanies,
): Promise<Result<CompanyList>> {
  const standing = standingOf(actor, programmeId)
  if (!isOfProgramme(standing)) return absent()
  const filter: CompanyFilter = {
    programmeId,
    search: searchTerms(q ?? ''),
    sideId: sideId ?? null,
    kind: kind ?? null,
    technology: technology ?? null,
    profileType: profileType ?? null,
    inside: standing.operator || standing.official ? null : standing.companies,
  }
  const [{ rows, total, countedAll }, counted] = await Promise.all([
    listCompanyRows(platform.db, { ...filter, sort, locale, limit: pageSize, offset: (page - 1) * pageSize }),
    facets ? keptFacets(JSON.stringify(filter), () => countCompanyFacets(platform.db, filter)) : null,
  ])
  const namesOnly = (row: CompanyListRow): CompanyListRow => ({
    ...row,
    region: null,
    size: null,
    profiles: 0,
    publishedProfiles: 0,
    technologyKeywords: [],
  })
  const seesWhat = standing.operator || standing.official || standing.companies.length > 0
  return ok({
    total,
    countedAll,
    rows: rows.map((row) => (maySeeCompany(standing, row.id) ? row : namesOnly(row))),
    facets: counted && (seesWhat ? counted : { ...counted, technologies: [], profileTypes: [] }),
  })
}
