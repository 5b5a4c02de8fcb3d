import type { Id } from '../../../kernel/id.ts'
import { type Result, ok, refuse } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Actor } from '../domain/actor.ts'
import { type PasskeyFacts, listPasskeyFacts, saveCounter, takeChallenge } from '../store/passkey-store.ts'
import { challengeOf } from './passkey-challenge.ts'

/** AuthenticationResponseJSON of WebAuthn, as the browser gives it. */
export interface PasskeyAnswer {
  readonly id: string
  readonly rawId: string
  readonly type: 'public-key'
  readonly response: {
    readonly authenticatorData: string
    readonly clientDataJSON: string
    readonly signature: string
    readonly userHandle?: string | undefined
  }
}

export interface ProvePasskey {
  readonly challengeId: Id
  /** The one the challenge was asked for: of any other the answer proves nothing. */
  readonly statement: string
  readonly answer: PasskeyAnswer
}

/**
 * Whether a passkey of the actor has answered the challenge for this statement, on a device that checked its owner. The
 * challenge is used up by the try, whatever comes of it. Refuses everything else with `accounts.passkey-refused`. Not
 * to be called inside a transaction: a used challenge stays used.
 */
export async function provePasskey(
  platform: Platform,
  actor: Actor,
  { challengeId, statement, answer }: ProvePasskey,
): Promise<Result<{ passkeyId: Id }>> {
  if (actor.kind !== 'person') return refuse('forbidden', 'accounts.forbidden')
  const key = { id: challengeId, personId: actor.personId, now: platform.clock.now() }
  const nonce = await takeChallenge(platform.db, key)
  const passkeys = await listPasskeyFacts(platform.db, actor.personId)
  const passkey = passkeys.find(({ credentialId }) => credentialId === answer.id)
  const counter = nonce && passkey && (await counterOf(platform, passkey, challengeOf(statement, nonce), answer))
  // A counter that does not grow is one of a copy, unless the device does not count at all.
  const isProven = typeof counter === 'number' && (await saveCounter(platform.db, passkey!.id, counter))
  return isProven ? ok({ passkeyId: passkey!.id }) : refuse('forbidden', 'accounts.passkey-refused')
}

/** The new counter of the device; null when the answer is not a good one. */
async function counterOf(
  { config }: Platform,
  { credentialId, publicKey, counter }: PasskeyFacts,
  challenge: Uint8Array,
  answer: PasskeyAnswer,
): Promise<number | null> {
  const { verifyAuthenticationResponse } = await import('@simplewebauthn/server')
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: { ...answer, clientExtensionResults: {} } as Parameters<
        typeof verifyAuthenticationResponse
      >[0]['response'],
      expectedChallenge: Buffer.from(challenge).toString('base64url'),
      expectedOrigin: new URL(config.baseUrl).origin,
      expectedRPID: new URL(config.baseUrl).hostname,
      credential: { id: credentialId, publicKey: new Uint8Array(Buffer.from(publicKey, 'base64')), counter },
      requireUserVerification: true,
    })
    return verified ? authenticationInfo.newCounter : null
  } catch {
    return null
  }
}
