/** Shares of the three kinds of evidence in the content of a request–offer pair. */
export interface ContentWeights {
  /** Concepts and keyword codes. */
  readonly topic: number
  /** Words and names that no concept covers. */
  readonly wording: number
  /** The built-in embedding. */
  readonly embedding: number
}

/** Chosen on texts of our own and on the development half of the evaluation sets. */
export const CONTENT_WEIGHT: ContentWeights = { topic: 0.3, wording: 0.08, embedding: 1 }

/** What an outside model's judgement counts beside these, where the installation asks one. Not tuned: there is no figure for it. */
export const OUTSIDE_WEIGHT = 0.5

/** Where no embedding is at hand, the rest carries the whole. */
export const CONTENT_WEIGHT_WITHOUT_EMBEDDING: ContentWeights = { topic: 1, wording: 0.5, embedding: 0 }
