import type { Id } from '../../../kernel/id.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Actor } from '../../accounts/index.ts'
import { countForOverview } from '../store/listing-store.ts'

/** This stage in the overview; requests without an answer wait for a hand. */
export async function summariseMeetings(platform: Platform, _actor: Actor, programmeId: Id) {
  const { participants, ...facts } = await countForOverview(platform.db, programmeId, platform.clock.now())
  return {
    stage: 'meetings' as const,
    built: true,
    count: facts.requests,
    attention: facts.pending,
    facts: { ...facts },
    nextSteps: [
      ...(facts.requests === 0 && participants > 1 ? [{ code: 'request-meetings', count: participants }] : []),
      ...(facts.pending > 0 ? [{ code: 'answer-requests', count: facts.pending }] : []),
    ],
  }
}
