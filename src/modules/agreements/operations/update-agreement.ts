import { type Result, ok } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import { transaction } from '../../../platform/database/handle.ts'
import type { Actor } from '../../accounts/index.ts'
import { statusAt } from '../domain/agreement.ts'
import { mayManage } from '../domain/policy.ts'
import { refuseAgreement } from '../domain/refusal.ts'
import { TRANSITIONS, mayMove } from '../domain/transition.ts'
import { type AgreementKey, lockAgreement, saveContent } from '../store/agreement-store.ts'
import { unlessNumberTaken } from './create-agreement.ts'
import { agreementEntry } from './entry.ts'
import { type ContentInput, prepareContent } from './prepare-content.ts'

export interface UpdateAgreement extends ContentInput, AgreementKey {
  /** The one the change was made on. */
  readonly revision: number
}

/**
 * Another text or other parties. What was frozen or sent is a draft again and has to be sent anew; signatures of the
 * text before are void and stay on record. A signed agreement is not changed: an amendment is one of its own.
 */
export async function updateAgreement(
  platform: Platform,
  actor: Actor,
  { programmeId, agreementId, revision, ...input }: UpdateAgreement,
): Promise<Result<{ revision: number; voided: number }>> {
  if (!mayManage(actor, programmeId)) return refuseAgreement('absent', 'absent')
  const prepared = await prepareContent(platform, programmeId, input)
  if (!prepared.ok) return prepared
  const now = platform.clock.now()
  const change = () =>
    transaction(platform.db, async (trx): Promise<Result<{ revision: number; voided: number }>> => {
      const agreement = await lockAgreement(trx, agreementId)
      if (!agreement || agreement.programmeId !== programmeId) return refuseAgreement('absent', 'absent')
      const status = statusAt(agreement, now)
      if (!mayMove(status, 'change')) return refuseAgreement('conflict', 'not-in-state', { status })
      const voided = agreement.signatures.filter(({ voidedAt }) => voidedAt === null).length
      const entry = agreementEntry(platform, actor, { programmeId, agreementId }, TRANSITIONS.change.action, {
        before: { status: agreement.status, contentHash: agreement.contentHash },
        after: { status: 'draft', voided },
      })
      const key = { programmeId, agreementId }
      const isSaved = await saveContent(trx, key, { revision, ...prepared.value, now }, entry)
      return isSaved ? ok({ revision: revision + 1, voided }) : refuseAgreement('conflict', 'changed-meanwhile')
    })
  return unlessNumberTaken(input.number, change)
}
