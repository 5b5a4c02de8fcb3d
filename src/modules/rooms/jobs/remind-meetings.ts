import type { Platform } from '../../../platform/context.ts'
import { defineJob } from '../../../platform/jobs.ts'
import { remindOfMeetings } from '../operations/remind-meetings.ts'

const remind = defineJob('rooms.remind-meetings')

/** Every five minutes, so that the last reminder comes at least 55 minutes before a meeting. */
export async function startMeetingReminders(platform: Platform): Promise<void> {
  await platform.jobs.work(remind, async () => void (await remindOfMeetings(platform)), { pollSeconds: 60 })
  await platform.jobs.schedule(remind, '*/5 * * * *', {})
}
