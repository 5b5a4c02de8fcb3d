import type { Id } from '../../../kernel/id.ts'
import { type Result, ok } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Actor } from '../../accounts/index.ts'
import { isOfProgramme, mayEditCompany, maySeeCompany, maySeeInside } from '../domain/policy.ts'
import { absent } from '../operations/refusals.ts'
import { standingOf } from '../operations/standing.ts'
import { type CompanyWithIdentifiers, type ContactRow, findCompany, findContacts } from '../store/company-store.ts'
import { type ProfileRow, findProfiles } from '../store/profile-store.ts'

export type { ProfileRow } from '../store/profile-store.ts'

export interface CompanyView {
  readonly company: CompanyWithIdentifiers
  /** Null for people who may not see them. */
  readonly contacts: readonly ContactRow[] | null
  readonly profiles: readonly ProfileRow[]
  readonly may: { readonly edit: boolean; readonly seeContacts: boolean }
}

/**
 * One company as far as the reader may see it: everything for the operator, the official and its own
 * representatives; published profiles without contacts and identifiers for other companies; the name for an
 * interpreter.
 */
export async function readCompany(
  platform: Platform,
  actor: Actor,
  { programmeId, companyId }: { readonly programmeId: Id; readonly companyId: Id },
): Promise<Result<CompanyView>> {
  const standing = standingOf(actor, programmeId)
  if (!isOfProgramme(standing)) return absent()
  const company = await findCompany(platform.db, programmeId, companyId)
  if (!company) return absent()
  const may = { edit: mayEditCompany(standing, companyId), seeContacts: maySeeInside(standing, companyId) }
  if (!maySeeCompany(standing, companyId)) return ok({ company: nameOnly(company), contacts: null, profiles: [], may })
  const profiles = await findProfiles(platform.db, companyId)
  if (maySeeInside(standing, companyId)) {
    return ok({ company, contacts: await findContacts(platform.db, companyId), profiles, may })
  }
  const published = profiles.filter(({ status }) => status === 'published')
  return ok({ company: { ...company, identifiers: [] }, contacts: null, profiles: published, may })
}

const nameOnly = (company: CompanyWithIdentifiers): CompanyWithIdentifiers => ({
  ...company,
  legalName: null,
  region: null,
  website: null,
  domain: null,
  size: null,
  employees: null,
  foundedYear: null,
  description: {},
  certifications: [],
  languages: [],
  source: null,
  identifiers: [],
})
