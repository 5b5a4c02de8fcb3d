import { randomBytes } from 'node:crypto'
import type { Id } from '../../../kernel/id.ts'
import { addMinutes } from '../../../kernel/instant.ts'
import { type Result, ok, refuse } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Actor } from '../domain/actor.ts'
import { insertChallenge, listPasskeyFacts } from '../store/passkey-store.ts'
import { CHALLENGE_MINUTES, challengeOf } from './passkey-challenge.ts'

/** What the browser asks the device for (PublicKeyCredentialRequestOptions of WebAuthn, in JSON). */
export interface PasskeyRequest {
  readonly challengeId: Id
  readonly options: {
    readonly challenge: string
    readonly rpId: string
    readonly timeout: number
    readonly userVerification: 'required'
    readonly allowCredentials: readonly { readonly id: string; readonly type: 'public-key' }[]
  }
}

/**
 * Begins a proof that the actor, and nobody who only holds the session, means `statement`: a challenge of this person
 * and statement, good once and for five minutes. Refuses with `accounts.passkey-refused` who has no passkey.
 */
export async function preparePasskeyProof(
  platform: Platform,
  actor: Actor,
  statement: string,
): Promise<Result<PasskeyRequest>> {
  if (actor.kind !== 'person') return refuse('forbidden', 'accounts.forbidden')
  const passkeys = await listPasskeyFacts(platform.db, actor.personId)
  if (passkeys.length === 0) return refuse('conflict', 'accounts.passkey-refused')
  const now = platform.clock.now()
  const [challengeId, nonce] = [platform.newId(), randomBytes(32).toString('base64url')]
  const expiresAt = addMinutes(now, CHALLENGE_MINUTES)
  await insertChallenge(platform.db, { id: challengeId, personId: actor.personId, nonce, createdAt: now, expiresAt })
  return ok({
    challengeId,
    options: {
      challenge: Buffer.from(challengeOf(statement, nonce)).toString('base64url'),
      rpId: new URL(platform.config.baseUrl).hostname,
      timeout: CHALLENGE_MINUTES * 60_000,
      userVerification: 'required',
      allowCredentials: passkeys.map(({ credentialId }) => ({ id: credentialId, type: 'public-key' })),
    },
  })
}
