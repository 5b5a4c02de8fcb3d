import { explainPair } from './explain.ts'
import { openClasses, passesPartyGates } from './gates.ts'
import type { Match } from './match.ts'
import type { MatchIndex } from './index-shape.ts'
import type { MatchParty } from './party.ts'
import { ONE_WAY_DAMPING, SOFT_SHARE, addSoftFactors, joinDirections, scorePair, weighSoftFactors } from './score.ts'
import { contentToPoints, pointsAtMost, scanShelf } from './similarity.ts'

/**
 * The best partners of one party, best first, equal scores by id; pairs that a gate shuts and pairs with score 0 are
 * left out. `a` of every match is `partyId`. Throws when the id is not in the index.
 */
export const rankPartners = (index: MatchIndex, partyId: string, limit: number): Match[] =>
  bestPartners(index, partyId, limit).map((partner) => explainPair(index, partyId, partner))

/** The ids of `rankPartners`, without the account of each pair, which costs far more than finding it. */
function bestPartners(index: MatchIndex, partyId: string, limit: number): string[] {
  const self = index.positions.get(partyId)
  const own = self === undefined ? null : index.parties[self]
  if (self === undefined || !own) throw new Error(`The index has no party "${partyId}"`)
  return likelyPartners(index, self, own, limit)
    .map((position) => ({ id: index.parties[position]?.id ?? '', score: scorePair(index, self, position) }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
    .slice(0, limit)
    .map(({ id }) => id)
}

/** Scanned scores differ from exact ones in the last digits; so many more are compared exactly than asked for. */
const MARGIN = 8

/** The likeliest partners by scanned score, a few more than `limit`. */
function likelyPartners(index: MatchIndex, self: number, own: MatchParty, limit: number): number[] {
  return reachablePartners(index, self, own, limit + MARGIN)
    .map(({ position, other, joined }) => ({
      position,
      score: addSoftFactors(joined, weighSoftFactors(own, other)),
    }))
    .toSorted((a, b) => b.score - a.score)
    .slice(0, limit + MARGIN)
    .map(({ position }) => position)
}

interface Reachable {
  readonly position: number
  readonly other: MatchParty
  readonly joined: number
}

/** Everybody who can stand among the best `wanted` of a party whatever the soft factors add, gates applied. */
function reachablePartners(index: MatchIndex, self: number, own: MatchParty, wanted: number): Reachable[] {
  const forward = bestContent(index, self, 'request')
  const backward = bestContent(index, self, 'offer')
  const best = openTop(wanted)
  const found: Reachable[] = []
  for (let position = 0; position < index.parties.length; position += 1) {
    const there = forward[position]!
    const back = backward[position]!
    if (there <= 0 && back <= 0) continue
    // Soft factors add at most SOFT_SHARE, so nobody below this can still catch up.
    const floor = best[0]! * (1 - SOFT_SHARE)
    if (joinedAtMost(there, back) < floor) continue
    const other = index.parties[position]
    if (!other || !passesPartyGates(own, other, index.policy)) continue
    const joined = joinDirections(there < 0 ? null : contentToPoints(there), back < 0 ? null : contentToPoints(back))
    if (joined <= 0 || joined < floor) continue
    found.push({ position, other, joined })
    raiseTop(best, joined)
  }
  return found.filter(({ joined }) => joined >= best[0]! * (1 - SOFT_SHARE))
}

/** The largest values so far, smallest first. */
const openTop = (count: number): Float64Array => new Float64Array(count)

function raiseTop(top: Float64Array, value: number): void {
  if (value <= top[0]!) return
  let at = 0
  for (; at + 1 < top.length && top[at + 1]! < value; at += 1) top[at] = top[at + 1]!
  top[at] = value
}

/** Never below `joinDirections` of the two contents (-1: cannot be judged), and cheap. */
const joinedAtMost = (there: number, back: number): number =>
  there >= 0 && back >= 0
    ? Math.sqrt(pointsAtMost(there) * pointsAtMost(back))
    : ONE_WAY_DAMPING * pointsAtMost(Math.max(there, back))

/** Best content by party between own profiles of `kind` and the others' of the opposite kind; -1 where none is open. */
function bestContent(index: MatchIndex, self: number, kind: 'request' | 'offer'): Float32Array {
  const best = new Float32Array(index.parties.length).fill(-1)
  const shelf = kind === 'request' ? index.offers : index.requests
  const owner = index.parties[self]
  for (const profileAt of index.profilesOfParty[self] ?? []) {
    const own = index.profiles[profileAt]
    if (!owner || !own || own.profile.kind !== kind) continue
    const contents = scanShelf(index, own)
    const open = openClasses(index.gateClasses, own.profile, owner)
    for (let row = 0; row < contents.length; row += 1) {
      const party = shelf.parties[row]!
      if (contents[row]! > best[party]! && open[shelf.gateClasses[row]!] === 1) best[party] = contents[row]!
    }
  }
  return best
}

export interface RankingOptions {
  /** Partners kept per party. */
  readonly limit: number
  /** Called after each party with how many of how many are done. */
  readonly onProgress?: (done: number, total: number) => void
  /** Asked before each party; true ends the run with what there is. */
  readonly shouldStop?: () => boolean
}

/**
 * The pairs of `rankPartners` of every party, in the order the parties were added. A pair that both keep comes once,
 * as the first of them sees it. Lazy, so that nobody has to hold all accounts at once.
 */
export function* rankPairs(index: MatchIndex, options: RankingOptions): Generator<Match> {
  const seen = new Map<string, Set<string>>()
  const total = index.positions.size
  let done = 0
  for (const partyId of index.positions.keys()) {
    if (options.shouldStop?.()) return
    const partners = bestPartners(index, partyId, options.limit)
    for (const partner of partners) {
      if (!seen.get(partner)?.has(partyId)) yield explainPair(index, partyId, partner)
    }
    seen.set(partyId, new Set(partners))
    done += 1
    options.onProgress?.(done, total)
  }
}
