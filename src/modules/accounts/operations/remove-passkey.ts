import type { Id } from '../../../kernel/id.ts'
import { type Result, ok, refuse } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Actor } from '../domain/actor.ts'
import { deletePasskey } from '../store/passkey-store.ts'

/** A passkey of the actor opens nothing any more. Refuses with `accounts.absent`, also for somebody else's. */
export async function removePasskey(
  platform: Platform,
  actor: Actor,
  { passkeyId }: { readonly passkeyId: Id },
): Promise<Result<void>> {
  if (actor.kind !== 'person') return refuse('forbidden', 'accounts.forbidden')
  const removed = await deletePasskey(platform.db, actor.personId, passkeyId)
  return removed ? ok(undefined) : refuse('absent', 'accounts.absent')
}
