import type { Id } from '../../../kernel/id.ts'
import type { Result } from '../../../kernel/result.ts'
import { type Platform, within } from '../../../platform/context.ts'
import { transaction } from '../../../platform/database/handle.ts'
import {
  type Actor,
  type PasskeyAnswer,
  type PasskeyRequest,
  preparePasskeyProof,
  provePasskey,
} from '../../accounts/index.ts'
import { refuseAgreement } from '../domain/refusal.ts'
import { decideSignature } from '../domain/signing.ts'
import { askGate } from './ask-gate.ts'
import { openAsSignatory } from './open-link.ts'
import { prepareSignature, saveSignature, signingFacts } from './save-signature.ts'
import { withStamps } from './sign-document.ts'

/** What the device signs: that the holder of this link signs this text. */
const statementOf = (link: string, contentHash: string): string =>
  ['agreements.signature', contentHash, link].join('\n')

export interface PrepareSigningPasskey {
  readonly link: string
  /** Of the text that was read. */
  readonly contentHash: string
}

/** Begins a signature by passkey: only for the signatory, signed in here, whose turn it is. */
export async function prepareSigningPasskey(
  platform: Platform,
  actor: Actor,
  { link, contentHash }: PrepareSigningPasskey,
): Promise<Result<PasskeyRequest>> {
  const opened = await openAsSignatory(platform, actor, link)
  if (!opened.ok) return refuseAgreement('forbidden', 'passkey-refused')
  const { agreement, party, now } = opened.value
  const facts = signingFacts(agreement)
  const decided = decideSignature(facts, { partyId: party.id, contentHash, mode: 'remote' }, now)
  if (!decided.ok) return decided
  const prepared = await preparePasskeyProof(platform, actor, statementOf(link, contentHash))
  return prepared.ok ? prepared : refuseAgreement('forbidden', 'passkey-refused')
}

export interface SignByPasskey extends PrepareSigningPasskey {
  readonly challengeId: Id
  readonly answer: PasskeyAnswer
}

/** The signatory signs with a passkey. The challenge is used up by it, whatever comes of it. */
export async function signByPasskey(
  platform: Platform,
  actor: Actor,
  { link, contentHash, challengeId, answer }: SignByPasskey,
): Promise<Result<{ complete: boolean }>> {
  const opened = await openAsSignatory(platform, actor, link)
  if (!opened.ok) return refuseAgreement('forbidden', 'passkey-refused')
  const statement = statementOf(link, contentHash)
  const proven = await provePasskey(platform, actor, { challengeId, statement, answer })
  if (!proven.ok) return refuseAgreement('forbidden', 'passkey-refused')
  const { agreement, party } = opened.value
  const key = { programmeId: agreement.programmeId, agreementId: agreement.id }
  const gate = await askGate(platform, actor, 'agreement-signature', key)
  if (!gate.ok) return gate
  const command = { agreementId: agreement.id, partyId: party.id, contentHash, method: 'passkey' } as const
  return withStamps(
    platform,
    () => prepareSignature(platform, command),
    (prepared) => transaction(platform.db, (trx) => saveSignature(within(platform, trx), actor, command, prepared)),
  )
}
