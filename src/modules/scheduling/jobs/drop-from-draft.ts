import type { Id } from '../../../kernel/id.ts'
import type { Platform } from '../../../platform/context.ts'
import type { JournalEntry } from '../../../platform/journal.ts'
import { dropMeetingsThatDoNotCount } from '../store/schedule-store.ts'

/** After these, a meeting of the draft may belong to a request that counts no more. */
const ACTIONS = new Set([
  'meeting-request.cancelled',
  'meeting-request.declined',
  'participant.withdrawn',
  'never-meet.set',
])

/** Frees what such meetings hold in the draft. The released version stays: only a release changes what people were told. */
export const dropFromDraft = {
  reader: 'scheduling.drop-from-draft',
  async handle(platform: Platform, entries: readonly JournalEntry[]): Promise<void> {
    const programmes = new Set(
      entries.flatMap(({ action, programmeId }): Id[] => (ACTIONS.has(action) && programmeId ? [programmeId] : [])),
    )
    for (const programmeId of programmes) await dropMeetingsThatDoNotCount(platform.db, programmeId)
  },
}
