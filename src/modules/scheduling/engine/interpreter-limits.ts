import type { CompiledProblem } from './compile.ts'

/** No more than `most` meetings of these language pairs in the slot. */
export interface InterpreterLimit {
  readonly slot: number
  readonly pairs: readonly number[]
  readonly most: number
}

/** Beyond this only single pairs, couples of them and all together are looked at: 2^n groups would be too many. */
const PAIRS_FOR_ALL_GROUPS = 10

/**
 * The conditions of Hall's theorem: interpreters suffice in a slot when, for each group of language pairs, there are as
 * many who can do one of them as meetings. Left out is what the requests cannot exceed, and what groups of fewer pairs
 * say already. Requests of fate -1 are never held.
 */
export function interpreterLimits(problem: CompiledProblem, fates: Int8Array): InterpreterLimit[] {
  const count = problem.languagePairs.length
  const wanted = wantedPairs(problem, fates)
  return abilities(problem).flatMap((able, slot) =>
    groups(count).flatMap((group) => {
      const most = suppliers(able, group)
      const demand = wanted[slot]!.filter((l) => isWithin(l, group)).length
      if (demand <= most || isSplit(able, group, most)) return []
      return [{ slot, most, pairs: Array.from({ length: count }, (_, l) => l).filter((l) => isWithin(l, group)) }]
    }),
  )
}

const isWithin = (l: number, group: number): boolean => (group & (2 ** l)) !== 0

function groups(count: number): number[] {
  if (count === 0) return []
  if (count <= PAIRS_FOR_ALL_GROUPS) return Array.from({ length: 2 ** count - 1 }, (_, at) => at + 1)
  // Bits reach to 30 pairs; what lies beyond is left out, as the couples of three and more are.
  const single = Array.from({ length: Math.min(count, 30) }, (_, l) => 2 ** l)
  return [...single, ...single.flatMap((a, at) => single.slice(at + 1).map((b) => a + b))]
}

/** For each slot the pairs of the requests that could be held in it. */
function wantedPairs(
  { slotCount, requestCount, language, candidateSlots }: CompiledProblem,
  fates: Int8Array,
): number[][] {
  const wanted = Array.from({ length: slotCount }, (): number[] => [])
  for (let r = 0; r < requestCount; r++)
    if (language[r]! >= 0 && fates[r]! >= 0) for (const t of candidateSlots[r]!) wanted[t]!.push(language[r]!)
  return wanted
}

/** For each slot and interpreter there, the set of pairs as bits. */
function abilities({
  slotCount,
  interpreterCount,
  interpreterAvailableAt,
  interpretersOf,
}: CompiledProblem): number[][] {
  const bits = Array.from({ length: interpreterCount }, (_, i) =>
    interpretersOf.reduce((set, able, l) => (l < 30 && able.includes(i) ? set + 2 ** l : set), 0),
  )
  return Array.from({ length: slotCount }, (_, t) =>
    bits.filter((_set, i) => interpreterAvailableAt[i * slotCount + t] === 1),
  )
}

const suppliers = (able: readonly number[], group: number): number => able.filter((set) => (set & group) !== 0).length

/** The group can be cut in two parts that share no interpreter: then the parts say it all. */
function isSplit(able: readonly number[], group: number, most: number): boolean {
  for (let part = (group - 1) & group; part > group - part; part = (part - 1) & group)
    if (suppliers(able, part) + suppliers(able, group ^ part) === most) return true
  return false
}
