import type { ScheduleProblem } from './problem.ts'
import type { ScheduleSolution, ScheduleValue } from './solution.ts'
import { solve, type SolveOptions } from './solve.ts'
import { bestStart } from './warm-start.ts'

/** What is varied: tables more or less at once, slots more at the end of a day, interpreters less. */
export type WhatIfQuestion =
  | { readonly code: 'tables'; readonly steps: readonly number[] }
  | { readonly code: 'slots'; readonly day: string; readonly steps: readonly number[] }
  | { readonly code: 'interpreters'; readonly leaving: readonly string[] }

export interface WhatIfPoint {
  /** How many more (or less); for interpreters the number that has left. */
  readonly step: number
  readonly value: ScheduleValue
  readonly boundWeight: number
  readonly solution: ScheduleSolution
}

/**
 * The value reached at each step of the question: meetings held, weight, idle gaps. Each step begins at the best of
 * `starts` (the present schedule, and what steps with less have reached) and of the step below, so that more is never
 * worth less and the present step never less than what is held. `limits` hold for each point.
 */
export function whatIf(
  problem: ScheduleProblem,
  starts: readonly ScheduleSolution[],
  question: WhatIfQuestion,
  limits: Pick<SolveOptions, 'seed' | 'iterationLimit' | 'budgetMs' | 'elapsedMs' | 'shouldStop' | 'linearSolver'>,
): WhatIfPoint[] {
  const points = new Map<number, WhatIfPoint>()
  let below: readonly ScheduleSolution[] = []
  const variants = listVariants(problem, question)
  for (const { step, variant } of variants.toSorted((a, b) => a.resources - b.resources)) {
    const fromMs = limits.elapsedMs()
    const warmStart = bestStart(variant, [...starts, ...below])
    const solution = solve(variant, {
      ...limits,
      elapsedMs: () => limits.elapsedMs() - fromMs,
      ...(warmStart === undefined ? {} : { warmStart }),
    })
    below = [solution]
    points.set(step, { step, value: solution.value, boundWeight: solution.bound.weight, solution })
  }
  return variants.flatMap(({ step }) => points.get(step) ?? [])
}

/** `resources`: greater where there is more of what is asked for. */
function listVariants(
  problem: ScheduleProblem,
  question: WhatIfQuestion,
): { step: number; resources: number; variant: ScheduleProblem }[] {
  switch (question.code) {
    case 'tables':
      return question.steps.map((step) => ({ step, resources: step, variant: withTables(problem, step) }))
    case 'slots':
      return question.steps.map((step) => ({
        step,
        resources: step,
        variant: withSlots(problem, question.day, step),
      }))
    case 'interpreters':
      return Array.from({ length: question.leaving.length + 1 }, (_, step) => {
        const gone = question.leaving.slice(0, step)
        const interpreters = problem.interpreters.filter((i) => !gone.includes(i.id))
        return { step, resources: -step, variant: { ...problem, interpreters } }
      })
  }
}

function withTables(problem: ScheduleProblem, step: number): ScheduleProblem {
  const tables = problem.places.filter((place) => place.kind === 'table')
  const others = problem.places.filter((place) => place.kind !== 'table')
  const kept = step < 0 ? tables.slice(0, Math.max(0, tables.length + step)) : tables
  const extra = Array.from({ length: problem.places.length === 0 ? 0 : Math.max(0, step) }, (_, n) => ({
    id: `+ table ${n + 1}`,
    kind: 'table' as const,
  }))
  return {
    ...problem,
    places: [...kept, ...extra, ...others],
    ...(problem.capacities === undefined
      ? {}
      : {
          capacities: problem.capacities.map((capacity) =>
            capacity.table === undefined ? capacity : { ...capacity, table: Math.max(0, capacity.table + step) },
          ),
        }),
  }
}

/** More slots at the end of the day, each as long as its last one, with its buffer; whoever is there in the last one stays. */
function withSlots(problem: ScheduleProblem, day: string, step: number): ScheduleProblem {
  const ofDay = problem.slots.filter((slot) => slot.day === day)
  const last = ofDay.at(-1)
  if (last === undefined || step === 0) return problem
  if (step < 0) {
    const gone = new Set(ofDay.slice(step).map((slot) => slot.id))
    return { ...problem, slots: problem.slots.filter((slot) => !gone.has(slot.id)), ...withoutSlots(problem, gone) }
  }
  const bufferMs = (last.bufferMinutes ?? problem.bufferMinutes ?? 0) * 60_000
  const lengthMs =
    last.startsAt === undefined || last.endsAt === undefined
      ? 0
      : Date.parse(last.endsAt) - Date.parse(last.startsAt) + bufferMs
  const later = (instant: string | undefined, n: number): string | undefined =>
    instant === undefined ? undefined : new Date(Date.parse(instant) + n * lengthMs).toISOString()
  const added = Array.from({ length: step }, (_, at) => {
    const startsAt = later(last.startsAt, at + 1)
    const endsAt = later(last.endsAt, at + 1)
    return { ...last, id: `${last.id} + ${at + 1}`, ...(startsAt && endsAt ? { startsAt, endsAt } : {}) }
  })
  const ids = added.map((slot) => slot.id)
  const at = problem.slots.indexOf(last) + 1
  const stay = <T extends { readonly availableSlots: readonly string[] }>(those: readonly T[]): T[] =>
    those.map((one) =>
      one.availableSlots.includes(last.id) ? { ...one, availableSlots: [...one.availableSlots, ...ids] } : one,
    )
  const capacity = problem.capacities?.find((one) => one.slot === last.id)
  return {
    ...problem,
    slots: [...problem.slots.slice(0, at), ...added, ...problem.slots.slice(at)],
    participants: stay(problem.participants),
    interpreters: stay(problem.interpreters),
    places: problem.places.map((place) =>
      place.availableSlots?.includes(last.id) === true
        ? { ...place, availableSlots: [...place.availableSlots, ...ids] }
        : place,
    ),
    ...(capacity === undefined
      ? {}
      : { capacities: [...problem.capacities!, ...ids.map((slot) => ({ ...capacity, slot }))] }),
  }
}

function withoutSlots(problem: ScheduleProblem, gone: ReadonlySet<string>): Partial<ScheduleProblem> {
  const stay = <T extends { readonly availableSlots: readonly string[] }>(those: readonly T[]): T[] =>
    those.map((one) => ({ ...one, availableSlots: one.availableSlots.filter((slot) => !gone.has(slot)) }))
  return {
    participants: stay(problem.participants),
    interpreters: stay(problem.interpreters),
    ...(problem.capacities === undefined
      ? {}
      : { capacities: problem.capacities.filter((one) => !gone.has(one.slot)) }),
  }
}
