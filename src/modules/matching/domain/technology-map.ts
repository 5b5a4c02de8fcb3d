import type { Id } from '../../../kernel/id.ts'

/** Profiles of one side that name a concept, or one below it. */
export interface ShoreCount {
  readonly sideId: Id
  readonly offers: number
  readonly requests: number
}

export interface MappedConcept {
  readonly conceptId: string
  readonly shores: readonly ShoreCount[]
  /** Concepts right below it that are named too. */
  readonly parts: readonly MappedConcept[]
}

/** A profile as the map counts it: which concepts its texts name. */
export interface MappedProfile {
  readonly sideId: Id
  readonly kind: 'offer' | 'request'
  readonly concepts: ReadonlySet<number>
}

export interface ConceptPlaces {
  readonly ids: readonly string[]
  /** Position of the parent; -1 at the top of a field. */
  readonly parents: ArrayLike<number>
}

/**
 * Fields of technology, each with the concepts right below it and how many offers and requests each shore has. A
 * profile counts once for a concept, however many narrower ones it names. Most profiles first.
 */
export function mapTechnologies(profiles: readonly MappedProfile[], { ids, parents }: ConceptPlaces): MappedConcept[] {
  const counts = new Map<number, Map<Id, { offers: number; requests: number }>>()
  for (const { sideId, kind, concepts } of profiles) {
    for (const concept of withinFields(concepts, parents)) {
      const sides = counts.get(concept) ?? new Map<Id, { offers: number; requests: number }>()
      counts.set(concept, sides)
      const count = sides.get(sideId) ?? { offers: 0, requests: 0 }
      sides.set(sideId, count)
      count[kind === 'offer' ? 'offers' : 'requests'] += 1
    }
  }
  const described = (concept: number, parts: readonly MappedConcept[]): MappedConcept => ({
    conceptId: ids[concept] ?? '',
    shores: [...(counts.get(concept) ?? [])]
      .map(([sideId, count]) => ({ sideId, ...count }))
      .toSorted((a, b) => (a.sideId < b.sideId ? -1 : 1)),
    parts,
  })
  const fields = [...counts.keys()].filter((concept) => parents[concept] === -1)
  return fields
    .map((field) => {
      const below = [...counts.keys()].filter((concept) => parents[concept] === field)
      return described(field, below.map((concept) => described(concept, [])).toSorted(bySize))
    })
    .toSorted(bySize)
}

/** The fields, and the concepts right below them, that concepts belong to. */
function withinFields(concepts: ReadonlySet<number>, parents: ArrayLike<number>): Set<number> {
  const found = new Set<number>()
  for (const concept of concepts) {
    let [at, below] = [concept, -1]
    while ((parents[at] ?? -1) !== -1) [at, below] = [parents[at]!, at]
    found.add(at)
    if (below !== -1) found.add(below)
  }
  return found
}

const sizeOf = ({ shores }: MappedConcept): number =>
  shores.reduce((sum, { offers, requests }) => sum + offers + requests, 0)

const bySize = (a: MappedConcept, b: MappedConcept): number =>
  sizeOf(b) - sizeOf(a) || (a.conceptId < b.conceptId ? -1 : 1)
