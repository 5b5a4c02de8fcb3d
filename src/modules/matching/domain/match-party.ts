import type { Id } from '../../../kernel/id.ts'
import { LOCALES, type Locale, type LocalizedText } from '../../../kernel/locale.ts'
import { readOutsideVector } from './outside-vector.ts'
import type { MatchParty, MatchProfile, MatchText, TextField } from '../engine/party.ts'

/** What a published profile says, by the names under which it is stored. */
export interface ProfileFacts {
  readonly id: Id
  readonly type: string
  readonly title: LocalizedText
  readonly summary: LocalizedText
  readonly description: LocalizedText
  readonly advantages: LocalizedText
  readonly technicalSpecification: LocalizedText
  readonly partnerRole: LocalizedText
  readonly technologyKeywords: readonly string[]
  readonly marketKeywords: readonly string[]
  readonly partnershipTypes: readonly string[]
  readonly partnerKinds: readonly string[]
  readonly partnerSizes: readonly string[]
  readonly targetCountries: readonly string[]
  readonly languages: readonly string[]
  readonly stage: string | null
  /** From the outside model of the ranking, see `outside-vector.ts`. */
  readonly outsideVector?: string | null
}

export interface CompanyFacts {
  readonly id: Id
  readonly sideId: Id
  readonly country: string
  readonly kind: string
  readonly size: string | null
  readonly languages: readonly string[]
  readonly certifications: readonly string[]
  readonly profiles: readonly ProfileFacts[]
}

/** The engine reads both texts about the wanted partner as one field. */
const TEXT_FIELDS = {
  title: 'title',
  summary: 'summary',
  description: 'description',
  advantages: 'advantages',
  technicalSpecification: 'sought',
  partnerRole: 'sought',
} as const satisfies Partial<Record<keyof ProfileFacts, TextField>>

export type StoredField = keyof typeof TEXT_FIELDS

export interface ProfileText extends MatchText {
  /** Name of the profile's property that the text is from. */
  readonly storedField: StoredField
}

/** The texts of a profile in the order in which `textIndex` of a span counts them. */
export const profileTexts = (profile: Pick<ProfileFacts, StoredField>): ProfileText[] =>
  (Object.keys(TEXT_FIELDS) as StoredField[]).flatMap((storedField) =>
    LOCALES.flatMap((locale: Locale) => {
      const text = profile[storedField][locale]
      return text ? [{ storedField, field: TEXT_FIELDS[storedField], locale, text }] : []
    }),
  )

/** A company as the engine takes it. `isOffer` tells which types of profile answer and which ask. */
export const matchPartyOf = (company: CompanyFacts, isOffer: (type: string) => boolean): MatchParty => ({
  id: company.id,
  sideId: company.sideId,
  country: company.country,
  kind: company.kind,
  size: company.size,
  languages: [...new Set([...company.languages, ...company.profiles.flatMap(({ languages }) => languages)])],
  certifications: company.certifications,
  profiles: company.profiles.map((profile) => matchProfileOf(profile, isOffer)),
})

const matchProfileOf = (profile: ProfileFacts, isOffer: (type: string) => boolean): MatchProfile => ({
  id: profile.id,
  kind: isOffer(profile.type) ? 'offer' : 'request',
  texts: profileTexts(profile).map(({ field, locale, text }) => ({ field, locale, text })),
  technologyKeywords: profile.technologyKeywords,
  marketKeywords: profile.marketKeywords,
  partnershipTypes: profile.partnershipTypes,
  partnerKinds: profile.partnerKinds,
  partnerSizes: profile.partnerSizes,
  targetCountries: profile.targetCountries,
  ...(profile.stage === null ? {} : { stage: profile.stage }),
  ...(profile.outsideVector ? { outsideVector: readOutsideVector(profile.outsideVector) } : {}),
})
