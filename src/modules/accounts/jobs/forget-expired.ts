import type { Platform } from '../../../platform/context.ts'
import { defineJob } from '../../../platform/jobs.ts'
import { deleteExpired } from '../store/session-store.ts'

const forgetExpired = defineJob('accounts.forget-expired')

/** Once a night: sessions, links and counters that have run out. */
export async function startAccountsJobs(platform: Platform): Promise<void> {
  await platform.jobs.work(
    forgetExpired,
    async () => {
      const rows = await deleteExpired(platform.db, platform.clock.now())
      platform.log.info({ rows }, 'expired sessions and links removed')
    },
    { pollSeconds: 60 },
  )
  await platform.jobs.schedule(forgetExpired, '17 18 * * *', {})
}
