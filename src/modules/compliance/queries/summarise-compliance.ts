import type { Id } from '../../../kernel/id.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Actor } from '../domain/policy.ts'
import { WAITING_STATES } from '../domain/state.ts'
import { oldList } from '../operations/check-gate.ts'
import { currentPolicy } from '../operations/current-policy.ts'
import { countStates } from '../store/screening-store.ts'

/** This stage in the overview; a hit, what was escalated, a missing licence and an old list need a hand. */
export async function summariseCompliance(platform: Platform, _actor: Actor, programmeId: Id) {
  const policy = await currentPolicy(platform, programmeId)
  const counts = await countStates(platform.db, programmeId)
  const sum = (states: readonly string[] | null): number =>
    counts
      .filter(({ state }) => states === null || states.includes(state))
      .reduce((total, { count }) => total + count, 0)
  const waiting = sum(WAITING_STATES)
  const isOld = policy.inForce && oldList(platform, policy, platform.clock.now()) !== null
  return {
    stage: 'compliance' as const,
    built: true,
    count: policy.inForce ? sum(null) : null,
    attention: waiting + Number(isOld),
    facts: {
      inForce: String(policy.inForce),
      parties: sum(null),
      waiting,
      stopped: sum(['blocked', 'suspended-by-law']),
    },
    nextSteps: [
      ...(waiting > 0 ? [{ code: 'review-hits', count: waiting }] : []),
      ...(isOld ? [{ code: 'update-lists', count: 1 }] : []),
    ],
  }
}
