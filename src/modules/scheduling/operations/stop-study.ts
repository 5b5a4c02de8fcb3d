import type { Id } from '../../../kernel/id.ts'
import { type Result, ok, refuse } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import { type Actor, journalActor } from '../../accounts/index.ts'
import { requestStudyStop } from '../store/study-store.ts'

/** Asks a live study to stop; the points it has stay. */
export async function stopStudy(
  platform: Platform,
  actor: Actor,
  study: { readonly programmeId: Id; readonly eventId: Id; readonly studyId: Id },
): Promise<Result<null>> {
  const stopped = await requestStudyStop(platform.db, study, {
    programmeId: study.programmeId,
    ...journalActor(actor),
    action: 'schedule-study.stop-requested',
    subjectKind: 'event',
    subjectId: study.eventId,
    after: { studyId: study.studyId },
  })
  return stopped ? ok(null) : refuse('conflict', 'scheduling.not-studying')
}
