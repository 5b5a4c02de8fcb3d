import type { Platform } from '../../../platform/context.ts'
import { defineJob } from '../../../platform/jobs.ts'
import { remindOwners } from '../operations/remind-owners.ts'

const remind = defineJob('cases.remind-owners')

/** Four times an hour, because the morning comes at another time in each programme. */
export async function startCasesJobs(platform: Platform): Promise<void> {
  await platform.jobs.work(remind, async () => void (await remindOwners(platform)), { pollSeconds: 60 })
  await platform.jobs.schedule(remind, '*/15 * * * *', {})
}
