import type { Platform } from '../../../platform/context.ts'
import { transaction } from '../../../platform/database/handle.ts'
import { appendJournalEntries } from '../../../platform/journal.ts'
import { systemActor } from '../../accounts/index.ts'
import { TRANSITIONS } from '../domain/transition.ts'
import { saveExpiry } from '../store/agreement-store.ts'
import { agreementEntry } from './entry.ts'

const AT_ONCE = 200

/** Marks agreements whose time to sign ran out; returns how many there were. */
export const expireAgreements = (platform: Platform): Promise<number> =>
  transaction(platform.db, async (trx) => {
    const expired = await saveExpiry(trx, platform.clock.now(), AT_ONCE)
    const system = systemActor('agreements')
    const change = { before: { status: 'sent' }, after: { status: 'expired' } }
    await appendJournalEntries(
      trx,
      expired.map(({ id, programmeId }) =>
        agreementEntry(platform, system, { programmeId, agreementId: id }, TRANSITIONS.expire.action, change),
      ),
    )
    return expired.length
  })
