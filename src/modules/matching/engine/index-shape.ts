import type { ConceptTree } from './concept-tree.ts'
import type { ContentWeights } from './content-weights.ts'
import type { EmbeddingContext } from './embed-text.ts'
import type { SubwordEmbedding } from './embedding.ts'
import type { FeatureBook } from './features.ts'
import type { GateClasses, PairPolicy } from './gates.ts'
import type { MatchParty, MatchProfile } from './party.ts'
import type { PackedRows } from './packed-rows.ts'
import type { Shelf } from './postings.ts'
import type { Tagger } from './tagger.ts'
import type { Stemmers } from './tokens.ts'
import type { WordVector, WordVectors } from './word-vectors.ts'

/** How similar two profiles are that have nothing to do with each other, for one pair of languages. */
export interface PairBaseline {
  mean: number
  deviation: number
}

/** Rows of the two shelves against which crowding is measured. */
export interface CrowdSample {
  readonly offers: CrowdRows
  readonly requests: CrowdRows
}

export interface CrowdRows {
  readonly rows: Int32Array
  /** The same rows' embeddings. */
  readonly packed: PackedRows
}

/** What the engine needs to know of languages, from outside. Without `embedding` the concepts and words decide alone. */
export interface LanguageTools {
  readonly stemmers: Stemmers
  readonly embedding?: SubwordEmbedding
}

/** A profile as rows of numbers. */
export interface IndexedProfile {
  readonly party: number
  readonly profile: MatchProfile
  readonly row: number
  readonly features: Int32Array
  /** Own weights: concepts and keywords at unit length together, words at unit length per language. */
  readonly weights: Float32Array
  /** Bit of each feature that the text itself names (others come from a narrower concept). */
  readonly named: Uint8Array
  /** Quadruples feature, textIndex, start, end. */
  readonly evidence: Int32Array
  readonly localeMask: number
  readonly primaryLocale: number
  readonly empty: boolean
}

/** A word of a profile as it is compared. */
export interface ProfileWord {
  readonly stem: string
  readonly concept: number
  /** Triples textIndex, start, end. */
  readonly places: readonly number[]
  readonly vector: WordVector
  /** How telling the word is, times its vector's length. */
  readonly weight: number
}

/** Parties ready for ranking. Its fields are the engine's own business; callers pass it on. */
export interface MatchIndex {
  readonly policy: PairPolicy
  readonly weights: ContentWeights
  readonly language: LanguageTools
  readonly tree: ConceptTree
  readonly tagger: Tagger
  readonly stops: ReadonlySet<string>
  /** Fixed when the index is built, like `rarity`. */
  embeddingContext: EmbeddingContext
  /** Null without an embedding. */
  readonly wordVectors: WordVectors | null
  /** Words of the profiles that were explained lately. */
  readonly readWords: Map<IndexedProfile, readonly ProfileWord[]>
  readonly book: FeatureBook
  /** ln-scaled rarity by feature, fixed when the index is built; features seen later count as rarest. */
  rarity: Float32Array
  rarest: number
  /** By position; null after removal. */
  readonly parties: (MatchParty | null)[]
  readonly positions: Map<string, number>
  readonly profilesOfParty: number[][]
  readonly profiles: IndexedProfile[]
  /** Numbers of the sides by id. */
  readonly sides: Map<string, number>
  readonly gateClasses: GateClasses
  readonly offers: Shelf
  readonly requests: Shelf
  /** By language pair, see `pairClass`. */
  readonly baselines: PairBaseline[]
  /** The same for the vectors of an outside model. */
  readonly outsideBaselines: PairBaseline[]
  /** Null until the index is built. */
  crowdSample: CrowdSample | null
}
