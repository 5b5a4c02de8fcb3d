import type { Id } from '../../../kernel/id.ts'
import { type Refusal, type Result, ok } from '../../../kernel/result.ts'
import type { EventStatus } from './ask.ts'
import { type Standing, mayAskFor } from './policy.ts'
import { type MeetingsRefusal, refuseMeeting } from './refusal.ts'
import type { RequestStatus } from './request.ts'

/** What an entry of a never-meet list is decided on. */
export interface NeverFacts {
  readonly eventStatus: EventStatus
  /** Of the participant whose list it is. */
  readonly companyId: Id
  /** Null: not of this event. */
  readonly unwantedId: Id | null
  /** The live request of the pair, if any. */
  readonly pairStatus: RequestStatus | null
}

/**
 * Whether `by` may write on the list. A pair with a live request has to decline or cancel it first: one cannot be
 * willing and unwilling at once.
 */
export function decideNever(
  facts: NeverFacts | null,
  by: Standing,
  command: { readonly participantId: Id; readonly unwantedId: Id; readonly never: boolean },
): Result<null, Refusal<MeetingsRefusal>> {
  if (!facts || !mayAskFor(by, facts.companyId) || !facts.unwantedId) return refuseMeeting('absent', 'absent')
  if (command.participantId === command.unwantedId) return refuseMeeting('invalid', 'to-oneself')
  if (facts.eventStatus === 'closed') return refuseMeeting('conflict', 'event-not-open', { status: 'closed' })
  if (command.never && facts.pairStatus) {
    return refuseMeeting('conflict', 'pair-already-live', { status: facts.pairStatus })
  }
  return ok(null)
}
