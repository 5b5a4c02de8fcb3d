import type { Comparison } from './compare-names.ts'
import { compareNames } from './compare-names.ts'
import type { IndexedName, ListIndex } from './list-index.ts'
import { foldIdentifier } from './list-index.ts'
import { keysOf } from './name-keys.ts'
import type { ReadName } from './read-name.ts'
import { readNames } from './read-name.ts'
import type { ExplanationStep, Hit, Identifier, ListEntry, Party, PartyKind, ScreenOptions } from './shapes.ts'

/** Changes with every change of the comparison that can change a score: decisions made with another one are stale. */
export const MATCHER_VERSION = '2026.1'

/** One for every kind of party, script and list; measured by `npm run bench:screening`. */
export const DEFAULT_THRESHOLD = 0.8

const STRONG_FROM = 0.9
const MOST_HITS = 50
/** Best names by shared keys that are compared in full. */
const MOST_COMPARED = 90

/** In force that day; without a day, whatever the list did not take off. An entry without a date counts always. */
function isInForce(entry: ListEntry, asOf: string | undefined): boolean {
  if (asOf === undefined) return entry.delistedOn === null
  return (entry.listedOn === null || entry.listedOn <= asOf) && (entry.delistedOn === null || asOf < entry.delistedOn)
}

/** People are not ships; what the list or the file calls `other` may be anything. */
export function kindsMeet(a: PartyKind, b: PartyKind): boolean {
  return a === b || a === 'other' || b === 'other'
}

/** The kind by whose rules two parties are compared: `other` takes the rules of its counterpart. */
export const comparedAs = (a: PartyKind, b: PartyKind): PartyKind =>
  a === 'other' ? (b === 'other' ? 'organisation' : b) : a

interface Found {
  readonly entry: number
  readonly hit: Hit
}

function candidatesOf(index: ListIndex, read: ReadName, isPerson: boolean): readonly number[] {
  const { scratch, postings, names } = index
  const touched: number[] = []
  const common = Math.max(400, names.length * 0.15)
  for (const key of keysOf(read, isPerson)) {
    const places = postings.get(key)
    if (!places) continue
    if (places.length > common && key.startsWith('@')) continue
    const value = Math.log(1 + names.length / places.length) * (key.startsWith('=') ? 1.5 : 1)
    for (let at = 0; at < places.length; at += 1) {
      const place = places[at] as number
      if (scratch[place] === 0) touched.push(place)
      scratch[place] = (scratch[place] as number) + value
    }
  }
  const best = takeBest(touched, scratch, MOST_COMPARED)
  for (const place of touched) scratch[place] = 0
  return best
}

const BUCKETS = 256
/** What shares less than this part of what the best shares is not compared. */
const LEAST_BUCKET = Math.floor(BUCKETS * 0.25)
const buckets = new Uint32Array(BUCKETS)

/** About the `most` places with the highest counts, in list order: one pass finds the bound, one takes. */
function takeBest(places: readonly number[], counts: Float32Array, most: number): readonly number[] {
  if (places.length <= most) return places.toSorted((a, b) => a - b)
  let highest = 0
  for (const place of places) highest = Math.max(highest, counts[place] as number)
  const scale = (BUCKETS - 1) / highest
  buckets.fill(0)
  for (const place of places) {
    const bucket = Math.floor((counts[place] as number) * scale)
    buckets[bucket] = (buckets[bucket] as number) + 1
  }
  let bound = BUCKETS - 1
  for (let taken = buckets[bound] as number; bound > LEAST_BUCKET && taken < most; taken += buckets[bound] as number)
    bound -= 1
  return places.filter((place) => Math.floor((counts[place] as number) * scale) >= bound).sort((a, b) => a - b)
}

const weaken = (comparison: Comparison, name: string): Comparison => {
  const score = comparison.score * 0.95
  const step: ExplanationStep = { kind: 'weak-alias', from: '', to: name, weight: score - comparison.score }
  return { score, steps: [...comparison.steps, step], isWhole: false }
}

const rounded = (value: number): number => Math.round(value * 1e4) / 1e4

