import { z } from 'zod'
import type { Id } from '../../../kernel/id.ts'
import type { Platform } from '../../../platform/context.ts'
import { defineJob } from '../../../platform/jobs.ts'
import { currentPolicy } from '../operations/current-policy.ts'
import { screenParties } from '../operations/screen-parties.ts'
import { findScreeningsAfter } from '../store/screening-store.ts'

export const rescreenProgrammes = defineJob('compliance.rescreen', {
  schema: z.object({ programmeId: z.uuid() }),
  retryLimit: 3,
  expireInSeconds: 1800,
})

const PAGE = 200

/** Checks everybody of a programme whose check is stale; how many there are in all. Doing it twice changes nothing. */
export async function rescreenParties(platform: Platform, programmeId: Id): Promise<number> {
  const policy = await currentPolicy(platform, programmeId)
  if (policy.lists.length === 0) return 0
  let after: Id | null = null
  let count = 0
  for (;;) {
    const page = await findScreeningsAfter(platform.db, programmeId, after, PAGE)
    const last = page.at(-1)
    if (!last) return count
    await screenParties(platform, programmeId, policy, page)
    after = last.id
    count += page.length
  }
}

/** A new list is followed by a check of everybody; without waiting for a gate to ask. */
export async function startComplianceJobs(platform: Platform): Promise<void> {
  await platform.jobs.work(rescreenProgrammes, async ({ data }) => {
    const parties = await rescreenParties(platform, data.programmeId)
    platform.log.info({ programmeId: data.programmeId, parties }, 'parties checked again')
  })
}
