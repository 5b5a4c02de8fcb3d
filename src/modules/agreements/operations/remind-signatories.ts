import { addMinutes } from '../../../kernel/instant.ts'
import { type Result, ok } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import { transaction } from '../../../platform/database/handle.ts'
import { appendJournal } from '../../../platform/journal.ts'
import type { Actor } from '../../accounts/index.ts'
import { statusAt } from '../domain/agreement.ts'
import { mayManage } from '../domain/policy.ts'
import { refuseAgreement } from '../domain/refusal.ts'
import { REMINDER_PAUSE_HOURS, awaited } from '../domain/signing.ts'
import { type AgreementKey, lockAgreement } from '../store/agreement-store.ts'
import { findLastReminder } from '../store/signing-store.ts'
import { agreementEntry } from './entry.ts'
import { signingFacts } from './save-signature.ts'

/** Writes once more to those whose turn it is; their links stay the same. How many were written to. */
export async function remindSignatories(
  platform: Platform,
  actor: Actor,
  key: AgreementKey,
): Promise<Result<{ reminded: number }>> {
  if (!mayManage(actor, key.programmeId)) return refuseAgreement('absent', 'absent')
  return transaction(platform.db, async (trx): Promise<Result<{ reminded: number }>> => {
    const agreement = await lockAgreement(trx, key.agreementId)
    if (!agreement || agreement.programmeId !== key.programmeId) return refuseAgreement('absent', 'absent')
    const now = platform.clock.now()
    const status = statusAt(agreement, now)
    if (status !== 'sent') return refuseAgreement('conflict', 'not-in-state', { status })
    if (agreement.content.mode !== 'remote') return refuseAgreement('conflict', 'not-remote')
    const last = await findLastReminder(trx, key.agreementId)
    if (last !== null && last > addMinutes(now, -REMINDER_PAUSE_HOURS * 60)) {
      return refuseAgreement('conflict', 'reminded-lately', { hours: REMINDER_PAUSE_HOURS })
    }
    await appendJournal(trx, { ...agreementEntry(platform, actor, key, 'agreement.reminded'), at: now })
    return ok({ reminded: awaited(signingFacts(agreement)).length })
  })
}
