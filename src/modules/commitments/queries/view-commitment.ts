import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { Actor } from '../../accounts/index.ts'
import { type CommitmentStatus, mayStep, statusAt } from '../domain/commitment.ts'
import { mayManage, maySpeakFor } from '../domain/policy.ts'
import type { CommitmentRecord } from '../store/commitment-store.ts'

/** A commitment as one reader sees it. */
export interface CommitmentView extends CommitmentRecord {
  readonly status: CommitmentStatus
  readonly may: {
    readonly manage: boolean
    readonly giveEvidence: boolean
    /** Parties for which the reader may accept or object now. */
    readonly judgeFor: readonly Id[]
  }
}

export function viewCommitment(commitment: CommitmentRecord, actor: Actor, now: Instant): CommitmentView {
  const { programmeId, parties, partyId } = commitment
  const status = statusAt(commitment, now)
  const own = parties.filter((party) => maySpeakFor(actor, programmeId, party)).map(({ id }) => id)
  const canJudge = mayStep(status, 'judge') && commitment.evidence.length > 0
  return {
    ...commitment,
    status,
    may: {
      manage: mayManage(actor, programmeId),
      giveEvidence: own.includes(partyId) && mayStep(status, 'give-evidence'),
      judgeFor: canJudge ? own.filter((id) => id !== partyId) : [],
    },
  }
}
