import { type Result, ok, refuse } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Actor } from '../domain/actor.ts'
import { type TokenRow, listTokens as readTokens } from '../store/api-token-store.ts'

/** The actor's own tokens, without what they consist of. */
export async function listTokens(platform: Platform, actor: Actor): Promise<Result<TokenRow[]>> {
  if (actor.kind !== 'person') return refuse('forbidden', 'accounts.forbidden')
  return ok(await readTokens(platform.db, actor.personId))
}
