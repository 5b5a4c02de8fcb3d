import { addMinutes } from '../../../kernel/instant.ts'
import type { Platform } from '../../../platform/context.ts'
import { defineJob } from '../../../platform/jobs.ts'
import { forgetUsesBefore } from '../store/visitor-store.ts'

const forgetVisitors = defineJob('newsroom.forget-visitors')

const KEPT_DAYS = 7

/** What visitors did is kept for a week, to bound it, and then forgotten. */
export async function startNewsroomJobs(platform: Platform): Promise<void> {
  await platform.jobs.work(forgetVisitors, async () => {
    const day = addMinutes(platform.clock.now(), -KEPT_DAYS * 24 * 60).slice(0, 10)
    await forgetUsesBefore(platform.db, day)
  })
  await platform.jobs.schedule(forgetVisitors, '17 3 * * *', {})
}
