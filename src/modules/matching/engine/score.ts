import { compactName } from './features.ts'
import { passesProfileGates } from './gates.ts'
import type { MatchIndex } from './index-shape.ts'
import type { MatchParty } from './party.ts'
import { type Content, compareProfiles, contentToPoints } from './similarity.ts'

/** What a direction is worth when the other cannot be judged, because a side asks for nothing or offers nothing. */
export const ONE_WAY_DAMPING = 0.6

/** Share of the score that soft factors can take away; content alone decides the rest. */
export const SOFT_SHARE = 0.1

/** The best open request–offer pair of one direction; null when there is none to judge. */
export interface BestPair {
  readonly need: number
  readonly offer: number
  readonly content: Content
  /** 0..100 */
  readonly points: number
}

/** Requests of `needParty` against offers of `offerParty`, gates applied. Positions of parties in the index. */
export function bestPair(index: MatchIndex, needParty: number, offerParty: number): BestPair | null {
  const needOwner = index.parties[needParty]
  const offerOwner = index.parties[offerParty]
  if (!needOwner || !offerOwner) return null
  let best: BestPair | null = null
  for (const needAt of index.profilesOfParty[needParty] ?? []) {
    const need = index.profiles[needAt]
    if (!need || need.profile.kind !== 'request') continue
    for (const offerAt of index.profilesOfParty[offerParty] ?? []) {
      const offer = index.profiles[offerAt]
      if (!offer || offer.profile.kind !== 'offer') continue
      if (!passesProfileGates(need.profile, needOwner, offer.profile, offerOwner)) continue
      const content = compareProfiles(index, need, offer)
      if (!best || content.total > best.content.total) {
        best = { need: needAt, offer: offerAt, content, points: contentToPoints(content.total) }
      }
    }
  }
  return best
}

/**
 * Both directions joined, 0..100, before soft factors: the geometric mean, so that a good half cannot hide a bad one;
 * one direction alone counts `ONE_WAY_DAMPING`.
 */
export function joinDirections(forward: number | null, backward: number | null): number {
  if (forward !== null && backward !== null) return Math.sqrt(forward * backward)
  return ONE_WAY_DAMPING * (forward ?? backward ?? 0)
}

/** Score of two parties as it is shown, 0..100 with two decimals; gates on the parties themselves are the caller's. */
export function scorePair(index: MatchIndex, a: number, b: number): number {
  const [own, other] = [index.parties[a], index.parties[b]]
  if (!own || !other) return 0
  const forward = bestPair(index, a, b)?.points ?? null
  const backward = bestPair(index, b, a)?.points ?? null
  return Math.round(100 * addSoftFactors(joinDirections(forward, backward), weighSoftFactors(own, other))) / 100
}

/** Score of a pair before rounding: content, and the soft factors' share of it. */
export const addSoftFactors = (joined: number, soft: SoftFactors): number =>
  joined * (1 - SOFT_SHARE + SOFT_SHARE * soft.total)

/** Soft factors of a pair, each with its share of `SOFT_SHARE` (shares sum to at most 1). */
export interface SoftFactors {
  readonly languages: { readonly share: number; readonly shared: readonly string[] }
  readonly sizes: readonly { readonly share: number; readonly partyId: string; readonly size: string }[]
  readonly certifications: readonly {
    readonly share: number
    readonly partyId: string
    readonly certifications: readonly string[]
  }[]
  readonly total: number
}

const LANGUAGE_SHARE = 0.5
const SIZE_SHARE = 0.15
const CERTIFICATION_SHARE = 0.1

export function weighSoftFactors(a: MatchParty, b: MatchParty): SoftFactors {
  const shared = a.languages.filter((language) => b.languages.includes(language)).toSorted()
  const languages = { share: shared.length > 0 ? LANGUAGE_SHARE : 0, shared }
  const sizes = [...wantedSize(a, b), ...wantedSize(b, a)]
  const certifications = [...namedCertifications(a, b), ...namedCertifications(b, a)]
  const total = [languages, ...sizes, ...certifications].reduce((sum, { share }) => sum + share, 0)
  return { languages, sizes, certifications, total }
}

/** `owner`'s size is one that a profile of `other` asks for. */
function wantedSize(owner: MatchParty, other: MatchParty): SoftFactors['sizes'][number][] {
  const { size } = owner
  if (size === null || !other.profiles.some(({ partnerSizes }) => partnerSizes.includes(size))) return []
  return [{ share: SIZE_SHARE, partyId: owner.id, size }]
}

/** Certificates of `owner` that a request of `other` names. */
function namedCertifications(owner: MatchParty, other: MatchParty): SoftFactors['certifications'][number][] {
  if (!owner.certifications?.length) return []
  const texts = other.profiles
    .filter(({ kind }) => kind === 'request')
    .flatMap((profile) => profile.texts.map(({ text }) => compactName(text)))
  const named = owner.certifications.filter((name) => {
    const compact = compactName(name)
    return compact.length >= 2 && texts.some((text) => text.includes(compact))
  })
  return named.length > 0 ? [{ share: CERTIFICATION_SHARE, partyId: owner.id, certifications: named }] : []
}
