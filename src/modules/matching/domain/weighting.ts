import type { ContentWeights } from '../engine/content-weights.ts'

/**
 * How much each kind of evidence counts, as multiples of the engine's own weights, so that a weighting keeps its
 * meaning when those are measured anew.
 */
export type Weighting = ContentWeights

export const STANDARD_WEIGHTING: Weighting = { topic: 1, wording: 1, embedding: 1 }

/** The engine's weights under a weighting. Contributions still add up to the score: the engine shares out whatever it is given. */
export const weightsUnder = (own: ContentWeights, { topic, wording, embedding }: Weighting): ContentWeights => ({
  topic: own.topic * topic,
  wording: own.wording * wording,
  embedding: own.embedding * embedding,
})
