import { existsSync } from 'node:fs'
import { stemmer as en } from '@orama/stemmers/english'
import { stemmer as ru } from '@orama/stemmers/russian'
import type { Locale } from '../../src/kernel/locale.ts'
import type { LanguageTools, MatchParty, MatchProfile } from '../../src/modules/matching/engine/index.ts'
import { readBuiltInEmbedding } from '../../src/modules/matching/thesaurus/read-embedding.ts'

/** The language tools as the product has them. */
export function readLanguageTools(): LanguageTools {
  const embedding = readBuiltInEmbedding()
  return { stemmers: { ru, en }, ...(embedding ? { embedding } : {}) }
}

/** Folder of the evaluation files beside the repository; null when it is not there. */
export function evaluationFolder(): URL | null {
  const folder = new URL('../../../shared/data/', import.meta.url)
  return existsSync(new URL('matching/industry-labels.json', folder)) ? folder : null
}

export const buildProfile = (
  id: string,
  kind: 'offer' | 'request',
  texts: readonly { locale: Locale; text: string }[],
): MatchProfile => ({
  id,
  kind,
  texts: texts.map(({ locale, text }) => ({ locale, text, field: 'description' })),
  technologyKeywords: [],
  marketKeywords: [],
  partnershipTypes: [],
  partnerKinds: [],
  partnerSizes: [],
  targetCountries: [],
})

export const buildParty = (id: string, sideId: string, profiles: readonly MatchProfile[]): MatchParty => ({
  id,
  sideId,
  country: sideId,
  kind: 'company',
  size: null,
  languages: [],
  profiles,
})
