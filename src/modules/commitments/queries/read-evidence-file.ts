import type { Id } from '../../../kernel/id.ts'
import { type Result, ok } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Actor } from '../../accounts/index.ts'
import { refuseCommitment } from '../domain/refusal.ts'
import { askToTake } from '../operations/ask-to-share.ts'
import type { CommitmentKey } from '../store/commitment-store.ts'
import { readCommitment } from './read-commitment.ts'

export interface EvidenceFile {
  readonly name: string
  readonly mediaType: string
  readonly contents: Uint8Array<ArrayBuffer>
}

/** The file that was shown for a commitment, for whoever reads the commitment; other parties while the gate is open. */
export async function readEvidenceFile(
  platform: Platform,
  actor: Actor,
  { evidenceId, ...key }: CommitmentKey & { readonly evidenceId: Id },
): Promise<Result<EvidenceFile>> {
  const commitment = await readCommitment(platform, actor, key)
  if (!commitment.ok) return commitment
  const evidence = commitment.value.evidence.find(({ id }) => id === evidenceId)
  if (!evidence?.file) return refuseCommitment('absent', 'absent')
  const { file, partyId } = evidence
  const gate = await askToTake(platform, actor, commitment.value, partyId)
  if (!gate.ok) return gate
  return ok({ name: file.name, mediaType: file.mediaType, contents: await platform.files.read(file) })
}
