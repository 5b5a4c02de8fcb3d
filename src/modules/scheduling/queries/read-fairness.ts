import { type Result, ok, refuse } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Actor } from '../../accounts/index.ts'
import { solutionOfDraft } from '../domain/assessment.ts'
import { mayReadBoard } from '../domain/policy.ts'
import { problemOfEvent } from '../domain/problem-of-event.ts'
import { type FairnessPicture, pictureFairness } from '../engine/index.ts'
import { loadFacts } from '../store/facts-store.ts'
import type { OfEvent } from './read-board.ts'

export type { FairnessPicture }

/** Who asked for how much in the draft and got it, with what waiting and at what hours of home. */
export async function readFairness(
  platform: Platform,
  actor: Actor,
  { programmeId, eventId }: OfEvent,
): Promise<Result<FairnessPicture>> {
  if (!mayReadBoard(actor, programmeId)) return refuse('absent', 'scheduling.absent')
  const facts = await loadFacts(platform.db, programmeId, eventId)
  if (!facts) return refuse('absent', 'scheduling.absent')
  const problem = problemOfEvent(facts)
  return ok(pictureFairness(problem, solutionOfDraft(problem, facts)))
}
