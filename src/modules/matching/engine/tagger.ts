import type { Locale } from '../../../kernel/locale.ts'
import { type Thesaurus, baseOf, isAcronym } from './thesaurus.ts'
import { type Stemmers, type Token, type TokenisedText, isKoreanEnding, tokenise } from './tokens.ts'

/** A concept found in a text; `start`/`end` in the raw text, `firstToken`/`endToken` the tokens it touches. */
export interface ConceptTag {
  readonly concept: number
  readonly start: number
  readonly end: number
  readonly firstToken: number
  readonly endToken: number
}

interface StemTerm {
  readonly stems: readonly string[]
  /** Uninflected beginnings of the words, to tell магнит from магний, which share a stem. */
  readonly bases: readonly string[]
  readonly concept: number
  /** Acronyms are not looked for in all-lower-case English words. */
  readonly acronym: boolean
}

interface TrieNode {
  readonly next: Map<number, TrieNode>
  concept: number
}

export interface Tagger {
  readonly stemmers: Stemmers
  /** Terms of ru and en (and Latin ones of ko) by their first stem, longest first. */
  readonly byFirstStem: ReadonlyMap<string, readonly StemTerm[]>
  /** Korean terms letter by letter, blanks left out. */
  readonly korean: TrieNode
}

const HANGUL = /[가-힣]/

/** The Russian stemmer cuts магнитов to магнит but магнит to магн: a second pass brings all forms together. */
const settledStem = ({ stem, script }: Token, stemmers: Stemmers): string =>
  script === 'cyrillic' ? stemmers.ru(stem) : stem

/** Makes the tables for `tagText`. Of two concepts with one term the earlier keeps it. */
export function buildTagger(thesaurus: Thesaurus, stemmers: Stemmers): Tagger {
  const byFirstStem = new Map<string, StemTerm[]>()
  const korean: TrieNode = { next: new Map(), concept: -1 }
  const seen = new Set<string>()
  const addStems = (term: string, concept: number): void => {
    const { tokens } = tokenise(term, stemmers)
    const stems = tokens.map((token) => settledStem(token, stemmers))
    const bases = tokens.map((token) => baseOf(token.form))
    const acronym = isAcronym(term)
    const key = `${acronym ? '!' : ''}${stems.join(' ')}|${bases.join(' ')}`
    const [first] = stems
    if (first === undefined || seen.has(key)) return
    seen.add(key)
    const entry = { stems, bases, concept, acronym }
    const known = byFirstStem.get(first)
    if (known) known.push(entry)
    else byFirstStem.set(first, [entry])
  }
  thesaurus.concepts.forEach(({ terms }, concept) => {
    for (const term of terms.en) addStems(term, concept)
    for (const term of terms.ru) addStems(term, concept)
    for (const term of terms.ko) {
      if (HANGUL.test(term.normalize('NFC'))) addKorean(korean, term, concept, stemmers)
      else addStems(term, concept)
    }
  })
  for (const terms of byFirstStem.values()) terms.sort((a, b) => b.stems.length - a.stems.length)
  return { stemmers, byFirstStem, korean }
}

function addKorean(root: TrieNode, term: string, concept: number, stemmers: Stemmers): void {
  let node = root
  for (const { form } of tokenise(term, stemmers).tokens) {
    for (let at = 0; at < form.length; at += 1) {
      const unit = form.charCodeAt(at)
      let next = node.next.get(unit)
      if (!next) {
        next = { next: new Map(), concept: -1 }
        node.next.set(unit, next)
      }
      node = next
    }
  }
  if (node !== root && node.concept < 0) node.concept = concept
}

export interface TaggedText extends TokenisedText {
  /** In order of position; tags of one alphabet do not overlap. */
  readonly tags: readonly ConceptTag[]
}

/** Finds the concepts of a text: stems for ru and en, longest match with particles cut off for ko. */
export function tagText(tagger: Tagger, raw: string, locale: Locale): TaggedText {
  const tokenised = tokenise(raw, tagger.stemmers)
  const tags = [...tagStems(tagger, raw, locale, tokenised.tokens), ...tagKorean(tagger.korean, tokenised)]
  tags.sort((a, b) => a.start - b.start || b.end - a.end)
  return { ...tokenised, tags }
}

