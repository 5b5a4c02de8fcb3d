import { learnFrom, pairClass } from './language-pairs.ts'
import { OUTSIDE_WEIGHT } from './content-weights.ts'
import type { IndexedProfile, MatchIndex } from './index-shape.ts'
import { softlyCut } from './softly-cut.ts'

/**
 * Where an installation asks a model outside for vectors of its profiles, they are a part of the content of their own,
 * judged like the built-in embedding: by how far a cosine stands above that of unrelated profiles of the same languages.
 */
export function outsideContent(index: MatchIndex, need: IndexedProfile, offer: IndexedProfile): number {
  const cosine = outsideCosine(need, offer)
  const baseline = index.outsideBaselines[pairClass(need, offer)]
  if (cosine === null || !baseline) return 0
  return OUTSIDE_WEIGHT * softlyCut((cosine - baseline.mean) / baseline.deviation)
}

/** Null where one of the two has no vector, or one of another model. */
function outsideCosine({ profile: { outsideVector: a } }: IndexedProfile, other: IndexedProfile): number | null {
  const { outsideVector: b } = other.profile
  if (!a || !b || a.length !== b.length) return null
  let dot = 0
  for (let at = 0; at < a.length; at += 1) dot += a[at]! * b[at]!
  return dot / (127 * 127)
}

export function learnOutsideBaselines(index: MatchIndex): void {
  if (index.profiles.some(({ profile }) => profile.outsideVector)) {
    learnFrom(index, index.outsideBaselines, outsideCosine)
  }
}
