import type { Id } from '../../../kernel/id.ts'
import { type Result, ok, refuse } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import { type Actor, journalActor } from '../../accounts/index.ts'
import { requestStop } from '../store/run-store.ts'

/** Asks a live run to stop; its best schedule so far becomes the draft within a second. */
export async function stopRun(
  platform: Platform,
  actor: Actor,
  { programmeId, eventId, runId }: { programmeId: Id; eventId: Id; runId: Id },
): Promise<Result<null>> {
  const stopped = await requestStop(platform.db, programmeId, eventId, runId, {
    programmeId,
    ...journalActor(actor),
    action: 'schedule-run.stop-requested',
    subjectKind: 'event',
    subjectId: eventId,
    after: { runId },
  })
  return stopped ? ok(null) : refuse('conflict', 'scheduling.not-solving')
}
