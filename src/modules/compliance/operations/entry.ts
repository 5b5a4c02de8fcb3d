import type { Id } from '../../../kernel/id.ts'
import type { Platform } from '../../../platform/context.ts'
import type { NewJournalEntry } from '../../../platform/journal.ts'
import { type Actor, journalActor } from '../domain/policy.ts'

type Change = Pick<NewJournalEntry, 'action' | 'subjectKind' | 'subjectId' | 'before' | 'after'>

/** The journal entry of what happens now. Names of parties are not in it: they lie with the screening. */
export const complianceEntry = (
  platform: Platform,
  actor: Actor,
  programmeId: Id,
  change: Change,
): NewJournalEntry => ({
  at: platform.clock.now(),
  programmeId,
  ...journalActor(actor),
  ...change,
})
