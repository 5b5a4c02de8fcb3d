import type { Instant } from '../../../kernel/instant.ts'
import { type Result, ok } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import { transaction } from '../../../platform/database/handle.ts'
import type { Actor } from '../../accounts/index.ts'
import { type AgreementStatus, statusAt } from '../domain/agreement.ts'
import { mayManage } from '../domain/policy.ts'
import { refuseAgreement } from '../domain/refusal.ts'
import { TRANSITIONS, type Transition, checkSignatories, mayMove } from '../domain/transition.ts'
import {
  type AgreementKey,
  type AgreementRecord,
  type Move,
  findSuspendedFrom,
  lockAgreement,
  saveMove,
} from '../store/agreement-store.ts'
import { askGate } from './ask-gate.ts'
import { agreementEntry } from './entry.ts'

type Target = (
  agreement: AgreementRecord,
  suspendedFrom: 'sent' | 'signed' | null,
) => Result<{
  readonly to: AgreementStatus
  readonly set: NonNullable<Move['set']>
}>

/** What the operator's steps have in common: lock, look whether the step is open, write it with its entry. */
async function move(
  platform: Platform,
  actor: Actor,
  key: AgreementKey,
  transition: Transition,
  target: Target,
): Promise<Result<null>> {
  if (!mayManage(actor, key.programmeId)) return refuseAgreement('absent', 'absent')
  const now = platform.clock.now()
  return transaction(platform.db, async (trx): Promise<Result<null>> => {
    const agreement = await lockAgreement(trx, key.agreementId)
    if (!agreement || agreement.programmeId !== key.programmeId) return refuseAgreement('absent', 'absent')
    const status = statusAt(agreement, now)
    if (!mayMove(status, transition)) return refuseAgreement('conflict', 'not-in-state', { status })
    const decided = target(agreement, transition === 'resume' ? await findSuspendedFrom(trx, key) : null)
    if (!decided.ok) return decided
    const { to, set } = decided.value
    const { from, action } = TRANSITIONS[transition]
    // The moment in the journal is the one in the row: the links of a sending are told by it later.
    const changed = agreementEntry(platform, actor, key, action, { before: { status }, after: { status: to } })
    const entry = { ...changed, at: now }
    await saveMove(trx, key, { to, from, now, set }, entry)
    return ok(null)
  })
}

export interface SendAgreement extends AgreementKey {
  readonly expiresAt: Instant | null
  /** Who watches the signing on a signing day; in ceremony mode only. */
  readonly witness: string | null
}

/**
 * Opens the agreement for signature; those whose turn it is are written to, unless they sign at a ceremony. Where
 * screening is in force every party has to be cleared.
 */
export async function sendAgreement(
  platform: Platform,
  actor: Actor,
  { expiresAt, witness, ...key }: SendAgreement,
): Promise<Result<null>> {
  if (!mayManage(actor, key.programmeId)) return refuseAgreement('absent', 'absent')
  const gate = await askGate(platform, actor, 'agreement-send', key)
  if (!gate.ok) return gate
  return move(platform, actor, key, 'send', ({ content }) => {
    const now = platform.clock.now()
    if (expiresAt !== null && expiresAt <= now) return refuseAgreement('invalid', 'expiry-not-ahead')
    const ready = checkSignatories(content.parties, now)
    return ready.ok ? ok({ to: 'sent', set: { expiresAt, witness } }) : ready
  })
}

export interface RecallAgreement extends AgreementKey {
  readonly reason: string
}

/** Takes an agreement back before all have signed. */
export const recallAgreement = (platform: Platform, actor: Actor, { reason, ...key }: RecallAgreement) =>
  move(platform, actor, key, 'recall', () => ok({ to: 'recalled', set: { reason } }))

/** A law forbids to go on, with the signing or with what was signed. */
export const suspendAgreement = (platform: Platform, actor: Actor, { reason, ...key }: RecallAgreement) =>
  move(platform, actor, key, 'suspend', ({ status }) =>
    ok({ to: 'suspended-by-law', set: { reason, suspendedFrom: status } }),
  )

/** Back to where it stood. */
export const resumeAgreement = (platform: Platform, actor: Actor, key: AgreementKey) =>
  move(platform, actor, key, 'resume', (_, suspendedFrom) =>
    ok({ to: suspendedFrom ?? 'signed', set: { suspendedFrom: null } }),
  )
