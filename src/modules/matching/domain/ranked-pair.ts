import type { Id } from '../../../kernel/id.ts'
import type { Match } from '../engine/match.ts'
import { type PlainReason, mirrorReason, plainReason } from './plain-reason.ts'

/** A pair as it is kept: `companyA` is of the side with the lower position, `forward` answers its needs. */
export interface RankedPair {
  readonly companyA: Id
  readonly companyB: Id
  readonly score: number
  readonly forward: number
  readonly backward: number
  /** The strongest, without the places where they were found. */
  readonly reasons: readonly PlainReason[]
}

/** Reasons kept for a list; the full account is made anew when somebody asks for it. */
const KEPT_REASONS = 3

/** Up to this many companies every pair is kept; beyond it the best of each. */
const MOST_COMPANIES_WITH_ALL_PAIRS = 200
const KEPT_PARTNERS = 50

export const partnersToKeep = (companies: number): number =>
  companies <= MOST_COMPANIES_WITH_ALL_PAIRS ? companies : KEPT_PARTNERS

/** Pairs that could be ranked at all: companies of different sides, each pair once. */
export function countPairs(sizesOfSides: readonly number[]): number {
  const all = sizesOfSides.reduce((sum, size) => sum + size, 0)
  return sizesOfSides.reduce((sum, size) => sum + size * (all - size), 0) / 2
}

/** A match as it is kept; `positionOf` orders the sides. */
export const rankedPair = (match: Match, positionOf: (companyId: Id) => number): RankedPair =>
  positionOf(match.a) > positionOf(match.b) ? mirroredPair(match) : pairOf(match)

const pairOf = (match: Match): RankedPair => ({
  companyA: match.a,
  companyB: match.b,
  score: match.score,
  forward: match.forward.score,
  backward: match.backward.score,
  reasons: match.reasons.slice(0, KEPT_REASONS).map((reason) => plainReason(reason, match)),
})

function mirroredPair(match: Match): RankedPair {
  const pair = pairOf(match)
  return {
    companyA: pair.companyB,
    companyB: pair.companyA,
    score: pair.score,
    forward: pair.backward,
    backward: pair.forward,
    reasons: pair.reasons.map(mirrorReason),
  }
}
