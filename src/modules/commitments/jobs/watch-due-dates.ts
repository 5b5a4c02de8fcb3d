import type { Platform } from '../../../platform/context.ts'
import { defineJob } from '../../../platform/jobs.ts'
import { markOverdue } from '../operations/mark-overdue.ts'
import { sendReminders } from '../operations/send-reminders.ts'

const watchDueDates = defineJob('commitments.watch-due-dates')

/** Every hour, because the day ends at another hour for each owner. Screens do not wait for it. */
export async function startCommitmentsJobs(platform: Platform): Promise<void> {
  await platform.jobs.work(
    watchDueDates,
    async () => {
      const overdue = await markOverdue(platform)
      const reminders = await sendReminders(platform)
      if (overdue > 0) platform.log.info({ overdue, reminders }, 'commitments overdue')
    },
    { pollSeconds: 60 },
  )
  await platform.jobs.schedule(watchDueDates, '5 * * * *', {})
}
