import type { Id } from '../../../kernel/id.ts'
import { type Result, ok } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Actor } from '../../accounts/index.ts'
import { gatePartiesOfAgreement } from '../../agreements/index.ts'
import { type GateParty, checkGate } from '../../compliance/index.ts'
import { maySee } from '../domain/policy.ts'
import { type CommitmentKey, type CommitmentRecord, findCommitment } from '../store/commitment-store.ts'

/**
 * Whether a file may be handed to the other parties of the agreement. To be asked before the transaction of the step,
 * because what the check finds has to stay when the step is refused. Nobody is checked for who does not see the
 * commitment: the step then refuses in its own words.
 */
export const askToGive = (platform: Platform, actor: Actor, key: CommitmentKey): Promise<Result<unknown>> =>
  ask(platform, actor, key.programmeId, async () => {
    const commitment = await findCommitment(platform.db, key)
    return commitment && maySee(actor, key.programmeId, commitment.parties)
      ? gatePartiesOfAgreement(platform, { programmeId: key.programmeId, agreementId: commitment.agreementId })
      : []
  })

/** Whether the actor may have a file that a party gave: its own people and those who look after the programme always. */
export async function askToTake(
  platform: Platform,
  actor: Actor,
  { programmeId, agreementId, parties }: Pick<CommitmentRecord, 'programmeId' | 'agreementId' | 'parties'>,
  giverId: Id,
): Promise<Result<unknown>> {
  const giver = parties.filter(({ id }) => id === giverId)
  if (maySee(actor, programmeId, giver)) return ok(null)
  return ask(platform, actor, programmeId, () => gatePartiesOfAgreement(platform, { programmeId, agreementId }))
}

const ask = (platform: Platform, actor: Actor, programmeId: Id, parties: () => Promise<GateParty[]>) =>
  checkGate(platform, { programmeId, gate: 'file-share', parties, actor })
