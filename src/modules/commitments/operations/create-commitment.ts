import type { Id } from '../../../kernel/id.ts'
import type { LocalizedText } from '../../../kernel/locale.ts'
import { type Result, ok } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import { transaction } from '../../../platform/database/handle.ts'
import { appendJournal } from '../../../platform/journal.ts'
import type { Actor } from '../../accounts/index.ts'
import type { EvidenceKind, Money } from '../../agreements/index.ts'
import { mayManage } from '../domain/policy.ts'
import { refuseCommitment } from '../domain/refusal.ts'
import { insertCommitments } from '../store/commitment-store.ts'
import { actorId, commitmentEntry } from './entry.ts'

export interface CreateCommitment {
  readonly programmeId: Id
  readonly agreementId: Id
  readonly partyId: Id
  readonly what: LocalizedText
  readonly dueOn: string | null
  readonly evidenceKind: EvidenceKind
  readonly amount: Money | null
  /** False: entered from a report, and what became of it is not known; nobody is reminded and it is never overdue. */
  readonly followed: boolean
  readonly source: string | null
  readonly note: LocalizedText
}

/** A promise of a signed agreement, entered by hand. */
export async function createCommitment(
  platform: Platform,
  actor: Actor,
  { programmeId, agreementId, followed, amount, ...facts }: CreateCommitment,
): Promise<Result<{ id: Id }>> {
  if (!mayManage(actor, programmeId)) return refuseCommitment('absent', 'absent')
  const id = platform.newId()
  const row = {
    ...facts,
    id,
    milestoneKey: null,
    amountMinor: amount?.minor ?? null,
    currency: amount?.currency ?? null,
    status: followed ? ('open' as const) : ('not-followed' as const),
  }
  const by = { createdBy: actorId(actor), now: platform.clock.now() }
  return transaction(platform.db, async (trx): Promise<Result<{ id: Id }>> => {
    const written = await insertCommitments(trx, { programmeId, agreementId }, [row], by)
    if (written === null) return refuseCommitment('conflict', 'agreement-not-signed')
    const after = { agreementId, status: row.status, dueOn: row.dueOn }
    const key = { programmeId, commitmentId: id }
    await appendJournal(trx, commitmentEntry(platform, actor, key, 'commitment.created', { after }))
    return ok({ id })
  })
}
