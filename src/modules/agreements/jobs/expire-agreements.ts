import type { Platform } from '../../../platform/context.ts'
import { defineJob } from '../../../platform/jobs.ts'
import { expireAgreements } from '../operations/expire-agreements.ts'

const expire = defineJob('agreements.expire')

/** Every five minutes: nothing waits for it, since an agreement counts as expired from the minute its time runs out. */
export async function startAgreementsJobs(platform: Platform): Promise<void> {
  await platform.jobs.work(
    expire,
    async () => {
      const expired = await expireAgreements(platform)
      if (expired > 0) platform.log.info({ expired }, 'agreements expired')
    },
    { pollSeconds: 60 },
  )
  await platform.jobs.schedule(expire, '*/5 * * * *', {})
}
