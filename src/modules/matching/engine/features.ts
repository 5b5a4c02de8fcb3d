import { LOCALES, type Locale } from '../../../kernel/locale.ts'
import type { ConceptTree } from './concept-tree.ts'
import { foldString } from './fold-text.ts'
import type { MatchProfile, TextField } from './party.ts'
import { phoneticSkeleton } from '../../../kernel/phonetic-skeleton.ts'
import { type TaggedText, type Tagger, tagText } from './tagger.ts'
import type { Token } from './tokens.ts'

export type FeatureKind = 'concept' | 'technology' | 'market' | 'word' | 'skeleton'

/** Everything that two profiles can have in common gets a number, in order of first appearance after the concepts. */
export interface FeatureBook {
  readonly ids: Map<string, number>
  readonly kinds: FeatureKind[]
  readonly names: string[]
}

export function openFeatureBook(tree: ConceptTree): FeatureBook {
  const book: FeatureBook = { ids: new Map(), kinds: [], names: [] }
  for (const id of tree.ids) featureId(book, 'concept', id)
  return book
}

export function featureId(book: FeatureBook, kind: FeatureKind, name: string): number {
  const key = `${kind} ${name}`
  const known = book.ids.get(key)
  if (known !== undefined) return known
  const id = book.kinds.length
  book.ids.set(key, id)
  book.kinds.push(kind)
  book.names.push(name)
  return id
}

/** How much a mention in each part of a profile counts. */
const FIELD_WEIGHT: Readonly<Record<TextField, number>> = {
  title: 1.6,
  keywords: 1.5,
  sought: 1.3,
  summary: 1.2,
  description: 1,
  advantages: 0.7,
}

/** Mentions beyond these add nothing to the evidence shown and to the strength. */
const MENTIONS_MAX = 4

/** All words of a profile in one language, and the concepts they stand for. */
export interface Wording {
  readonly tokens: Token[]
  /** Concept of each token; -1 for none. */
  readonly conceptOf: number[]
  /** Concepts in order of mention, with repetition. */
  readonly concepts: number[]
}

/** What one profile says, before it is weighed against what the others say. */
export interface RawFeatures {
  /** Strength 0..1 of each feature, saturating with repetition. */
  readonly strengths: ReadonlyMap<number, number>
  /** Languages of each word feature, as bits of `localeBit`; 0 for features of no language. */
  readonly localeBits: ReadonlyMap<number, number>
  /** Quadruples feature, textIndex, start, end. */
  readonly evidence: Int32Array
  /** Words and concepts of each language, for the embedding. */
  readonly wording: ReadonlyMap<Locale, Wording>
  readonly localeMask: number
  readonly primaryLocale: number
}

export const localeBit = (locale: Locale): number => 1 << LOCALES.indexOf(locale)

interface Gathering {
  readonly book: FeatureBook
  readonly mentions: Map<number, Map<Locale | null, number>>
  readonly evidence: number[]
  readonly evidenceCounts: Map<number, number>
}

/** Reads one profile. `stops` are stems that are never word features. */
export function readFeatures(
  book: FeatureBook,
  tagger: Tagger,
  stops: ReadonlySet<string>,
  profile: MatchProfile,
): RawFeatures {
  const gathering: Gathering = { book, mentions: new Map(), evidence: [], evidenceCounts: new Map() }
  const wording = new Map<Locale, Wording>()
  const lengths = new Map<Locale, number>()
  profile.texts.forEach((text, textIndex) => {
    const tagged = tagText(tagger, text.text, text.locale)
    if (tagged.tokens.length === 0) return
    addWording(wording, text.locale, tagged)
    lengths.set(text.locale, (lengths.get(text.locale) ?? 0) + tagged.folded.length)
    gatherText(gathering, tagged, { locale: text.locale, textIndex, weight: FIELD_WEIGHT[text.field] }, stops)
  })
  for (const keyword of profile.technologyKeywords)
    mention(gathering, featureId(book, 'technology', keyword), null, 1.5)
  for (const keyword of profile.marketKeywords) mention(gathering, featureId(book, 'market', keyword), null, 1)
  const primary = [...lengths].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 'en'
  return {
    strengths: saturate(gathering.mentions),
    localeBits: bitsOfMentions(gathering.mentions),
    evidence: Int32Array.from(gathering.evidence),
    wording,
    localeMask: [...wording.keys()].reduce((mask, locale) => mask | localeBit(locale), 0),
    primaryLocale: LOCALES.indexOf(primary),
  }
}

