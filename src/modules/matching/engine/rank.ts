import { explainPair } from './explain.ts'
import { openClasses, passesPartyGates } from './gates.ts'
import type { Match } from './match.ts'
import type { MatchIndex } from './index-shape.ts'
import { SOFT_SHARE, addSoftFactors, joinDirections, weighSoftFactors } from './score.ts'
import { contentToPoints, scanShelf } from './similarity.ts'

/**
 * The best partners of one party, best first, equal scores by id; pairs that a gate shuts and pairs with score 0 are
 * left out. `a` of every match is `partyId`. Throws when the id is not in the index.
 */
export function rankPartners(index: MatchIndex, partyId: string, limit: number): Match[] {
  const self = index.positions.get(partyId)
  if (self === undefined) throw new Error(`The index has no party "${partyId}"`)
  return chooseCandidates(index, self, limit)
    .map((candidate) => explainPair(index, partyId, index.parties[candidate]?.id ?? ''))
    .filter(({ score }) => score > 0)
    .toSorted(byScore)
    .slice(0, limit)
}

const byScore = (a: Match, b: Match): number => b.score - a.score || (a.b < b.b ? -1 : 1)

/** Scanned scores differ from exact ones in the last digits; so many more are explained than asked for. */
const MARGIN = 3

/** The likeliest `limit` partners by scanned score, best first. */
function chooseCandidates(index: MatchIndex, self: number, limit: number): number[] {
  const own = index.parties[self]
  if (!own) return []
  const joined = joinedWithAll(index, self)
  const last = nthLargest(joined, limit + MARGIN)
  const reachable: { position: number; score: number }[] = []
  joined.forEach((value, position) => {
    const other = index.parties[position]
    // Soft factors add at most SOFT_SHARE, so nobody below this can still catch up.
    if (!other || value <= 0 || value < last * (1 - SOFT_SHARE)) return
    reachable.push({ position, score: addSoftFactors(value, weighSoftFactors(own, other)) })
  })
  return reachable
    .toSorted((a, b) => b.score - a.score)
    .slice(0, limit + MARGIN)
    .map(({ position }) => position)
}

/** The n-th largest value (1 is the largest), 0 when there are fewer. A small heap-free selection: n is small. */
function nthLargest(values: Float32Array, n: number): number {
  const top = new Float32Array(Math.min(n, values.length))
  if (top.length < n) return 0
  for (const value of values) {
    if (value <= top[0]!) continue
    let at = 0
    while (at + 1 < n && top[at + 1]! < value) {
      top[at] = top[at + 1]!
      at += 1
    }
    top[at] = value
  }
  return top[0]!
}

/** Joined directions of one party with every other, by position; 0 where a gate is shut. */
function joinedWithAll(index: MatchIndex, self: number): Float32Array {
  const forward = bestContent(index, self, 'request')
  const backward = bestContent(index, self, 'offer')
  const own = index.parties[self]
  const joined = new Float32Array(index.parties.length)
  index.parties.forEach((other, position) => {
    const there = forward[position] ?? -1
    const back = backward[position] ?? -1
    if (!own || !other || (there <= 0 && back <= 0) || !passesPartyGates(own, other, index.policy)) return
    joined[position] = joinDirections(
      there < 0 ? null : contentToPoints(there),
      back < 0 ? null : contentToPoints(back),
    )
  })
  return joined
}

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

export interface RankAllOptions {
  /** Partners kept per party. */
  readonly limit: number
  /** Called after each party with how many of how many are done. */
  readonly onProgress?: (done: number, total: number) => void
  /** Asked before each party; true ends the run with what there is. */
  readonly shouldStop?: () => boolean
}

export interface Ranking {
  readonly partyId: string
  readonly matches: readonly Match[]
}

/** `rankPartners` for every party, in the order they were added. Stopped early, it returns the parties done so far. */
export function rankAll(index: MatchIndex, options: RankAllOptions): Ranking[] {
  const rankings: Ranking[] = []
  const total = index.positions.size
  for (const partyId of index.positions.keys()) {
    if (options.shouldStop?.()) break
    rankings.push({ partyId, matches: rankPartners(index, partyId, options.limit) })
    options.onProgress?.(rankings.length, total)
  }
  return rankings
}
