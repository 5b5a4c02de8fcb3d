import { judgeGates } from './gates.ts'
import type { Direction, DirectionScore, EvidenceSpan, Match, Reason } from './match.ts'
import type { IndexedProfile, MatchIndex } from './index-shape.ts'
import { type WordPair, alignWords } from './wording-evidence.ts'
import {
  type BestPair,
  SOFT_SHARE,
  type SoftFactors,
  addSoftFactors,
  bestPair,
  joinDirections,
  weighSoftFactors,
} from './score.ts'

/** A reason before its points are rounded to hundredths. */
type Draft = { readonly points: number; readonly reason: Reason }

/**
 * The full account of one pair, gated or not. Throws when an id is not in the index, because callers only have ids
 * from it. The reasons' hundredths sum to `score * 100` exactly.
 */
export function explainPair(index: MatchIndex, a: string, b: string): Match {
  const first = partyAt(index, a)
  const second = partyAt(index, b)
  const gates = judgeGates(first.party, second.party, index.policy)
  const gated = gates.some(({ passed }) => !passed)
  const forward = gated ? null : bestPair(index, first.position, second.position)
  const backward = gated ? null : bestPair(index, second.position, first.position)
  const joined = joinDirections(forward?.points ?? null, backward?.points ?? null)
  const soft = weighSoftFactors(first.party, second.party)
  const drafts = gated
    ? []
    : [...shareJoined(index, joined, forward, backward), ...draftSoft(soft, joined * SOFT_SHARE)]
  const { score, reasons } = roundDrafts(drafts, gated ? 0 : addSoftFactors(joined, soft))
  return {
    a,
    b,
    score,
    forward: describeDirection(index, forward),
    backward: describeDirection(index, backward),
    reasons: [...reasons, ...(gated ? [] : remarks(index, first.position, second.position, forward, backward))],
    gates,
  }
}

function partyAt(
  index: MatchIndex,
  id: string,
): { position: number; party: NonNullable<MatchIndex['parties'][number]> } {
  const position = index.positions.get(id)
  const party = position === undefined ? null : index.parties[position]
  if (position === undefined || !party) throw new Error(`The index has no party "${id}"`)
  return { position, party }
}

/** Splits the content part of the score over the directions: halves when both count, else all to the one. */
function shareJoined(index: MatchIndex, joined: number, forward: BestPair | null, backward: BestPair | null): Draft[] {
  const content = joined * (1 - SOFT_SHARE)
  const each = forward && backward ? content / 2 : content
  return [
    ...(forward ? draftDirection(index, 'forward', forward, each) : []),
    ...(backward ? draftDirection(index, 'backward', backward, each) : []),
  ]
}

/** Evidence of a direction below this share of it is gathered in one line. */
const MINOR_SHARE = 0.01

/** Shares `points` over the evidence of one direction in proportion to its part in the content. */
function draftDirection(index: MatchIndex, direction: Direction, best: BestPair, points: number): Draft[] {
  const need = index.profiles[best.need]
  const offer = index.profiles[best.offer]
  const { total, features, embedding, outside } = best.content
  if (!need || !offer || total <= 0 || points <= 0) return []
  const drafts = new Map<string, { points: number; reason: Reason }>()
  let minor = 0
  let minorCount = 0
  for (const { feature, share } of features) {
    const part = (points * share) / total
    const { key, reason } = describeFeature(index, direction, need, offer, feature)
    const known = drafts.get(key)
    if (known) known.points += part
    else drafts.set(key, { points: part, reason })
  }
  creditWording(index, direction, need, offer, (points * embedding) / total, drafts)
  if (outside > 0) {
    const reason: Reason = { code: 'outside-model', direction, statisticalOnly: true, hundredths: 0 }
    drafts.set('outside', { points: (points * outside) / total, reason })
  }
  for (const [key, draft] of drafts) {
    if (draft.points >= points * MINOR_SHARE) continue
    minor += draft.points
    minorCount += 1
    drafts.delete(key)
  }
  const result: Draft[] = [...drafts.values()]
  if (minorCount > 0) {
    result.push({ points: minor, reason: { code: 'minor-evidence', direction, count: minorCount, hundredths: 0 } })
  }
  return result
}

/** Word pairs shown with a statistical reason, and how close they must be to mean anything to a reader. */
const PAIRS_MAX = 6
const CLOSENESS_MIN = 0.4

/**
 * Credits the embedding's part: to a concept or word where the two closest words belong to it on both sides, and what
 * is left to "similar wording".
 */
