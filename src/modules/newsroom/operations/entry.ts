import type { Id } from '../../../kernel/id.ts'
import type { Platform } from '../../../platform/context.ts'
import type { NewJournalEntry } from '../../../platform/journal.ts'
import { type Actor, journalActor } from '../../accounts/index.ts'

type Change = Pick<NewJournalEntry, 'action' | 'before' | 'after'>

/** The journal entry of what happens to an article now. */
export const articleEntry = (
  platform: Platform,
  actor: Actor,
  { programmeId, articleId }: { readonly programmeId: Id; readonly articleId: Id },
  change: Change,
): NewJournalEntry => ({
  at: platform.clock.now(),
  programmeId,
  ...journalActor(actor),
  subjectKind: 'article',
  subjectId: articleId,
  ...change,
})

/** The journal entry of what happens to the public pages of a programme now. */
export const siteEntry = (platform: Platform, actor: Actor, programmeId: Id, change: Change): NewJournalEntry => ({
  at: platform.clock.now(),
  programmeId,
  ...journalActor(actor),
  subjectKind: 'programme',
  subjectId: programmeId,
  ...change,
})

export const actorId = (actor: Actor): Id | null => (actor.kind === 'person' ? actor.personId : null)
