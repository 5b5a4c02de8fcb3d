import type { Id } from '../../../kernel/id.ts'
import { type Result, ok, refuse } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import { type Actor, journalActor } from '../../accounts/index.ts'
import { mayEditSchedule } from '../domain/policy.ts'
import { deleteOutage } from '../store/outage-store.ts'

/** Somebody or something is there again: the timeslots can be used from the next run or repair on. */
export async function takeBackOutage(
  platform: Platform,
  actor: Actor,
  { programmeId, eventId, outageId }: { readonly programmeId: Id; readonly eventId: Id; readonly outageId: Id },
): Promise<Result<null>> {
  if (!mayEditSchedule(actor, programmeId)) return refuse('absent', 'scheduling.absent')
  const gone = await deleteOutage(platform.db, { programmeId, eventId }, outageId, {
    programmeId,
    ...journalActor(actor),
    action: 'schedule-outage.taken-back',
    subjectKind: 'event',
    subjectId: eventId,
    after: { outageId },
  })
  return gone ? ok(null) : refuse('absent', 'scheduling.absent')
}
