import { type Result, ok } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Actor } from '../../accounts/index.ts'
import { standingOf } from '../../events/index.ts'
import { DECISIONS, explainRefusal } from '../domain/decision.ts'
import type { Decision } from '../domain/policy.ts'
import { type RequestKey, saveDecision } from '../store/request-store.ts'
import { actorId, requestEntry } from './entry.ts'

/** What accepting, declining and cancelling have in common: one conditional statement that also reads why not. */
export async function decideMeetingRequest(
  platform: Platform,
  actor: Actor,
  key: RequestKey,
  decision: Decision,
  reason: string | null,
): Promise<Result<null>> {
  const by = standingOf(actor, key.programmeId)
  const now = platform.clock.now()
  const { to, action } = DECISIONS[decision]
  const { done, facts } = await saveDecision(platform.db, key, {
    decision,
    by,
    decidedBy: actorId(actor),
    reason,
    now,
    entry: (before) =>
      requestEntry(platform, actor, key, action, { before: { status: before }, after: { status: to } }),
  })
  return done ? ok(null) : explainRefusal(facts, by, decision, now)
}
