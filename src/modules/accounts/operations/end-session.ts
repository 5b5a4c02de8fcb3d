import { type Result, ok, refuse } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Actor } from '../domain/actor.ts'
import { deleteSession } from '../store/session-store.ts'

/** The cookie of the actor's session opens nothing any more, wherever it was copied to. */
export async function endSession(platform: Platform, actor: Actor): Promise<Result<void>> {
  if (actor.kind !== 'person' || actor.sessionId === undefined) return refuse('forbidden', 'accounts.forbidden')
  await deleteSession(platform.db, actor.sessionId)
  return ok(undefined)
}
