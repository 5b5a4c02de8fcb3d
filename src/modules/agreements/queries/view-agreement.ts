import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { Actor } from '../../accounts/index.ts'
import { type AgreementStatus, statusAt } from '../domain/agreement.ts'
import { mayManage } from '../domain/policy.ts'
import { awaited } from '../domain/signing.ts'
import { type Transition, mayMove } from '../domain/transition.ts'
import { signingFacts } from '../operations/save-signature.ts'
import type { AgreementRecord } from '../store/agreement-store.ts'

type OperatorStep = Exclude<Transition, 'decline' | 'expire'>
const STEPS: readonly OperatorStep[] = ['change', 'freeze', 'send', 'recall', 'suspend', 'resume']

/** An agreement as one reader sees it. */
export interface AgreementView extends AgreementRecord {
  readonly status: AgreementStatus
  /** Parties whose signature is awaited now. */
  readonly awaitedParties: readonly Id[]
  readonly may: Readonly<Record<OperatorStep, boolean>>
}

export function viewAgreement(agreement: AgreementRecord, actor: Actor, now: Instant): AgreementView {
  const status = statusAt(agreement, now)
  const manages = mayManage(actor, agreement.programmeId)
  const may = Object.fromEntries(STEPS.map((step) => [step, manages && mayMove(status, step)]))
  const awaitedParties = status === 'sent' ? awaited(signingFacts(agreement)).map(({ partyId }) => partyId) : []
  return { ...agreement, status, awaitedParties, may: may as AgreementView['may'] }
}