function creditWording(
  index: MatchIndex,
  direction: Direction,
  need: IndexedProfile,
  offer: IndexedProfile,
  points: number,
  drafts: Map<string, { points: number; reason: Reason }>,
): void {
  if (points <= 0) return
  const add = (key: string, part: number, reason: Reason): void => {
    const known = drafts.get(key)
    if (known) known.points += part
    else drafts.set(key, { points: part, reason })
  }
  const noSharedConcept = drafts.size === 0
  const statistical: WordPair[] = []
  let rest = points
  for (const pair of alignWords(index, need, offer)) {
    const shared = sharedFeature(index, need, offer, pair)
    if (shared === null) {
      statistical.push(pair)
      continue
    }
    const { key, reason } = describeFeature(index, direction, need, offer, shared)
    add(key, points * pair.share, reason)
    rest -= points * pair.share
  }
  if (rest < points * 1e-6) return
  const pairs = statistical
    .filter(({ closeness }) => closeness >= CLOSENESS_MIN)
    .slice(0, PAIRS_MAX)
    .map((pair) => ({ need: pair.need.spans, offer: pair.offer.spans }))
  add('wording', rest, {
    code: 'similar-wording',
    direction,
    statisticalOnly: true,
    noSharedConcept,
    pairs,
    hundredths: 0,
  })
}

/** The concept or word that both words of a pair stand for, if any. */
function sharedFeature(index: MatchIndex, need: IndexedProfile, offer: IndexedProfile, pair: WordPair): number | null {
  const feature =
    pair.need.concept >= 0
      ? pair.need.concept === pair.offer.concept
        ? pair.need.concept
        : undefined
      : pair.need.stem === pair.offer.stem
        ? index.book.ids.get(`word ${pair.need.stem}`)
        : undefined
  return feature !== undefined && need.features.includes(feature) && offer.features.includes(feature) ? feature : null
}

/** The reason a shared feature stands for; features with one key are one reason. */
function describeFeature(
  index: MatchIndex,
  direction: Direction,
  need: IndexedProfile,
  offer: IndexedProfile,
  feature: number,
): { key: string; reason: Reason } {
  const kind = index.book.kinds[feature] ?? 'word'
  const name = index.book.names[feature] ?? ''
  if (kind === 'concept') return describeConcept(index, direction, need, offer, feature)
  if (kind === 'technology' || kind === 'market') {
    return { key: `${kind} ${name}`, reason: { code: 'keyword', direction, list: kind, keyword: name, hundredths: 0 } }
  }
  const spans = { need: spansOf(need, [feature]), offer: spansOf(offer, [feature]) }
  const sameWord = spans.need.some(({ surface }) =>
    spans.offer.some((other) => other.surface.toLowerCase() === surface.toLowerCase()),
  )
  if (kind === 'skeleton' && !sameWord) {
    return { key: `sound ${name}`, reason: { code: 'sound-alike', direction, skeleton: name, ...spans, hundredths: 0 } }
  }
  const word = kind === 'word' ? name : (spans.need[0]?.surface.toLowerCase() ?? name)
  const key = `word ${spans.need[0]?.textIndex ?? ''} ${spans.need[0]?.start ?? name}`
  return { key, reason: { code: 'word', direction, word, ...spans, hundredths: 0 } }
}

/**
 * A concept that both name, or one that both only imply: then it stands behind a narrower concept that both name, or
 * behind different ones, and the reason says which.
 */
function describeConcept(
  index: MatchIndex,
  direction: Direction,
  need: IndexedProfile,
  offer: IndexedProfile,
  concept: number,
): { key: string; reason: Reason } {
  const needNamed = namedUnder(index, need, concept)
  const offerNamed = namedUnder(index, offer, concept)
  const both = needNamed.includes(concept) && offerNamed.includes(concept)
  const shared = both ? concept : needNamed.find((named) => offerNamed.includes(named))
  const idOf = (at: number): string => index.tree.ids[at] ?? ''
  if (shared !== undefined) {
    const spans = { need: spansOf(need, [shared]), offer: spansOf(offer, [shared]) }
    const conceptId = idOf(shared)
    return { key: `concept ${conceptId}`, reason: { code: 'concept', direction, conceptId, ...spans, hundredths: 0 } }
  }
  return {
    key: `related ${idOf(concept)}`,
    reason: {
      code: 'related-concept',
      direction,
      conceptId: idOf(concept),
      needConceptIds: needNamed.map(idOf),
      offerConceptIds: offerNamed.map(idOf),
      need: spansOf(need, needNamed),
      offer: spansOf(offer, offerNamed),
      hundredths: 0,
    },
  }
}

