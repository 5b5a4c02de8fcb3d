import type { Inputs, Outputs } from '../../api.ts'

/** What the companies routes give, under the names the screens use. */
export type CompanyRow = Outputs['companies']['listCompanies']['rows'][number]
export type CompanyFacets = NonNullable<Outputs['companies']['listCompanies']['facets']>
export type Company = Outputs['companies']['readCompany']
export type Profile = Company['profiles'][number]
export type Contact = NonNullable<Company['contacts']>[number]
export type Keyword = Outputs['programmes']['listKeywords']['rows'][number]
export type ImportBatch = Outputs['companies']['readImport']
export type ImportSheet = ImportBatch['sheets'][number]
export type ImportIssue = ImportBatch['issues'][number]
export type ImportDecision = NonNullable<Inputs['companies']['applyImport']['decisions']>[number]

export type CompanyKind = Company['kind']
export type CompanySize = NonNullable<Company['size']>
export type ProfileType = Profile['type']
export type PartnershipType = Profile['partnershipTypes'][number]
export type IdentifierScheme = Company['identifiers'][number]['scheme']
