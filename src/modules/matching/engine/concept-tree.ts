import type { Thesaurus } from './thesaurus.ts'

/** The thesaurus by position, with what scoring needs to know of a concept's place in it. */
export interface ConceptTree {
  readonly ids: readonly string[]
  /** Position of the parent; -1 at the top. */
  readonly parents: Int32Array
  /** 0..1: how telling it is that a text names this concept; wide concepts tell little. */
  readonly specificity: Float32Array
}

export function buildConceptTree({ concepts }: Thesaurus): ConceptTree {
  const positions = new Map(concepts.map(({ id }, position) => [id, position]))
  const parents = Int32Array.from(concepts, ({ parentId }) =>
    parentId === null ? -1 : (positions.get(parentId) ?? -1),
  )
  const descendants = new Float32Array(concepts.length)
  parents.forEach((_, position) => {
    // Depth is bounded by the lint; the counter only keeps a damaged thesaurus from hanging the program.
    for (let at = parents[position] ?? -1, depth = 0; at >= 0 && depth < 12; at = parents[at] ?? -1, depth += 1) {
      descendants[at] = (descendants[at] ?? 0) + 1
    }
  })
  const specificity = descendants.map((below) => 1 / Math.sqrt(1 + below / 6))
  return { ids: concepts.map(({ id }) => id), parents, specificity }
}
