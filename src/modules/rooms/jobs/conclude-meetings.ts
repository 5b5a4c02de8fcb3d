import type { Platform } from '../../../platform/context.ts'
import { defineJob } from '../../../platform/jobs.ts'
import { concludeMeetings } from '../operations/conclude-meeting.ts'
import { removeStaleHolding } from '../operations/knocking.ts'
import { endStalePresences } from '../operations/presence.ts'

const conclude = defineJob('rooms.conclude-meetings')

/** Every minute: what a stopped server left open is ended, and meetings whose time is over get their result. */
export async function startRoomsJobs(platform: Platform): Promise<void> {
  await platform.jobs.work(
    conclude,
    async () => {
      await endStalePresences(platform)
      await removeStaleHolding(platform)
      const concluded = await concludeMeetings(platform)
      if (concluded > 0) platform.log.info({ concluded }, 'meetings looked at')
    },
    { pollSeconds: 30 },
  )
  await platform.jobs.schedule(conclude, '* * * * *', {})
}
