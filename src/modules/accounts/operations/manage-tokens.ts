import { randomBytes } from 'node:crypto'
import type { Id } from '../../../kernel/id.ts'
import { addMinutes } from '../../../kernel/instant.ts'
import { type Result, ok, refuse } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import { type Actor, journalActor } from '../domain/actor.ts'
import { MAX_TOKENS } from '../domain/api-token.ts'
import type { TokenScope } from '../domain/token-scope.ts'
import { insertToken, revokeToken as saveRevoked, tokenHash } from '../store/api-token-store.ts'

export interface CreateToken {
  readonly name: string
  readonly scope: TokenScope
  readonly validDays: number
}

const DAY_MINUTES = 24 * 60

const newToken = (): string => `naru_${randomBytes(32).toString('base64url')}`

/**
 * A token that acts for the actor, at most as long as the actor holds the roles. It is told now and never again. Only
 * from a session: a token makes no further tokens. Refuses with `accounts.too-many-tokens`.
 */
export async function createToken(
  platform: Platform,
  actor: Actor,
  { name, scope, validDays }: CreateToken,
): Promise<Result<{ id: Id; token: string }>> {
  if (actor.kind !== 'person' || actor.sessionId === undefined) return refuse('forbidden', 'accounts.forbidden')
  const now = platform.clock.now()
  const [id, token] = [platform.newId(), newToken()]
  const dates = { createdAt: now, expiresAt: addMinutes(now, validDays * DAY_MINUTES) }
  const row = { id, personId: actor.personId, name, scope, tokenHash: tokenHash(token), ...dates }
  const entry = { ...entryOf(actor, id, 'api-token.created'), at: now, after: { scope, expiresAt: dates.expiresAt } }
  const isSaved = await insertToken(platform.db, row, entry)
  return isSaved ? ok({ id, token }) : refuse('conflict', 'accounts.too-many-tokens', { limit: MAX_TOKENS })
}

/** A token of the actor opens nothing any more. Refuses with `accounts.absent`, also for somebody else's. */
export async function revokeToken(
  platform: Platform,
  actor: Actor,
  { tokenId }: { readonly tokenId: Id },
): Promise<Result<void>> {
  if (actor.kind !== 'person' || actor.sessionId === undefined) return refuse('forbidden', 'accounts.forbidden')
  const now = platform.clock.now()
  const which = { personId: actor.personId, tokenId, now }
  const isSaved = await saveRevoked(platform.db, which, { ...entryOf(actor, tokenId, 'api-token.revoked'), at: now })
  return isSaved ? ok(undefined) : refuse('absent', 'accounts.absent')
}

const entryOf = (actor: Actor, subjectId: Id, action: string) => ({
  programmeId: null,
  ...journalActor(actor),
  action,
  subjectKind: 'api-token',
  subjectId,
})
