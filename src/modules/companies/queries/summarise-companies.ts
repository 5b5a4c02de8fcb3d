import type { Id } from '../../../kernel/id.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Actor } from '../../accounts/index.ts'
import type { StageSummary } from '../../programmes/index.ts'
import { countCompanies } from '../store/company-store.ts'

/** This stage in the overview; drafts wait for the operator. */
export async function summariseCompanies(platform: Platform, _actor: Actor, programmeId: Id): Promise<StageSummary> {
  const { companies, profiles, published, drafts } = await countCompanies(platform.db, programmeId)
  return {
    stage: 'companies',
    built: true,
    count: companies,
    attention: drafts,
    facts: { companies, profiles, published },
    nextSteps: [
      ...(companies === 0 ? [{ code: 'import-companies', count: 0 }] : []),
      ...(drafts > 0 ? [{ code: 'publish-profiles', count: drafts }] : []),
    ],
  }
}
