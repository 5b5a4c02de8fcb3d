import type { Id } from '../../../kernel/id.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Actor } from '../../accounts/index.ts'
import { countCommitments } from '../store/commitment-store.ts'

/** This stage in the overview; what is overdue or waits for a word needs a hand. */
export async function summariseCommitments(platform: Platform, _actor: Actor, programmeId: Id) {
  const { toJudge, ...facts } = await countCommitments(platform.db, programmeId, platform.clock.now())
  return {
    stage: 'commitments' as const,
    built: true,
    count: facts.commitments,
    attention: facts.overdue + toJudge,
    facts: { ...facts },
    nextSteps: [
      ...(facts.overdue > 0 ? [{ code: 'see-to-overdue', count: facts.overdue }] : []),
      ...(toJudge > 0 ? [{ code: 'judge-evidence', count: toJudge }] : []),
    ],
  }
}
