import type { Platform } from '../../../platform/context.ts'
import { defineJob } from '../../../platform/jobs.ts'
import { expireMeetingRequests } from '../operations/expire-meeting-requests.ts'

const expireRequests = defineJob('meetings.expire-requests')

/** Every five minutes: nothing waits for it, since a request counts as expired from the minute its time runs out. */
export async function startMeetingsJobs(platform: Platform): Promise<void> {
  await platform.jobs.work(
    expireRequests,
    async () => {
      const expired = await expireMeetingRequests(platform)
      if (expired > 0) platform.log.info({ expired }, 'meeting requests expired')
    },
    { pollSeconds: 60 },
  )
  await platform.jobs.schedule(expireRequests, '*/5 * * * *', {})
}
