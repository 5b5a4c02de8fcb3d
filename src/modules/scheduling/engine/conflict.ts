import type { ScheduleProblem } from './problem.ts'
import { solve } from './solve.ts'

export interface Conflict {
  /** Musts and pinned meetings, the given one among them, that cannot all be held. */
  readonly requests: readonly string[]
  /** Each smaller set can be held, so none of them is innocent. */
  readonly isMinimal: boolean
  /** The conflict follows from the bound, not only from a search that found no way. */
  readonly isProven: boolean
}

const TRIAL_ITERATIONS = 20_000

/**
 * Why a must cannot be held: a minimal set of musts and pins that exclude each other, by leaving out one after the
 * other what the conflict does not need. Null when all musts and pins can be held together after all.
 */
export function findConflict(problem: ScheduleProblem, request: string): Conflict | null {
  const due = problem.requests.filter((r) => r.id === request || r.wish === 'must' || r.pinned !== undefined)
  if (
    canHoldAll(
      problem,
      due.map((r) => r.id),
    )
  )
    return null
  let conflict = due.map((r) => r.id)
  for (const id of due.map((r) => r.id)) {
    if (id === request) continue
    const rest = conflict.filter((other) => other !== id)
    if (!canHoldAll(problem, rest)) conflict = rest
  }
  return { requests: conflict, isMinimal: true, isProven: isProvenImpossible(problem, conflict) }
}

const restrictedTo = (problem: ScheduleProblem, ids: readonly string[]): ScheduleProblem => ({
  ...problem,
  requests: problem.requests.filter((r) => ids.includes(r.id)).map((r) => ({ ...r, wish: 'must' as const, weight: 1 })),
})

function canHoldAll(problem: ScheduleProblem, ids: readonly string[]): boolean {
  const { value } = solve(restrictedTo(problem, ids), { seed: 1, iterationLimit: TRIAL_ITERATIONS, elapsedMs: () => 0 })
  return value.held === value.requested
}

function isProvenImpossible(problem: ScheduleProblem, ids: readonly string[]): boolean {
  // As wants of weight 1, the bound counts how many can be held at most.
  const counted = restrictedTo(problem, ids)
  const wants = { ...counted, requests: counted.requests.map((r) => ({ ...r, wish: 'want' as const })) }
  const { bound, value } = solve(wants, { seed: 1, iterationLimit: 1_000, elapsedMs: () => 0 })
  return bound.weight < value.requested
}
