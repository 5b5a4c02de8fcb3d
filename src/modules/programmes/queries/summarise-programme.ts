import type { Id } from '../../../kernel/id.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Actor } from '../../accounts/index.ts'
import type { StageSummary } from '../domain/overview.ts'
import { countProgramme } from '../store/programme-store.ts'

/** This stage in the overview: sides and the length of the code lists. */
export async function summariseProgramme(platform: Platform, _actor: Actor, programmeId: Id): Promise<StageSummary> {
  const counts = await countProgramme(platform.db, programmeId)
  return { stage: 'programmes', built: true, count: counts.sides, attention: 0, facts: counts }
}
