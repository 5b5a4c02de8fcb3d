import type { Id } from '../../../kernel/id.ts'
import type { Platform } from '../../../platform/context.ts'
import type { NewJournalEntry } from '../../../platform/journal.ts'
import { type Actor, journalActor } from '../../accounts/index.ts'
import type { CaseKey } from '../store/case-store.ts'

/** The journal entry of what happens to a case now. */
export const caseEntry = (
  platform: Platform,
  actor: Actor,
  { programmeId, caseId }: CaseKey,
  action: `case.${string}`,
  change: { readonly before?: unknown; readonly after?: unknown } = {},
): NewJournalEntry => ({
  at: platform.clock.now(),
  ...journalActor(actor),
  programmeId,
  action,
  subjectKind: 'case',
  subjectId: caseId,
  ...change,
})

export const actorId = (actor: Actor): Id | null => (actor.kind === 'person' ? actor.personId : null)
