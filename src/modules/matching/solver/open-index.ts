import { stemmer as stemEnglish } from '@orama/stemmers/english'
import { stemmer as stemRussian } from '@orama/stemmers/russian'
import { type MatchIndex, buildIndex } from '../engine/match-index.ts'
import type { MatchParty } from '../engine/party.ts'
import { readThesaurus } from '../thesaurus/read-thesaurus.ts'

/** The engine over the product's own thesaurus and stemmers. */
export const openIndex = (parties: readonly MatchParty[]): MatchIndex =>
  buildIndex(parties, readThesaurus(), { stemmers: { ru: stemRussian, en: stemEnglish } })
