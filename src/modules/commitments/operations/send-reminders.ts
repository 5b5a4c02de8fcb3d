import { type Platform, within } from '../../../platform/context.ts'
import { transaction } from '../../../platform/database/handle.ts'
import { sendMail } from '../../programmes/index.ts'
import { REMINDER_DAYS, ownDay, reminderDue } from '../domain/commitment.ts'
import { reminderMail } from '../emails/reminder-mail.ts'
import { listReminderRows } from '../store/commitment-store.ts'

/** Writes to both sides 30, 7 and 1 days before; each of them once for a day, however often this runs. Returns how many were due. */
export async function sendReminders(platform: Platform): Promise<number> {
  const now = platform.clock.now()
  return transaction(platform.db, async (trx) => {
    const rows = await listReminderRows(trx, now, Math.max(...REMINDER_DAYS))
    let due = 0
    for (const row of rows) {
      const reminder = reminderDue(row.dueOn, ownDay(now, row.timeZone))
      if (!reminder) continue
      const of = { programmeId: row.programmeId, kind: 'commitment-due' } as const
      await sendMail(within(platform, trx), of, reminderMail(row, reminder, platform.config.baseUrl))
      due++
    }
    return due
  })
}
