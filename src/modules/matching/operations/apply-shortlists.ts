import type { Id } from '../../../kernel/id.ts'
import { type Result, ok, refuse } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import { transaction } from '../../../platform/database/handle.ts'
import { appendJournalEntries } from '../../../platform/journal.ts'
import { type Actor, journalActor } from '../../accounts/index.ts'
import { type ProposeShortlists, proposeShortlists } from '../queries/propose-shortlists.ts'
import { addToShortlists } from '../store/proposal-store.ts'
import { absent } from './refusals.ts'

/**
 * Writes a proposal onto the shortlists of both companies of each pair; what is there already stays as it is. The
 * proposal is made anew, which gives the same while `runId` is still the newest ranking; after another one it is refused.
 */
export async function applyShortlists(
  platform: Platform,
  actor: Actor,
  { runId, ...proposal }: ProposeShortlists & { readonly runId: Id },
): Promise<Result<{ added: number }>> {
  const who = journalActor(actor)
  if (!who.actorId) return absent()
  const addedBy = who.actorId
  const proposed = await proposeShortlists(platform, actor, proposal)
  if (!proposed.ok) return proposed
  if (proposed.value.runId !== runId) return refuse('conflict', 'matching.ranking-changed')
  const now = platform.clock.now()
  const { programmeId } = proposal
  return transaction(platform.db, async (trx) => {
    const added = await addToShortlists(trx, programmeId, proposed.value.pairs, addedBy, now)
    await appendJournalEntries(
      trx,
      added.map(({ companyId, partnerId }) => ({
        at: now,
        programmeId,
        ...who,
        action: 'match.shortlisted',
        subjectKind: 'company',
        subjectId: companyId,
        after: { partnerId, exposureCap: proposal.exposureCap },
      })),
    )
    return ok({ added: added.length })
  })
}
