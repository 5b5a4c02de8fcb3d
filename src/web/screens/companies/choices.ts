import type { CompanyKind, CompanySize, IdentifierScheme, PartnershipType, Profile, ProfileType } from './shapes.ts'

/** The closed lists of the contract in the order in which they are offered. A test holds them against the domain. */
export const COMPANY_KINDS: readonly CompanyKind[] = [
  'company',
  'university',
  'institute',
  'public-body',
  'association',
]
export const COMPANY_SIZES: readonly CompanySize[] = ['micro', 'small', 'medium', 'large']
export const IDENTIFIER_SCHEMES: readonly IdentifierScheme[] = ['kr-brn', 'ru-inn', 'ru-ogrn', 'lei', 'vat', 'other']
export const PROFILE_TYPES: readonly ProfileType[] = [
  'technology-offer',
  'technology-request',
  'business-offer',
  'business-request',
  'research-search',
]
export const STAGES_OF_DEVELOPMENT: readonly NonNullable<Profile['stage']>[] = [
  'concept',
  'under-development',
  'available-for-demonstration',
  'already-on-market',
]
export const IPR_STATUSES: readonly NonNullable<Profile['iprStatus']>[] = [
  'patent-applied',
  'patent-granted',
  'copyright',
  'design-rights',
  'trade-mark',
  'secret-know-how',
  'exclusive-rights',
  'none',
]

const TECHNOLOGY: readonly PartnershipType[] = [
  'commercial-agreement-with-technical-assistance',
  'investment-agreement',
  'research-and-development-cooperation',
]
const BUSINESS: readonly PartnershipType[] = [
  'commercial-agreement',
  'supplier-agreement',
  'outsourcing-agreement',
  'investment-agreement',
]

/** Which partnership types a profile of each type may ask for. */
export const PARTNERSHIP_TYPES_OF: Readonly<Record<ProfileType, readonly PartnershipType[]>> = {
  'technology-offer': TECHNOLOGY,
  'technology-request': TECHNOLOGY,
  'business-offer': BUSINESS,
  'business-request': BUSINESS,
  'research-search': ['research-and-development-cooperation'],
}

export const MAX_KEYWORDS = 5
export const MAX_NAME_LENGTH = 300
export const MAX_TITLE_LENGTH = 256
export const MAX_SUMMARY_LENGTH = 500
export const MAX_TEXT_LENGTH = 4000
