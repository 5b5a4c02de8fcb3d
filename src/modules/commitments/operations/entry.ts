import type { Id } from '../../../kernel/id.ts'
import type { Platform } from '../../../platform/context.ts'
import type { NewJournalEntry } from '../../../platform/journal.ts'
import { type Actor, journalActor } from '../../accounts/index.ts'
import type { CommitmentKey } from '../store/commitment-store.ts'

/** The journal entry of what happens to a commitment now. */
export const commitmentEntry = (
  platform: Platform,
  actor: Actor,
  { programmeId, commitmentId }: CommitmentKey,
  action: `commitment.${string}`,
  change: { readonly before?: unknown; readonly after?: unknown } = {},
): NewJournalEntry => ({
  at: platform.clock.now(),
  ...journalActor(actor),
  programmeId,
  action,
  subjectKind: 'commitment',
  subjectId: commitmentId,
  ...change,
})

export const actorId = (actor: Actor): Id | null => (actor.kind === 'person' ? actor.personId : null)
