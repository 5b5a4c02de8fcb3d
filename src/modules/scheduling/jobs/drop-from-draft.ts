import type { Id } from '../../../kernel/id.ts'
import type { Platform } from '../../../platform/context.ts'
import { type JournalEntry, appendJournalEntries } from '../../../platform/journal.ts'
import { journalActor, systemActor } from '../../accounts/index.ts'
import { dropMeetingsThatDoNotCount } from '../store/schedule-store.ts'

/** After these, a meeting of the draft may belong to a request that counts no more. */
const ACTIONS = new Set([
  'meeting-request.cancelled',
  'meeting-request.declined',
  'participant.withdrawn',
  'never-meet.added',
])

/** Frees what such meetings hold in the draft. The released version stays: only a release changes what people were told. */
export const dropFromDraft = {
  reader: 'scheduling.drop-from-draft',
  async handle(platform: Platform, entries: readonly JournalEntry[]): Promise<void> {
    const programmes = new Set(
      entries.flatMap(({ action, programmeId }): Id[] => (ACTIONS.has(action) && programmeId ? [programmeId] : [])),
    )
    for (const programmeId of programmes) await drop(platform, programmeId)
  },
}

async function drop(platform: Platform, programmeId: Id): Promise<void> {
  const dropped = await dropMeetingsThatDoNotCount(platform.db, programmeId)
  await appendJournalEntries(
    platform.db,
    dropped.map(({ requestId }) => ({
      at: platform.clock.now(),
      programmeId,
      ...journalActor(systemActor('scheduling')),
      action: 'meeting.unplaced',
      subjectKind: 'meeting-request',
      subjectId: requestId,
      after: { reason: 'counts-no-more' },
    })),
  )
}
