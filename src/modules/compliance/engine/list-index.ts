import { keysOf } from './name-keys.ts'
import type { ReadName } from './read-name.ts'
import { readNames } from './read-name.ts'
import type { ListEntry, ListName, PartyKind } from './shapes.ts'

/** One reading of one name of one entry. */
export interface IndexedName {
  readonly entry: number
  readonly name: ListName
  readonly read: ReadName
}

/** A list version made ready: readings of all names, found by key, and identifiers found by value. Immutable. */
export interface ListIndex {
  readonly entries: readonly ListEntry[]
  readonly names: readonly IndexedName[]
  /** Places in `names` by key. */
  readonly postings: ReadonlyMap<string, Int32Array>
  /** Places in `entries` by identifier value. */
  readonly identifiers: ReadonlyMap<string, readonly number[]>
  /** Room for counting during one screen; no state outlives it. */
  readonly scratch: Float32Array
}

/** Upper case letters and digits only; shorter than five characters is no identifier to find by. */
export function foldIdentifier(value: string): string | null {
  const folded = value
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
  return folded.length >= 5 ? folded : null
}

function readingsOf(entry: ListEntry, place: number): IndexedName[] {
  const seen = new Set<string>()
  return entry.names.flatMap((name) =>
    readNames(name.text, entry.kind)
      .filter((read) => {
        const key = read.words.map(({ plain }) => plain).join(' ') + (name.weak ? '~' : '')
        return !seen.has(key) && seen.add(key)
      })
      .map((read) => ({ entry: place, name, read })),
  )
}

const isPersonLike = (kind: PartyKind): boolean => kind === 'person'

/** Takes about a second for 20,000 entries. Build it once for a list version and keep it. */
export function buildListIndex(entries: readonly ListEntry[]): ListIndex {
  const names = entries.flatMap(readingsOf)
  const lists = new Map<string, number[]>()
  names.forEach(({ entry, read }, place) => {
    for (const key of keysOf(read, isPersonLike(entries[entry]?.kind ?? 'other'))) {
      const known = lists.get(key)
      if (known) known.push(place)
      else lists.set(key, [place])
    }
  })
  const postings = new Map<string, Int32Array>()
  for (const [key, places] of lists) postings.set(key, Int32Array.from(places))
  const identifiers = new Map<string, number[]>()
  entries.forEach((entry, place) => {
    for (const { value } of entry.identifiers) {
      const folded = foldIdentifier(value)
      if (folded !== null) identifiers.set(folded, [...(identifiers.get(folded) ?? []), place])
    }
  })
  return { entries, names, postings, identifiers, scratch: new Float32Array(names.length) }
}