function tagStems(tagger: Tagger, raw: string, locale: Locale, original: readonly Token[]): ConceptTag[] {
  const tags: ConceptTag[] = []
  const tokens = original.map((token) => ({ ...token, stem: settledStem(token, tagger.stemmers) }))
  let at = 0
  while (at < tokens.length) {
    const term = findStemTerm(tagger, raw, locale, tokens, at)
    const length = term?.stems.length ?? 1
    const first = tokens[at]
    const last = tokens[at + length - 1]
    if (term && first && last) {
      tags.push({ concept: term.concept, start: first.start, end: last.end, firstToken: at, endToken: at + length })
    }
    at += length
  }
  return tags
}

function findStemTerm(
  tagger: Tagger,
  raw: string,
  locale: Locale,
  tokens: readonly Token[],
  at: number,
): StemTerm | undefined {
  const first = tokens[at]
  if (!first || first.script === 'hangul') return undefined
  const fits = ({ stems, acronym }: StemTerm): boolean =>
    stems.every((stem, offset) => tokens[at + offset]?.stem === stem) &&
    !(acronym && locale === 'en' && !hasCapitals(raw.slice(first.start, tokens[at + stems.length - 1]?.end))) &&
    isOneRun(raw, tokens, at, stems.length)
  let best: StemTerm | undefined
  for (const term of tagger.byFirstStem.get(first.stem) ?? []) {
    if (best && term.stems.length < best.stems.length) break
    if (fits(term) && (!best || closeness(term, tokens, at) > closeness(best, tokens, at))) best = term
  }
  return best
}

/** Two capitals at least: "Led" at the head of a sentence is still a verb. */
const hasCapitals = (surface: string): boolean => /\p{Lu}.*\p{Lu}/u.test(surface)

/** How much of the term's own spelling stands in the text; decides between terms of equal stems. */
function closeness({ bases }: StemTerm, tokens: readonly Token[], at: number): number {
  return bases.reduce((sum, base, offset) => {
    const form = tokens[at + offset]?.form ?? ''
    let common = 0
    while (common < base.length && base[common] === form[common]) common += 1
    return sum + 2 * common - base.length
  }, 0)
}

/** The words of a term stand beside each other, not across a full stop or a comma. */
function isOneRun(raw: string, tokens: readonly Token[], at: number, length: number): boolean {
  for (let offset = 1; offset < length; offset += 1) {
    const gap = raw.slice(tokens[at + offset - 1]?.end, tokens[at + offset]?.start)
    if (gap.length > 3 || /[.,;:!?]/.test(gap)) return false
  }
  return true
}

/** Tokens of a run joined without blanks: Korean writes compounds with or without them. */
interface Run {
  readonly text: string
  /** Token of each UTF-16 unit. */
  readonly tokenAt: readonly number[]
}

function koreanRuns({ tokens, folded }: TokenisedText): Run[] {
  const runs: Run[] = []
  let text = ''
  let tokenAt: number[] = []
  const close = (): void => {
    if (text !== '') runs.push({ text, tokenAt })
    text = ''
    tokenAt = []
  }
  let previousEnd = -1
  tokens.forEach((token, position) => {
    const gap = previousEnd < 0 ? '' : folded.slice(previousEnd, token.foldedStart)
    if (token.script === 'cyrillic' || token.script === 'other' || !/^[ \u00a0\-·/]?$/.test(gap)) close()
    if (token.script !== 'cyrillic' && token.script !== 'other') {
      text += token.form
      for (let unit = 0; unit < token.form.length; unit += 1) tokenAt.push(position)
    }
    previousEnd = token.foldedEnd
  })
  close()
  return runs.filter((run) => HANGUL.test(run.text))
}

interface RunMatch {
  readonly from: number
  readonly to: number
  readonly concept: number
}

