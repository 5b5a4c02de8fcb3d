import type { LocalizedText } from '../../../kernel/locale.ts'
import type { Company } from './shapes.ts'

/** What a company's form writes. */
export interface CompanyDraft {
  readonly sideId: string
  readonly code: string
  readonly kind: Company['kind']
  readonly name: LocalizedText
  readonly legalName: string | null
  readonly country: string
  readonly region: string | null
  readonly website: string | null
  readonly size: Company['size']
  readonly employees: number | null
  readonly foundedYear: number | null
  readonly description: LocalizedText
  readonly certifications: string[]
  readonly languages: string[]
  readonly anonymous: boolean
  readonly identifiers: Company['identifiers']
}

export const emptyCompanyDraft = (side: { readonly id: string; readonly country: string }): CompanyDraft => ({
  sideId: side.id,
  country: side.country,
  code: '',
  kind: 'company',
  name: {},
  description: {},
  legalName: null,
  region: null,
  website: null,
  size: null,
  employees: null,
  foundedYear: null,
  certifications: [],
  languages: [],
  identifiers: [],
  anonymous: false,
})

/** The stored company as its form holds it, without what the form does not write. */
export function companyDraftOf(company: Company): CompanyDraft {
  const { sideId, code, kind, legalName, country, region, website, size, employees, foundedYear } = company
  const { certifications, languages, anonymous, identifiers } = company
  return {
    sideId,
    code,
    kind,
    legalName,
    country,
    region,
    website,
    size,
    employees,
    foundedYear,
    certifications,
    languages,
    anonymous,
    identifiers,
    name: company.name,
    description: company.description,
  }
}