/** Concepts the profile names that speak of `concept`: itself, its children, their children. */
function namedUnder({ tree }: MatchIndex, profile: IndexedProfile, concept: number): number[] {
  const found: number[] = []
  profile.features.forEach((feature, position) => {
    if (feature >= tree.ids.length || profile.named[position] === 0) return
    const parent = tree.parents[feature] ?? -1
    const grandparent = parent < 0 ? -1 : (tree.parents[parent] ?? -1)
    if (feature === concept || parent === concept || grandparent === concept) found.push(feature)
  })
  return found
}

function spansOf({ evidence, profile }: IndexedProfile, features: readonly number[]): EvidenceSpan[] {
  const spans: EvidenceSpan[] = []
  for (let at = 0; at < evidence.length; at += 4) {
    if (!features.includes(evidence[at] ?? -1)) continue
    const textIndex = evidence[at + 1] ?? 0
    const text = profile.texts[textIndex]
    if (!text) continue
    const start = evidence[at + 2] ?? 0
    const end = evidence[at + 3] ?? 0
    const { field, locale } = text
    spans.push({ profileId: profile.id, field, locale, textIndex, start, end, surface: text.text.slice(start, end) })
  }
  return spans
}

function draftSoft({ languages, sizes, certifications }: SoftFactors, points: number): Draft[] {
  const drafts: Draft[] = []
  if (languages.share > 0) {
    drafts.push({
      points: points * languages.share,
      reason: { code: 'shared-language', languages: languages.shared, hundredths: 0 },
    })
  }
  for (const { share, partyId, size } of sizes) {
    drafts.push({ points: points * share, reason: { code: 'size-wanted', partyId, size, hundredths: 0 } })
  }
  for (const { share, partyId, certifications: named } of certifications) {
    drafts.push({
      points: points * share,
      reason: { code: 'certification-named', partyId, certifications: named, hundredths: 0 },
    })
  }
  return drafts
}

/** Rounds to hundredths by largest remainder, so that the parts sum to the rounded `whole`. Parts of 0 are left out. */
function roundDrafts(drafts: readonly Draft[], whole: number): { score: number; reasons: Reason[] } {
  const total = Math.round(100 * whole)
  const parts = drafts.map(({ points, reason }) => {
    const hundredths = Math.floor(points * 100)
    return { hundredths, rest: points * 100 - hundredths, reason }
  })
  let missing = total - parts.reduce((sum, { hundredths }) => sum + hundredths, 0)
  for (const part of parts.toSorted((a, b) => b.rest - a.rest)) {
    if (missing <= 0) break
    part.hundredths += 1
    missing -= 1
  }
  const reasons = parts
    .filter(({ hundredths }) => hundredths > 0)
    .toSorted((a, b) => b.hundredths - a.hundredths)
    .map(({ hundredths, reason }) => ({ ...reason, hundredths }))
  return { score: total / 100, reasons }
}

function describeDirection(index: MatchIndex, best: BestPair | null): DirectionScore {
  if (!best) return { score: 0, needProfileId: null, offerProfileId: null, evidence: 'none' }
  const { features, total } = best.content
  return {
    score: Math.round(best.points * 100) / 100,
    needProfileId: index.profiles[best.need]?.profile.id ?? null,
    offerProfileId: index.profiles[best.offer]?.profile.id ?? null,
    evidence: features.length > 0 ? 'shared' : total > 0 ? 'statistical' : 'none',
  }
}

/** Worth nothing, but a person wants to know: who said nothing, and which way could not be judged. */
function remarks(
  index: MatchIndex,
  a: number,
  b: number,
  forward: BestPair | null,
  backward: BestPair | null,
): Reason[] {
  const silent = [a, b].filter((party) =>
    (index.profilesOfParty[party] ?? []).every((profile) => index.profiles[profile]?.empty !== false),
  )
  const reasons: Reason[] = silent.map((party) => ({
    code: 'empty-profile',
    partyId: index.parties[party]?.id ?? '',
    hundredths: 0,
  }))
  if (forward && !backward) reasons.push({ code: 'one-way', direction: 'forward', hundredths: 0 })
  if (backward && !forward) reasons.push({ code: 'one-way', direction: 'backward', hundredths: 0 })
  return reasons
}
