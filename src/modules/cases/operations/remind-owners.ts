import { textIn } from '../../../kernel/locale.ts'
import { type Platform, within } from '../../../platform/context.ts'
import { transaction } from '../../../platform/database/handle.ts'
import { sendMail } from '../../programmes/index.ts'
import { caseReminder } from '../emails/case-reminder.ts'
import { findDueCases } from '../store/case-store.ts'

/** In the morning of the day, by the clock of the programme's first side. */
const REMINDER_HOUR = 8

/** Writes to the owner on the day of the next action, once for each day and owner. Returns how many were due. */
export async function remindOwners(platform: Platform): Promise<number> {
  return transaction(platform.db, async (trx) => {
    const rows = await findDueCases(trx, platform.clock.now(), REMINDER_HOUR)
    for (const row of rows) {
      const names = { host: textIn(row.hostName, row.locale), guest: textIn(row.guestName, row.locale) }
      const of = { programmeId: row.programmeId, kind: 'case-due' } as const
      await sendMail(within(platform, trx), of, caseReminder(row, names, platform.config.baseUrl))
    }
    return rows.length
  })
}
