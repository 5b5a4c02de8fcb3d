import type { Platform } from '../../../platform/context.ts'
import { type JournalEntry, appendJournalEntries } from '../../../platform/journal.ts'
import { systemActor } from '../../accounts/index.ts'
import { requestEntry } from '../operations/entry.ts'
import { cancelRequestsOfWithdrawn } from '../store/request-store.ts'

/** Who no longer takes part meets nobody: the live requests of a withdrawn participant are called off. */
export const cancelOfWithdrawn = {
  reader: 'meetings.cancel-requests-of-withdrawn',
  async handle(platform: Platform, entries: readonly JournalEntry[]): Promise<void> {
    const withdrawn = entries
      .filter(({ action }) => action === 'participant.withdrawn')
      .map(({ subjectId }) => subjectId)
    if (withdrawn.length === 0) return
    const cancelled = await cancelRequestsOfWithdrawn(platform.db, withdrawn, platform.clock.now())
    await appendJournalEntries(
      platform.db,
      cancelled.map(({ id, programmeId, before }) =>
        requestEntry(platform, systemActor('meetings'), { programmeId, requestId: id }, 'meeting-request.cancelled', {
          before: { status: before },
          after: { status: 'cancelled', reason: 'participant-withdrawn' },
        }),
      ),
    )
  },
}
