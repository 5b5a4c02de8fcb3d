import { type Result, ok } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Actor } from '../../accounts/index.ts'
import { maySee } from '../domain/policy.ts'
import { refuseCommitment } from '../domain/refusal.ts'
import { type CommitmentKey, findCommitment } from '../store/commitment-store.ts'
import { type CommitmentView, viewCommitment } from './view-commitment.ts'

/** For whoever is no party to its agreement and does not see the programme, the commitment does not exist. */
export async function readCommitment(
  platform: Platform,
  actor: Actor,
  key: CommitmentKey,
): Promise<Result<CommitmentView>> {
  const commitment = await findCommitment(platform.db, key)
  if (!commitment || !maySee(actor, key.programmeId, commitment.parties)) return refuseCommitment('absent', 'absent')
  return ok(viewCommitment(commitment, actor, platform.clock.now()))
}
