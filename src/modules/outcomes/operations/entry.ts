import type { Id } from '../../../kernel/id.ts'
import type { Platform } from '../../../platform/context.ts'
import type { NewJournalEntry } from '../../../platform/journal.ts'
import { type Actor, journalActor } from '../../accounts/index.ts'
import type { OutcomeRow } from '../store/outcome-store.ts'

type Change = Pick<NewJournalEntry, 'action' | 'subjectKind' | 'subjectId' | 'before' | 'after'>

/** The journal entry of what happens now. */
export const entryOf = (platform: Platform, actor: Actor, programmeId: Id, change: Change): NewJournalEntry => ({
  at: platform.clock.now(),
  programmeId,
  ...journalActor(actor),
  ...change,
})

/** What the journal keeps of a record: plain facts, no names. */
export const recordedFacts = (row: OutcomeRow) => ({
  reference: row.reference,
  kind: row.kind,
  basis: row.basis,
  amountMinor: row.amountMinor,
  currency: row.currency,
  grade: row.grade,
  happenedOn: row.happenedOn,
  status: row.status,
  revision: row.revision,
})

export const actorId = (actor: Actor): Id | null => (actor.kind === 'person' ? actor.personId : null)
