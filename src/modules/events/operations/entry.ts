import type { Id } from '../../../kernel/id.ts'
import type { Platform } from '../../../platform/context.ts'
import type { NewJournalEntry } from '../../../platform/journal.ts'
import { type Actor, journalActor } from '../../accounts/index.ts'

/** What happened to what, as far as the operation knows; who and when is added here. */
type Happening = Pick<NewJournalEntry, 'action' | 'subjectKind' | 'subjectId' | 'before' | 'after'> & {
  readonly programmeId: Id
}

/** The journal entry of a change made now by `actor`. */
export const entryOf = (platform: Platform, actor: Actor, happening: Happening): NewJournalEntry => ({
  at: platform.clock.now(),
  ...journalActor(actor),
  ...happening,
})
