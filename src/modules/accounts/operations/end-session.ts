import { type Result, ok, refuse } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Actor } from '../domain/actor.ts'
import type { Id } from '../../../kernel/id.ts'
import { deleteSession, deleteSessions } from '../store/session-store.ts'

/** The cookie of the actor's session opens nothing any more, wherever it was copied to. */
export async function endSession(platform: Platform, actor: Actor): Promise<Result<void>> {
  if (actor.kind !== 'person' || actor.sessionId === undefined) return refuse('forbidden', 'accounts.forbidden')
  await deleteSession(platform.db, actor.sessionId)
  return ok(undefined)
}

/** Ends one of the actor's own sessions, such as that of a lost telephone. Refuses with `accounts.absent`. */
export async function endOwnSession(
  platform: Platform,
  actor: Actor,
  { sessionId }: { readonly sessionId: Id },
): Promise<Result<void>> {
  if (actor.kind !== 'person') return refuse('forbidden', 'accounts.forbidden')
  const ended = await deleteSessions(platform.db, actor.personId, { only: sessionId })
  return ended > 0 ? ok(undefined) : refuse('absent', 'accounts.absent')
}

/** Leaves the actor signed in only where this is asked from. */
export async function endOtherSessions(platform: Platform, actor: Actor): Promise<Result<{ ended: number }>> {
  if (actor.kind !== 'person' || actor.sessionId === undefined) return refuse('forbidden', 'accounts.forbidden')
  return ok({ ended: await deleteSessions(platform.db, actor.personId, { except: actor.sessionId }) })
}
