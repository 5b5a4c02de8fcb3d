import type { Id } from '../../../kernel/id.ts'
import { type Result, ok, refuse } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Actor } from '../../accounts/index.ts'
import { solutionOfDraft } from '../domain/assessment.ts'
import { differences } from '../domain/differences.ts'
import { type EventDisturbance, decideDisturbance, frozenTimeslots } from '../domain/disturbance.ts'
import { mayEditSchedule } from '../domain/policy.ts'
import { type RepairChoice, choicesOf, problemOfRepair } from '../domain/repair.ts'
import { repairInWorker } from '../solver/study-in-worker.ts'
import { loadFacts } from '../store/facts-store.ts'

export interface ProposeRepair {
  readonly programmeId: Id
  readonly eventId: Id
  readonly disturbance: EventDisturbance
  /** Nothing that begins within this many minutes moves. */
  readonly frozenMinutes: number
}

export interface RepairProposal {
  /** Of the draft the choices start from: what `applyRepair` has to be told. */
  readonly revision: number
  readonly frozenTimeslots: readonly Id[]
  /** Differences of the draft from the released version that were there before; a release tells them too. */
  readonly pendingChanges: number
  /** The fewest moves first, at least one. */
  readonly choices: readonly RepairChoice[]
}

const SEARCH_MS = 400

/**
 * Ways to go on after a disturbance, the one with the fewest moved meetings first. Reads only; one of the choices is
 * made true by `applyRepair`. Refuses with `scheduling.absent`, `solving`, `nothing-to-repair` (no draft),
 * `nothing-lost`, `already-placed`, `not-in-draft`.
 */
export async function proposeRepair(
  platform: Platform,
  actor: Actor,
  { programmeId, eventId, disturbance, frozenMinutes }: ProposeRepair,
): Promise<Result<RepairProposal>> {
  if (!mayEditSchedule(actor, programmeId)) return refuse('absent', 'scheduling.absent')
  const facts = await loadFacts(platform.db, programmeId, eventId)
  if (!facts) return refuse('absent', 'scheduling.absent')
  if (facts.solving) return refuse('conflict', 'scheduling.solving')
  if (facts.draft.scheduleId === null) return refuse('conflict', 'scheduling.nothing-to-repair')
  const now = platform.clock.now()
  const decided = decideDisturbance(facts, disturbance, now)
  if (!decided.ok) return decided
  const { facts: after, engine } = decided.value
  const problem = problemOfRepair(after)
  const frozenSlots = frozenTimeslots(facts, now, frozenMinutes)
  const repairs = await repairInWorker({
    // The engine adds a new request itself.
    problem: engine.code === 'new-request' ? withoutRequest(problem, engine.request.id) : problem,
    published: solutionOfDraft(problem, facts),
    disturbance: engine,
    options: [
      { frozenSlots, fillHoles: false, budgetMs: SEARCH_MS },
      { frozenSlots, fillHoles: true, budgetMs: SEARCH_MS },
    ],
  })
  const released = (facts.released?.meetings ?? []).filter(({ status }) => status === 'planned')
  return ok({
    revision: facts.draft.revision,
    frozenTimeslots: frozenSlots,
    pendingChanges: facts.released ? differences(released, facts.draft.meetings).length : 0,
    choices: choicesOf(facts, after, repairs),
  })
}

const withoutRequest = <Problem extends { readonly requests: readonly { readonly id: Id }[] }>(
  problem: Problem,
  id: Id,
): Problem => ({ ...problem, requests: problem.requests.filter((request) => request.id !== id) })
