import type { LocalizedText } from '../../../kernel/locale.ts'
import { PARTNERSHIP_TYPES_OF } from './choices.ts'
import type { PartnershipType, Profile } from './shapes.ts'

/** The texts of a profile that stand side by side in three languages. */
export const PROFILE_TEXTS = [
  'title',
  'summary',
  'description',
  'advantages',
  'technicalSpecification',
  'partnerRole',
] as const
export type ProfileTextKey = (typeof PROFILE_TEXTS)[number]

/** What a profile's form writes. */
export interface ProfileDraft extends Readonly<Record<ProfileTextKey, LocalizedText>> {
  readonly code: string
  readonly type: Profile['type']
  readonly stage: Profile['stage']
  readonly iprStatus: Profile['iprStatus']
  readonly technologyKeywords: string[]
  readonly marketKeywords: string[]
  readonly partnershipTypes: PartnershipType[]
  readonly partnerKinds: Profile['partnerKinds']
  readonly partnerSizes: Profile['partnerSizes']
  readonly targetCountries: string[]
  readonly languages: string[]
}

export const emptyProfileDraft = (code: string): ProfileDraft => ({
  code,
  type: 'technology-offer',
  stage: null,
  iprStatus: null,
  title: {},
  summary: {},
  description: {},
  advantages: {},
  technicalSpecification: {},
  partnerRole: {},
  technologyKeywords: [],
  marketKeywords: [],
  partnershipTypes: [],
  partnerKinds: [],
  partnerSizes: [],
  targetCountries: [],
  languages: [],
})

/** The stored profile as its form holds it. */
export function profileDraftOf(profile: Profile): ProfileDraft {
  const { code, type, stage, iprStatus, technologyKeywords, marketKeywords, partnershipTypes } = profile
  const { partnerKinds, partnerSizes, targetCountries, languages } = profile
  return {
    code,
    type,
    stage,
    iprStatus,
    technologyKeywords,
    marketKeywords,
    partnershipTypes,
    partnerKinds,
    partnerSizes,
    targetCountries,
    languages,
    title: profile.title,
    summary: profile.summary,
    description: profile.description,
    advantages: profile.advantages,
    technicalSpecification: profile.technicalSpecification,
    partnerRole: profile.partnerRole,
  }
}

/**
 * The draft as it is sent: partnership types that another type of profile allowed are left out, so that trying out
 * a type in the form loses no tick.
 */
export const profileToSend = (draft: ProfileDraft): ProfileDraft => ({
  ...draft,
  partnershipTypes: draft.partnershipTypes.filter((type) => PARTNERSHIP_TYPES_OF[draft.type].includes(type)),
})

/** The first free code of a company's next profile: `G-04-2` after `G-04-1`. */
export function nextProfileCode(companyCode: string, taken: readonly string[]): string {
  let next = taken.length + 1
  while (taken.includes(`${companyCode}-${next}`)) next += 1
  return `${companyCode}-${next}`
}