function tagKorean(root: TrieNode, tokenised: TokenisedText): ConceptTag[] {
  const tags: ConceptTag[] = []
  for (const run of koreanRuns(tokenised)) {
    for (const { from, to, concept } of segmentRun(root, run)) {
      const firstToken = run.tokenAt[from] ?? 0
      const lastToken = run.tokenAt[to - 1] ?? 0
      tags.push({
        concept,
        start: rawOffset(tokenised, run, from, 'start'),
        end: rawOffset(tokenised, run, to - 1, 'end'),
        firstToken,
        endToken: lastToken + 1,
      })
    }
  }
  return tags
}

function rawOffset({ tokens, starts, ends }: TokenisedText, run: Run, at: number, edge: 'start' | 'end'): number {
  const position = run.tokenAt[at] ?? 0
  let tokenFrom = at
  while (tokenFrom > 0 && run.tokenAt[tokenFrom - 1] === position) tokenFrom -= 1
  const folded = (tokens[position]?.foldedStart ?? 0) + at - tokenFrom
  return (edge === 'start' ? starts[folded] : ends[folded]) ?? 0
}

function segmentRun(root: TrieNode, run: Run): RunMatch[] {
  const matches: RunMatch[] = []
  let at = 0
  while (at < run.text.length) {
    const found = longestMatch(root, run, at)
    if (found) matches.push(found)
    at = found ? found.to : at + 1
  }
  return matches.filter((match, position) => standsAlone(run, match, matches[position - 1], matches[position + 1]))
}

const isTokenStart = (run: Run, at: number): boolean => at === 0 || run.tokenAt[at] !== run.tokenAt[at - 1]

function tokenEnd(run: Run, at: number): number {
  let to = at
  while (to < run.text.length && run.tokenAt[to] === run.tokenAt[at]) to += 1
  return to
}

/** Longest term from `at`; one that runs over a blank has to begin and end with words. */
function longestMatch(root: TrieNode, run: Run, at: number): RunMatch | null {
  const startsToken = isTokenStart(run, at)
  if (!startsToken && !HANGUL.test(run.text[at] ?? '')) return null
  let node: TrieNode | undefined = root
  let best: RunMatch | null = null
  for (let to = at; to < run.text.length;) {
    node = node.next.get(run.text.charCodeAt(to))
    if (!node) break
    to += 1
    if (node.concept < 0) continue
    const overBlank = run.tokenAt[to - 1] !== run.tokenAt[at]
    if (overBlank && !(startsToken && isClosed(run, to))) continue
    best = { from: at, to, concept: node.concept }
  }
  return best
}

/** Nothing but an ending or a suffix is left of the token. */
function isClosed(run: Run, to: number): boolean {
  if (to >= run.text.length || run.tokenAt[to] !== run.tokenAt[to - 1]) return true
  const rest = run.text.slice(to, tokenEnd(run, to))
  return isKoreanEnding(rest) || SUFFIXES.has(rest) || SUFFIXES.has(rest[0] ?? '')
}

/** What may follow or precede a two-syllable term inside one written word without changing its meaning. */
const SUFFIXES = new Set('용형성화적기식재류계률율체물품망부법업량도력막층관액선판값')
const PREFIXES = new Set('초고저신대소비무반전폐친재다준총각본탈내방차극미')

/**
 * A two-syllable term inside a longer word is often chance (대기 in 대기업): it counts only when what stands
 * beside it is a token edge, another term, an ending, a known affix, or at least two further syllables.
 */
function standsAlone(run: Run, match: RunMatch, previous: RunMatch | undefined, next: RunMatch | undefined): boolean {
  if (match.to - match.from > 2) return true
  return isFreeBefore(run, match.from, previous) && isFreeAfter(run, match.to, next)
}

function isFreeBefore(run: Run, from: number, previous: RunMatch | undefined): boolean {
  if (isTokenStart(run, from) || previous?.to === from) return true
  let tokenFrom = from
  while (!isTokenStart(run, tokenFrom)) tokenFrom -= 1
  const before = run.text.slice(Math.max(tokenFrom, previous?.to ?? 0), from)
  return before.length >= 2 || PREFIXES.has(before)
}

function isFreeAfter(run: Run, to: number, next: RunMatch | undefined): boolean {
  if (isClosed(run, to) || next?.from === to) return true
  const rest = run.text.slice(to, Math.min(tokenEnd(run, to), next?.from ?? run.text.length))
  return rest.length >= 2
}
