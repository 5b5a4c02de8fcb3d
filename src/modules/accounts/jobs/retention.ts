import type { Platform } from '../../../platform/context.ts'
import { defineJob } from '../../../platform/jobs.ts'
import { applyRetention } from '../operations/apply-retention.ts'
import type { PrivacySources } from '../operations/personal-data.ts'

const retention = defineJob('accounts.retention')

/** Once a night: what has been kept as long as the settings say. */
export async function startRetention(platform: Platform, sources: PrivacySources): Promise<void> {
  await platform.jobs.work(
    retention,
    async () => {
      const results = await applyRetention(platform, sources, false)
      platform.log.info({ results }, 'old personal data removed')
    },
    { pollSeconds: 60 },
  )
  await platform.jobs.schedule(retention, '41 18 * * *', {})
}
