import { type Result, ok } from '../../../kernel/result.ts'
import { type Platform, within } from '../../../platform/context.ts'
import { transaction } from '../../../platform/database/handle.ts'
import type { Actor } from '../../accounts/index.ts'
import { statusAt } from '../domain/agreement.ts'
import { refuseAgreement } from '../domain/refusal.ts'
import { TRANSITIONS, mayMove } from '../domain/transition.ts'
import { lockAgreement, saveMove } from '../store/agreement-store.ts'
import { useCode } from '../store/signing-store.ts'
import { askGate } from './ask-gate.ts'
import { agreementEntry } from './entry.ts'
import { openWithCode } from './open-link.ts'
import { prepareSignature, saveSignature } from './save-signature.ts'
import { withStamps } from './sign-document.ts'

export interface SignAgreement {
  readonly link: string
  readonly code: string
  /** Of the text that was read: a text changed since is not signed. */
  readonly contentHash: string
}

/** The signatory signs, with the link and the code that was mailed. The code is used up by it. */
export async function signAgreement(
  platform: Platform,
  actor: Actor,
  { link, code, contentHash }: SignAgreement,
): Promise<Result<{ complete: boolean }>> {
  const opened = await openWithCode(platform, link, code)
  if (!opened.ok) return opened
  const { agreement, party, codeId, now } = opened.value
  const key = { programmeId: agreement.programmeId, agreementId: agreement.id }
  const gate = await askGate(platform, actor, 'agreement-signature', key)
  if (!gate.ok) return gate
  const command = { agreementId: agreement.id, partyId: party.id, contentHash, method: 'mailed-code' } as const
  return withStamps(
    platform,
    () => prepareSignature(platform, command),
    (prepared) =>
      transaction(platform.db, async (trx) => {
        const signed = await saveSignature(within(platform, trx), actor, command, prepared)
        if (!signed.ok) return signed
        return (await useCode(trx, codeId, now)) ? signed : refuseAgreement('forbidden', 'code-wrong')
      }),
  )
}

export interface DeclineAgreement {
  readonly link: string
  readonly code: string
  readonly reason: string
}

/** The signatory says no; nobody can sign any more. */
export async function declineAgreement(
  platform: Platform,
  actor: Actor,
  { link, code, reason }: DeclineAgreement,
): Promise<Result<null>> {
  const opened = await openWithCode(platform, link, code)
  if (!opened.ok) return opened
  const { agreement, party, codeId, contentHash, now } = opened.value
  const key = { programmeId: agreement.programmeId, agreementId: agreement.id }
  return transaction(platform.db, async (trx): Promise<Result<null>> => {
    const current = await lockAgreement(trx, agreement.id)
    if (!current) return refuseAgreement('absent', 'absent')
    const status = statusAt(current, now)
    if (!mayMove(status, 'decline')) return refuseAgreement('conflict', 'not-in-state', { status })
    if (current.contentHash !== contentHash) return refuseAgreement('conflict', 'text-changed')
    if (!(await useCode(trx, codeId, now))) return refuseAgreement('forbidden', 'code-wrong')
    const { from, action } = TRANSITIONS.decline
    const entry = agreementEntry(platform, actor, key, action, {
      before: { status },
      after: { status: 'declined', partyId: party.id },
    })
    await saveMove(trx, key, { to: 'declined', from, now, set: { reason } }, entry)
    return ok(null)
  })
}
