import type { Id } from '../../../kernel/id.ts'
import { type Result, ok, refuse } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Actor } from '../../accounts/index.ts'
import { solutionOfDraft } from '../domain/assessment.ts'
import { type UnmetOutcome, outcomeOf } from '../domain/outcome.ts'
import { mayEditSchedule } from '../domain/policy.ts'
import { problemOfEvent } from '../domain/problem-of-event.ts'
import { findChangesInWorker } from '../solver/study-in-worker.ts'
import { loadFacts } from '../store/facts-store.ts'
import { saveOutcome } from '../store/schedule-store.ts'

export interface OfUnmet {
  readonly programmeId: Id
  readonly eventId: Id
  readonly requestId: Id
  /** The draft's revision that is looked at. */
  readonly revision: number
}

const SEARCH_MS = 3000

/**
 * Why a request has no meeting in the draft as it stands, and the cheapest change that would give it one, proven by
 * solving with it. What is found is kept with the draft, so that it can be applied; the draft itself stays.
 */
export async function findCheapestChange(
  platform: Platform,
  actor: Actor,
  { programmeId, eventId, requestId, revision }: OfUnmet,
): Promise<Result<UnmetOutcome>> {
  if (!mayEditSchedule(actor, programmeId)) return refuse('absent', 'scheduling.absent')
  const facts = await loadFacts(platform.db, programmeId, eventId)
  if (!facts || !facts.requests.some(({ id }) => id === requestId)) return refuse('absent', 'scheduling.absent')
  if (facts.solving) return refuse('conflict', 'scheduling.solving')
  if (facts.draft.revision !== revision) return refuse('conflict', 'scheduling.draft-changed')
  const problem = problemOfEvent(facts)
  const solution = solutionOfDraft(problem, facts)
  const changes = await findChangesInWorker({ problem, solution, requests: [requestId], budgetMs: SEARCH_MS })
  const found = outcomeOf(solution, { changes, elapsedMs: 0 }).unmet.find((unmet) => unmet.requestId === requestId)
  if (!found) return refuse('conflict', 'scheduling.already-placed')
  const { outcome } = facts.draft
  const others = outcome.unmet.filter((unmet) => unmet.requestId !== requestId)
  const saved = await saveOutcome(
    platform.db,
    { programmeId, eventId, revision },
    { ...outcome, unmet: [...others, found] },
  )
  if (!saved) return refuse('conflict', 'scheduling.draft-changed')
  platform.live.publish(`board:${eventId}`, `${revision}+${requestId}`)
  return ok(found)
}
