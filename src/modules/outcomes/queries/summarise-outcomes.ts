import type { Id } from '../../../kernel/id.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Actor } from '../../accounts/index.ts'
import type { StageSummary } from '../../programmes/index.ts'
import { countOutcomes } from '../store/announced-figure-store.ts'
import { measureFigures } from './list-figures.ts'

/** This stage in the overview: records, the figures that were announced, and differences nobody has explained. */
export async function summariseOutcomes(platform: Platform, _actor: Actor, programmeId: Id): Promise<StageSummary> {
  const { figures, outcomes, definitions, silent } = await countOutcomes(platform.db, programmeId)
  // Records are measured only where something announced stands beside a figure without a word on it.
  const unexplained = silent > 0 ? await countUnexplained(platform, programmeId) : 0
  return {
    stage: 'outcomes',
    built: true,
    count: outcomes + figures,
    attention: unexplained,
    facts: { figures, outcomes, definitions },
    nextSteps: unexplained > 0 ? [{ code: 'explain-differences', count: unexplained }] : [],
  }
}

async function countUnexplained(platform: Platform, programmeId: Id): Promise<number> {
  const views = await measureFigures(platform.db, programmeId, null, platform.clock.now())
  return views
    .flatMap(({ announced }) => announced)
    .filter(({ difference, explanation }) => (difference ?? 0) !== 0 && Object.keys(explanation).length === 0).length
}