function addWording(wording: Map<Locale, Wording>, locale: Locale, tagged: TaggedText): void {
  let known = wording.get(locale)
  if (!known) {
    known = { tokens: [], conceptOf: [], concepts: [] }
    wording.set(locale, known)
  }
  const from = known.tokens.length
  for (const token of tagged.tokens) {
    known.tokens.push(token)
    known.conceptOf.push(-1)
  }
  for (const tag of tagged.tags) {
    known.concepts.push(tag.concept)
    known.conceptOf.fill(tag.concept, from + tag.firstToken, from + tag.endToken)
  }
}

interface TextPlace {
  readonly locale: Locale
  readonly textIndex: number
  readonly weight: number
}

function gatherText(gathering: Gathering, tagged: TaggedText, place: TextPlace, stops: ReadonlySet<string>): void {
  const covered = new Uint8Array(tagged.tokens.length)
  for (const tag of tagged.tags) {
    covered.fill(1, tag.firstToken, tag.endToken)
    mention(gathering, tag.concept, place.locale, place.weight)
    show(gathering, tag.concept, place.textIndex, tag.start, tag.end)
  }
  tagged.tokens.forEach((token, position) => {
    if (covered[position] === 1 || stops.has(token.stem) || stops.has(token.form)) return
    if (token.script === 'digit' ? token.form.length < 2 : token.stem.length < 2) return
    if (token.form.length > 60) return
    const word = featureId(gathering.book, 'word', token.stem)
    mention(gathering, word, place.locale, place.weight)
    show(gathering, word, place.textIndex, token.start, token.end)
    const skeleton = token.script === 'digit' ? '' : phoneticSkeleton(token.stem)
    if (skeleton.length < SKELETON_MIN) return
    const sound = featureId(gathering.book, 'skeleton', skeleton)
    mention(gathering, sound, place.locale, place.weight)
    show(gathering, sound, place.textIndex, token.start, token.end)
  })
}

/** Shorter skeletons meet by chance. */
const SKELETON_MIN = 4

function mention({ mentions }: Gathering, feature: number, locale: Locale | null, weight: number): void {
  let known = mentions.get(feature)
  if (!known) {
    known = new Map()
    mentions.set(feature, known)
  }
  known.set(locale, (known.get(locale) ?? 0) + weight)
}

function show(gathering: Gathering, feature: number, textIndex: number, start: number, end: number): void {
  const count = gathering.evidenceCounts.get(feature) ?? 0
  if (count >= MENTIONS_MAX) return
  gathering.evidenceCounts.set(feature, count + 1)
  gathering.evidence.push(feature, textIndex, start, end)
}

/**
 * A mention counts fully once and then ever less (at most 1), so 500 repetitions are worth little more than three.
 * Translations of one text into several languages count once: the strongest language decides.
 */
function saturate(mentions: Gathering['mentions']): Map<number, number> {
  const strengths = new Map<number, number>()
  for (const [feature, byLocale] of mentions) {
    const most = Math.max(...byLocale.values())
    strengths.set(feature, most / (most + 0.8))
  }
  return strengths
}

function bitsOfMentions(mentions: Gathering['mentions']): Map<number, number> {
  const bits = new Map<number, number>()
  for (const [feature, byLocale] of mentions) {
    let mask = 0
    for (const locale of byLocale.keys()) if (locale !== null) mask |= localeBit(locale)
    bits.set(feature, mask)
  }
  return bits
}

/** "ISO 9001" and "iso9001" are one certificate. */
export const compactName = (name: string): string => foldString(name).replaceAll(/[^\p{L}\p{N}]/gu, '')
