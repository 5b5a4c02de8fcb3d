import type { Platform } from '../../../platform/context.ts'
import type { NewJournalEntry } from '../../../platform/journal.ts'
import { type Actor, journalActor } from '../../accounts/index.ts'
import type { RoomKey } from '../store/room-store.ts'

/** The journal entry of what happens to the meeting of a room now. */
export const roomEntry = (
  platform: Platform,
  actor: Actor,
  { programmeId, requestId }: RoomKey,
  action: `meeting.${string}` | `room.${string}` | `log.${string}`,
  change: { readonly before?: unknown; readonly after?: unknown } = {},
): NewJournalEntry => ({
  at: platform.clock.now(),
  ...journalActor(actor),
  programmeId,
  action,
  subjectKind: 'meeting-request',
  subjectId: requestId,
  ...change,
})
