import type { Platform } from '../../../platform/context.ts'
import type { Id } from '../../../kernel/id.ts'
import type { NewJournalEntry } from '../../../platform/journal.ts'
import { type Actor, journalActor } from '../../accounts/index.ts'

/** The journal entry of what happens to a request now. */
export const requestEntry = (
  platform: Platform,
  actor: Actor,
  { programmeId, requestId }: { readonly programmeId: Id; readonly requestId: Id },
  action: `meeting-request.${string}`,
  change: { readonly before?: unknown; readonly after?: unknown },
): NewJournalEntry => ({
  at: platform.clock.now(),
  ...journalActor(actor),
  programmeId,
  action,
  subjectKind: 'meeting-request',
  subjectId: requestId,
  ...change,
})

/** The journal entry of a change of a participant's never-meet list. */
export const neverEntry = (
  platform: Platform,
  actor: Actor,
  programmeId: Id,
  { participantId, unwantedId }: { readonly participantId: Id; readonly unwantedId: Id },
  never: boolean,
): NewJournalEntry => ({
  at: platform.clock.now(),
  ...journalActor(actor),
  programmeId,
  action: never ? 'never-meet.added' : 'never-meet.removed',
  subjectKind: 'participant',
  subjectId: participantId,
  after: { unwantedId },
})

export const actorId = (actor: Actor): Id | null => (actor.kind === 'person' ? actor.personId : null)
