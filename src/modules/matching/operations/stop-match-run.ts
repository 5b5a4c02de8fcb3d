import type { Id } from '../../../kernel/id.ts'
import { type Result, ok, refuse } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import { type Actor, journalActor } from '../../accounts/index.ts'
import { mayRank } from '../domain/policy.ts'
import { requestStop } from '../store/match-run-store.ts'
import { absent } from './refusals.ts'
import { standingOf } from './standing.ts'

/** Asks a live run to stop; the pairs that were ranked before it stay as they are. */
export async function stopMatchRun(
  platform: Platform,
  actor: Actor,
  { programmeId, runId }: { readonly programmeId: Id; readonly runId: Id },
): Promise<Result<null>> {
  if (!mayRank(standingOf(actor, programmeId))) return absent()
  const stopped = await requestStop(platform.db, programmeId, runId, {
    at: platform.clock.now(),
    programmeId,
    ...journalActor(actor),
    action: 'match-run.stop-requested',
    subjectKind: 'match-run',
    subjectId: runId,
  })
  return stopped ? ok(null) : refuse('conflict', 'matching.not-ranking')
}
