import type { LocalizedText } from '../../../kernel/locale.ts'
import type {
  CompanyKind,
  CompanySize,
  IprStatus,
  PartnershipType,
  ProfileType,
  StageOfDevelopment,
} from './profile.ts'

/** What people say in a profile. */
export interface ProfileWords {
  readonly code: string
  readonly type: ProfileType
  readonly title: LocalizedText
  readonly summary: LocalizedText
  readonly description: LocalizedText
  readonly advantages: LocalizedText
  readonly technicalSpecification: LocalizedText
  readonly partnerRole: LocalizedText
  readonly stage: StageOfDevelopment | null
  readonly iprStatus: IprStatus | null
  readonly technologyKeywords: readonly string[]
  readonly marketKeywords: readonly string[]
  readonly partnershipTypes: readonly PartnershipType[]
  readonly partnerKinds: readonly CompanyKind[]
  readonly partnerSizes: readonly CompanySize[]
  readonly targetCountries: readonly string[]
  readonly languages: readonly string[]
}

const once = <T>(items: readonly T[]): T[] => [...new Set(items)]

/** The same words with lists that can be stored: new arrays, nothing twice. */
export function storableWords(words: ProfileWords) {
  return {
    ...words,
    technologyKeywords: once(words.technologyKeywords),
    marketKeywords: once(words.marketKeywords),
    partnershipTypes: once(words.partnershipTypes),
    partnerKinds: once(words.partnerKinds),
    partnerSizes: once(words.partnerSizes),
    targetCountries: once(words.targetCountries),
    languages: once(words.languages),
  }
}

/** The words of a stored profile, without what the system keeps beside them. */
export function wordsOf<T extends ProfileWords>(stored: T): ProfileWords {
  const { code, type, title, summary, description, advantages, technicalSpecification, partnerRole } = stored
  const { stage, iprStatus, technologyKeywords, marketKeywords, partnershipTypes, partnerKinds } = stored
  const { partnerSizes, targetCountries, languages } = stored
  return {
    code,
    type,
    title,
    summary,
    description,
    advantages,
    technicalSpecification,
    partnerRole,
    stage,
    iprStatus,
    technologyKeywords,
    marketKeywords,
    partnershipTypes,
    partnerKinds,
    partnerSizes,
    targetCountries,
    languages,
  }
}
