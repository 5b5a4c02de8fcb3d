import type { Id } from '../../../kernel/id.ts'
import type { Platform } from '../../../platform/context.ts'
import { transaction } from '../../../platform/database/handle.ts'
import { appendJournalEntries } from '../../../platform/journal.ts'
import { saveExpiry } from '../store/request-store.ts'
import { expiredEntry } from './request-meeting.ts'

const BATCH = 500

/** Marks pending requests whose time has run out and journals each; of one event, or of all. Returns how many. */
export async function expireMeetingRequests(platform: Platform, eventId?: Id): Promise<number> {
  for (let total = 0; ;) {
    const expired = await transaction(platform.db, async (trx) => {
      const rows = await saveExpiry(trx, platform.clock.now(), { limit: BATCH, ...(eventId ? { eventId } : {}) })
      await appendJournalEntries(
        trx,
        rows.map(({ id, programmeId }) => expiredEntry(platform, programmeId, id)),
      )
      return rows.length
    })
    total += expired
    if (expired < BATCH) return total
  }
}