function presentHit(entry: ListEntry, indexed: IndexedName, partyName: string, comparison: Comparison): Hit {
  return {
    entryId: entry.id,
    score: rounded(Math.min(1, comparison.score)),
    tier: comparison.isWhole && comparison.score >= STRONG_FROM ? 'strong' : 'review',
    partyName,
    listName: indexed.name.text,
    explanation: comparison.steps.map((step) => ({ ...step, weight: rounded(step.weight) })),
    weakAlias: indexed.name.weak,
  }
}

const kindWords = (kind: string): string =>
  kind
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** Same number of the same kind is the same party; of another kind, worth a look. */
function compareIdentifiers(own: Identifier, other: Identifier): number {
  const a = kindWords(own.kind)
  const b = kindWords(other.kind)
  return a === b || a === '' || b === '' || a.includes(b) || b.includes(a) ? 1 : 0.85
}

function findByIdentifier(index: ListIndex, party: Party, asOf: string | undefined): Found[] {
  const found: Found[] = []
  for (const own of party.identifiers) {
    const folded = foldIdentifier(own.value)
    for (const place of folded === null ? [] : (index.identifiers.get(folded) ?? [])) {
      const entry = index.entries[place]
      const other = entry?.identifiers.find(({ value }) => foldIdentifier(value) === folded)
      if (!entry || !other || !isInForce(entry, asOf)) continue
      const score = compareIdentifiers(own, other)
      found.push({
        entry: place,
        hit: {
          entryId: entry.id,
          score,
          tier: score === 1 ? 'strong' : 'review',
          partyName: party.names[0] ?? '',
          listName: entry.names[0]?.text ?? '',
          explanation: [
            { kind: 'identifier', from: `${own.kind} ${own.value}`, to: `${other.kind} ${other.value}`, weight: score },
          ],
          weakAlias: false,
        },
      })
    }
  }
  return found
}

function findByName(index: ListIndex, party: Party, partyName: string, options: ScreenOptions): Found[] {
  const threshold = options.threshold ?? DEFAULT_THRESHOLD
  const found: Found[] = []
  const kinds: readonly PartyKind[] = party.kind === 'other' ? ['organisation', 'person'] : [party.kind]
  for (const kind of kinds) {
    for (const read of readNames(partyName, kind)) {
      for (const place of candidatesOf(index, read, kind === 'person')) {
        const indexed = index.names[place] as IndexedName
        const entry = index.entries[indexed.entry] as ListEntry
        if (!kindsMeet(party.kind, entry.kind) || !isInForce(entry, options.asOf)) continue
        const compared = compareNames(read, indexed.read, comparedAs(entry.kind, kind))
        const comparison = indexed.name.weak && compared.score > 0 ? weaken(compared, indexed.name.text) : compared
        if (comparison.score < threshold) continue
        found.push({ entry: indexed.entry, hit: presentHit(entry, indexed, partyName, comparison) })
      }
    }
  }
  return found
}

const isBetter = (a: Hit, b: Hit): boolean =>
  a.score > b.score || (a.score === b.score && a.tier === 'strong' && b.tier === 'review')

/**
 * All entries of a list a party may be, best first; one hit an entry, by its best name. A party without a name that
 * can be compared (empty, or a legal form only) has no hits by name. The same input gives the same output.
 */
export function screenParty(index: ListIndex, party: Party, options: ScreenOptions = {}): readonly Hit[] {
  const best = new Map<number, Hit>()
  const found = [
    ...findByIdentifier(index, party, options.asOf),
    ...[...new Set(party.names)].flatMap((name) => findByName(index, party, name, options)),
  ]
  for (const { entry, hit } of found) {
    const known = best.get(entry)
    if (!known || isBetter(hit, known)) best.set(entry, hit)
  }
  return [...best]
    .sort(([a, x], [b, y]) => y.score - x.score || Number(y.tier === 'strong') - Number(x.tier === 'strong') || a - b)
    .slice(0, options.limit ?? MOST_HITS)
    .map(([, hit]) => hit)
}
