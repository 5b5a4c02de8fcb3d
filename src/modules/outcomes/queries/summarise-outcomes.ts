import type { Id } from '../../../kernel/id.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Actor } from '../../accounts/index.ts'
import type { StageSummary } from '../../programmes/index.ts'
import { countOutcomes } from '../store/announced-figure-store.ts'

/** This stage in the overview: records, and the figures that were announced. */
export async function summariseOutcomes(platform: Platform, _actor: Actor, programmeId: Id): Promise<StageSummary> {
  const { figures, outcomes, definitions } = await countOutcomes(platform.db, programmeId)
  return {
    stage: 'outcomes',
    built: true,
    count: outcomes + figures,
    attention: 0,
    facts: { figures, outcomes, definitions },
  }
}
