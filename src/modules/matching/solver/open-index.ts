import { stemmer as stemEnglish } from '@orama/stemmers/english'
import { stemmer as stemRussian } from '@orama/stemmers/russian'
import { type Weighting, weightsUnder } from '../domain/weighting.ts'
import { CONTENT_WEIGHT, CONTENT_WEIGHT_WITHOUT_EMBEDDING } from '../engine/content-weights.ts'
import { type MatchIndex, buildIndex } from '../engine/match-index.ts'
import type { MatchParty } from '../engine/party.ts'
import { readBuiltInEmbedding } from '../thesaurus/read-embedding.ts'
import { readThesaurus } from '../thesaurus/read-thesaurus.ts'

export const stemmers = { ru: stemRussian, en: stemEnglish }

/** The engine over the product's own thesaurus, stemmers and embedding; where its file is missing the rest decides alone. */
export function openIndex(parties: readonly MatchParty[], weighting: Weighting): MatchIndex {
  const embedding = readBuiltInEmbedding()
  const own = embedding ? CONTENT_WEIGHT : CONTENT_WEIGHT_WITHOUT_EMBEDDING
  const language = embedding ? { stemmers, embedding } : { stemmers }
  return buildIndex(parties, readThesaurus(), language, { sameSide: 'excluded' }, weightsUnder(own, weighting))
}

/** The same index under another weighting: nothing that was learned from the profiles depends on it. */
export function reweighed(index: MatchIndex, weighting: Weighting): MatchIndex {
  const own = index.language.embedding ? CONTENT_WEIGHT : CONTENT_WEIGHT_WITHOUT_EMBEDDING
  return { ...index, weights: weightsUnder(own, weighting) }
}
