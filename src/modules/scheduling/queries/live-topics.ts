import type { Id } from '../../../kernel/id.ts'
import type { Platform } from '../../../platform/context.ts'
import { type Actor, hasRole } from '../../accounts/index.ts'
import { mayReadBoard } from '../domain/policy.ts'
import { findProgrammeOfEvent } from '../store/board-store.ts'

const ofEvent =
  (may: (actor: Actor, programmeId: Id) => boolean) =>
  async (platform: Platform, actor: Actor, eventId: Id): Promise<boolean> => {
    const programmeId = await findProgrammeOfEvent(platform.db, eventId)
    return programmeId !== null && may(actor, programmeId)
  }

/** `board:<event>` and `study:<event>` for those who read the board, `schedule:<event>` for everybody in the programme. */
export const liveTopics = {
  board: ofEvent(mayReadBoard),
  study: ofEvent(mayReadBoard),
  schedule: ofEvent((actor, programmeId) =>
    hasRole(actor, programmeId, 'operator', 'official', 'company-representative', 'interpreter'),
  ),
}
