import type { Id } from '../../../kernel/id.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Actor } from '../../accounts/index.ts'
import { countCases } from '../store/case-store.ts'

/** The stage's link in the chain; what is overdue or has nobody needs a hand. */
export async function summariseCases(platform: Platform, _actor: Actor, programmeId: Id) {
  const facts = await countCases(platform.db, programmeId, platform.clock.now())
  const { cases, overdue, unowned } = facts
  return {
    stage: 'cases' as const,
    built: true,
    count: cases,
    attention: overdue + unowned,
    facts: { ...facts },
    nextSteps: [
      ...(overdue > 0 ? [{ code: 'see-to-cases', count: overdue }] : []),
      ...(unowned > 0 ? [{ code: 'give-cases-owner', count: unowned }] : []),
    ],
  }
}
