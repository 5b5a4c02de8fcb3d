/**
 * The closed lists of a partnering profile, in the shape of the Enterprise Europe Network's Partnering
 * Opportunities Database (profile types and partnership types as its guidelines for profiles describe them).
 */
export const COMPANY_KINDS = ['company', 'university', 'institute', 'public-body', 'association'] as const
export type CompanyKind = (typeof COMPANY_KINDS)[number]

export const COMPANY_SIZES = ['micro', 'small', 'medium', 'large'] as const
export type CompanySize = (typeof COMPANY_SIZES)[number]

export const PROFILE_TYPES = [
  'technology-offer',
  'technology-request',
  'business-offer',
  'business-request',
  'research-search',
] as const
export type ProfileType = (typeof PROFILE_TYPES)[number]

export const PROFILE_STATUSES = ['draft', 'published', 'withdrawn'] as const
export type ProfileStatus = (typeof PROFILE_STATUSES)[number]

export const STAGES_OF_DEVELOPMENT = [
  'concept',
  'under-development',
  'available-for-demonstration',
  'already-on-market',
] as const
export type StageOfDevelopment = (typeof STAGES_OF_DEVELOPMENT)[number]

export const IPR_STATUSES = [
  'patent-applied',
  'patent-granted',
  'copyright',
  'design-rights',
  'trade-mark',
  'secret-know-how',
  'exclusive-rights',
  'none',
] as const
export type IprStatus = (typeof IPR_STATUSES)[number]

export const PARTNERSHIP_TYPES = [
  'commercial-agreement',
  'commercial-agreement-with-technical-assistance',
  'supplier-agreement',
  'outsourcing-agreement',
  'investment-agreement',
  'research-and-development-cooperation',
] as const
export type PartnershipType = (typeof PARTNERSHIP_TYPES)[number]

/** Which partnership types a profile of each type may ask for. */
export const PARTNERSHIP_TYPES_OF: Readonly<Record<ProfileType, readonly PartnershipType[]>> = {
  'technology-offer': [
    'commercial-agreement-with-technical-assistance',
    'investment-agreement',
    'research-and-development-cooperation',
  ],
  'technology-request': [
    'commercial-agreement-with-technical-assistance',
    'investment-agreement',
    'research-and-development-cooperation',
  ],
  'business-offer': ['commercial-agreement', 'supplier-agreement', 'outsourcing-agreement', 'investment-agreement'],
  'business-request': ['commercial-agreement', 'supplier-agreement', 'outsourcing-agreement', 'investment-agreement'],
  'research-search': ['research-and-development-cooperation'],
}

/** An offer answers a request; a search for research partners is a request. */
export const isOffer = (type: ProfileType): boolean => type === 'technology-offer' || type === 'business-offer'

export const MAX_KEYWORDS = 5
export const MAX_TITLE_LENGTH = 256
export const MAX_SUMMARY_LENGTH = 500
export const MAX_TEXT_LENGTH = 4000
