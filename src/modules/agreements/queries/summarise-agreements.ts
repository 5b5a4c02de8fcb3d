import type { Id } from '../../../kernel/id.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Actor } from '../../accounts/index.ts'
import { countAgreements } from '../store/agreement-store.ts'

/** This stage in the overview; drafts and what waits for signatures need a hand. */
export async function summariseAgreements(platform: Platform, _actor: Actor, programmeId: Id) {
  const { drafts, ...facts } = await countAgreements(platform.db, programmeId)
  return {
    stage: 'agreements' as const,
    built: true,
    count: facts.agreements,
    attention: drafts + facts.underWay,
    facts: { ...facts },
  }
}
