import type { Id } from '../../../kernel/id.ts'
import type { Platform } from '../../../platform/context.ts'
import type { NewJournalEntry } from '../../../platform/journal.ts'
import { type Actor, journalActor } from '../../accounts/index.ts'
import type { AgreementKey } from '../store/agreement-store.ts'

/** The journal entry of what happens to an agreement now. */
export const agreementEntry = (
  platform: Platform,
  actor: Actor,
  { programmeId, agreementId }: AgreementKey,
  action: string,
  change: { readonly before?: unknown; readonly after?: unknown } = {},
): NewJournalEntry => ({
  at: platform.clock.now(),
  ...journalActor(actor),
  programmeId,
  action,
  subjectKind: 'agreement',
  subjectId: agreementId,
  ...change,
})

export const actorId = (actor: Actor): Id | null => (actor.kind === 'person' ? actor.personId : null)
