import { type Result, ok, refuse } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Actor } from '../domain/actor.ts'
import { type PasskeyRow, listPasskeys } from '../store/passkey-store.ts'
import { type SessionRow, listSessions } from '../store/session-store.ts'

export interface AccountView {
  readonly sessions: (SessionRow & { current: boolean })[]
  readonly passkeys: PasskeyRow[]
}

/** Where the actor is signed in and with which passkeys; for nobody else. */
export async function readAccount(platform: Platform, actor: Actor): Promise<Result<AccountView>> {
  if (actor.kind !== 'person') return refuse('forbidden', 'accounts.forbidden')
  const sessions = await listSessions(platform.db, actor.personId, platform.clock.now())
  const passkeys = await listPasskeys(platform.db, actor.personId)
  return ok({ sessions: sessions.map((row) => ({ ...row, current: row.id === actor.sessionId })), passkeys })
}
