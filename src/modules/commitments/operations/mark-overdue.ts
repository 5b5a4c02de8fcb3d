import type { Platform } from '../../../platform/context.ts'
import { transaction } from '../../../platform/database/handle.ts'
import { appendJournalEntries } from '../../../platform/journal.ts'
import { systemActor } from '../../accounts/index.ts'
import { saveOverdue } from '../store/commitment-store.ts'
import { commitmentEntry } from './entry.ts'

const AT_ONCE = 500

/** Writes down which commitments are overdue by their owner's clock; returns how many there were. */
export const markOverdue = (platform: Platform): Promise<number> =>
  transaction(platform.db, async (trx) => {
    const overdue = await saveOverdue(trx, platform.clock.now(), AT_ONCE)
    const system = systemActor('commitments')
    await appendJournalEntries(
      trx,
      overdue.map(({ id, programmeId, before }) =>
        commitmentEntry(platform, system, { programmeId, commitmentId: id }, 'commitment.overdue', {
          before: { status: before },
          after: { status: 'overdue' },
        }),
      ),
    )
    return overdue.length
  })
