import { type Result, ok } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Actor } from '../../accounts/index.ts'
import { standingOf } from '../../events/index.ts'
import { DECISIONS, explainRefusal } from '../domain/decision.ts'
import type { Decision } from '../domain/policy.ts'
import { type RequestKey, saveDecision } from '../store/request-store.ts'
import { actorId, requestEntry } from './entry.ts'

/**
 * What accepting, declining and cancelling have in common: one conditional statement that also reads why not. With an
 * `askGate` it writes only where screening is not in force, and where it is, again once the gate is open.
 */
export async function decideMeetingRequest(
  platform: Platform,
  actor: Actor,
  key: RequestKey,
  { decision, reason = null, askGate }: RequestDecision,
): Promise<Result<null>> {
  const by = standingOf(actor, key.programmeId)
  const now = platform.clock.now()
  const { to, action } = DECISIONS[decision]
  const save = (unlessScreened: boolean) =>
    saveDecision(platform.db, key, {
      decision,
      by,
      decidedBy: actorId(actor),
      reason,
      now,
      unlessScreened,
      entry: (before) =>
        requestEntry(platform, actor, key, action, { before: { status: before }, after: { status: to } }),
    })
  let { done, facts } = await save(askGate !== undefined)
  if (!done && askGate && facts?.screeningInForce) {
    const gate = await askGate()
    if (!gate.ok) return gate
    ;({ done, facts } = await save(false))
  }
  return done ? ok(null) : explainRefusal(facts, by, decision, now)
}

export interface RequestDecision {
  readonly decision: Decision
  readonly reason?: string | null
  readonly askGate?: () => Promise<Result<unknown>>
}
