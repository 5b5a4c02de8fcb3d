import type { Id } from '../../../kernel/id.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Actor } from '../../accounts/index.ts'
import { countSchedules } from '../store/version-store.ts'

/** The stage's link in the chain: meetings in released schedules, and drafts that wait for a release. */
export async function summariseScheduling(platform: Platform, _actor: Actor, programmeId: Id) {
  const { planned, unmet, version, drafts, unsolved } = await countSchedules(platform.db, programmeId)
  return {
    stage: 'scheduling' as const,
    built: true,
    count: planned,
    attention: drafts,
    facts: { version, planned, unmet },
    nextSteps: [
      ...(unsolved > 0 ? [{ code: 'solve-schedule', count: unsolved }] : []),
      ...(drafts > 0 ? [{ code: 'release-schedule', count: drafts }] : []),
    ],
  }
}
