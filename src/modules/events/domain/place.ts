import type { Id } from '../../../kernel/id.ts'
import type { PlaceKind } from './event.ts'

export interface Place {
  readonly id: Id
  readonly kind: PlaceKind
  /** A number; screens and calendars put the word for a table or an online place before it. */
  readonly name: string
  readonly position: number
}

export interface PlaceChange {
  readonly add: readonly Omit<Place, 'id'>[]
  readonly remove: readonly Id[]
}

/** What brings the places of an event to the wanted numbers: the highest ones go first, gaps are filled. */
export function changePlaces(existing: readonly Place[], wanted: Readonly<Record<PlaceKind, number>>): PlaceChange {
  const kinds = Object.entries(wanted) as [PlaceKind, number][]
  const taken = new Set(existing.map(({ kind, position }) => `${kind} ${position}`))
  return {
    add: kinds.flatMap(([kind, count]) =>
      Array.from({ length: count }, (_, index) => index + 1)
        .filter((position) => !taken.has(`${kind} ${position}`))
        .map((position) => ({ kind, name: String(position), position })),
    ),
    remove: existing.filter(({ kind, position }) => position > wanted[kind]).map(({ id }) => id),
  }
}
