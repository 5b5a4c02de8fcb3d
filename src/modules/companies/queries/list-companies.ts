import type { Id } from '../../../kernel/id.ts'
import type { Locale } from '../../../kernel/locale.ts'
import { type Result, ok } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Actor } from '../../accounts/index.ts'
import { isOfProgramme, maySeeCompany } from '../domain/policy.ts'
import type { CompanyKind } from '../domain/profile.ts'
import { searchTerms } from '../domain/search-text.ts'
import { absent } from '../operations/refusals.ts'
import { standingOf } from '../operations/standing.ts'
import { type CompanyListRow, listCompanyRows } from '../store/company-store.ts'

export type { CompanyListRow } from '../store/company-store.ts'

export interface ListCompanies {
  readonly programmeId: Id
  readonly q?: string | undefined
  readonly sideId?: Id | undefined
  readonly kind?: CompanyKind | undefined
  readonly technology?: string | undefined
  readonly sort: 'code' | 'name' | 'updated'
  readonly locale: Locale
  readonly page: number
  readonly pageSize: number
}

/**
 * Companies of a programme in one statement. Profiles are searched and counted as far as the reader may see them;
 * an interpreter sees names only.
 */
export async function listCompanies(
  platform: Platform,
  actor: Actor,
  { programmeId, q, sideId, kind, technology, sort, locale, page, pageSize }: ListCompanies,
): Promise<Result<{ rows: CompanyListRow[]; total: number }>> {
  const standing = standingOf(actor, programmeId)
  if (!isOfProgramme(standing)) return absent()
  const { rows, total } = await listCompanyRows(platform.db, {
    programmeId,
    sort,
    locale,
    search: searchTerms(q ?? ''),
    sideId: sideId ?? null,
    kind: kind ?? null,
    technology: technology ?? null,
    inside: standing.operator || standing.official ? null : standing.companies,
    limit: pageSize,
    offset: (page - 1) * pageSize,
  })
  const namesOnly = (row: CompanyListRow): CompanyListRow => ({
    ...row,
    region: null,
    size: null,
    profiles: 0,
    publishedProfiles: 0,
    technologyKeywords: [],
  })
  return ok({ total, rows: rows.map((row) => (maySeeCompany(standing, row.id) ? row : namesOnly(row))) })
}
