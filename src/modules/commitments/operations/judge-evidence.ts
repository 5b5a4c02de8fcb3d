import type { Id } from '../../../kernel/id.ts'
import { type Result, ok } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Actor } from '../../accounts/index.ts'
import { type CommitmentStatus, statusAfter } from '../domain/commitment.ts'
import { maySpeakFor } from '../domain/policy.ts'
import { refuseCommitment } from '../domain/refusal.ts'
import { type CommitmentKey, saveChange, saveVerdict } from '../store/commitment-store.ts'
import { withCommitment } from './change-commitment.ts'
import { actorId, commitmentEntry } from './entry.ts'

export interface JudgeEvidence extends CommitmentKey {
  readonly evidenceId: Id
  /** For whom is spoken. */
  readonly partyId: Id
  readonly verdict: 'accept' | 'object'
  readonly reason: string | null
}

/** Another party accepts the newest evidence or objects; the operator may speak on its behalf. */
export const judgeEvidence = (
  platform: Platform,
  actor: Actor,
  { evidenceId, partyId, verdict, reason, ...key }: JudgeEvidence,
): Promise<Result<{ status: CommitmentStatus }>> =>
  withCommitment(
    platform,
    actor,
    key,
    'judge',
    async (trx, commitment): Promise<Result<{ status: CommitmentStatus }>> => {
      const party = commitment.parties.find(({ id }) => id === partyId)
      if (!party || !maySpeakFor(actor, key.programmeId, party)) return refuseCommitment('absent', 'absent')
      if (partyId === commitment.partyId) return refuseCommitment('forbidden', 'own-evidence')
      const newest = commitment.evidence.at(-1)
      if (!newest) return refuseCommitment('conflict', 'no-evidence')
      if (newest.id !== evidenceId) return refuseCommitment('conflict', 'evidence-superseded')
      const now = platform.clock.now()
      await saveVerdict(trx, { evidenceId, partyId, verdict, reason, givenBy: actorId(actor), givenAt: now })
      const others = newest.verdicts.filter((one) => one.partyId !== partyId)
      const parties = commitment.parties.map(({ id }) => id)
      const status = statusAfter([...others, { partyId, verdict }], parties, commitment.partyId)
      const entry = commitmentEntry(
        platform,
        actor,
        key,
        status === 'fulfilled'
          ? 'commitment.fulfilled'
          : `commitment.${verdict === 'accept' ? 'accepted' : 'objected'}`,
        { before: { status: commitment.status }, after: { status, evidenceId, partyId, verdict } },
      )
      await saveChange(trx, commitment.id, { now, status, fulfilledAt: status === 'fulfilled' ? now : null }, entry)
      return ok({ status })
    },
  )
