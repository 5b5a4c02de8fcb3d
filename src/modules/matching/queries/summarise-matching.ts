import type { Id } from '../../../kernel/id.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Actor } from '../../accounts/index.ts'
import type { StageSummary } from '../../programmes/index.ts'
import { countStage } from '../store/stage-store.ts'

/**
 * This stage in the overview. The ranking is never made anew behind people's backs: profiles that changed since
 * are counted, and the operator decides when to rank again.
 */
export async function summariseMatching(platform: Platform, _actor: Actor, programmeId: Id): Promise<StageSummary> {
  const { pairs, shortlisted, interests, sidesToRank, changedProfiles, ranking } = await countStage(
    platform.db,
    programmeId,
  )
  const due = sidesToRank > 1 && changedProfiles > 0 && !ranking
  return {
    stage: 'matching',
    built: true,
    count: pairs,
    attention: due ? changedProfiles : 0,
    facts: { pairs, shortlisted, interests },
    nextSteps: due ? [{ code: 'rank-companies', count: changedProfiles }] : [],
  }
}
