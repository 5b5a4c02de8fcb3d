import type { Id } from '../../../kernel/id.ts'
import { addMinutes } from '../../../kernel/instant.ts'
import type { Platform } from '../../../platform/context.ts'
import { tables } from '../../../platform/database/handle.ts'
import type { RequestStatus, Wish } from '../domain/request.ts'
import type { MeetingsTables } from '../store/tables.ts'

export interface RequestFacts {
  readonly programmeId: Id
  readonly eventId: Id
  /** Participants. */
  readonly hostId: Id
  readonly guestId: Id
  readonly wish?: Wish
  readonly note?: string | null
  /** Accepted unless said otherwise. */
  readonly status?: RequestStatus
  readonly expiresAt?: string
}

/** A request in any state, whatever the rules of the event say. */
export async function buildMeetingRequest(platform: Platform, facts: RequestFacts): Promise<{ requestId: Id }> {
  const requestId = platform.newId()
  const now = platform.clock.now()
  const status = facts.status ?? 'accepted'
  await tables<MeetingsTables>(platform.db)
    .insertInto('meetingRequest')
    .values({
      id: requestId,
      programmeId: facts.programmeId,
      eventId: facts.eventId,
      hostId: facts.hostId,
      guestId: facts.guestId,
      wish: facts.wish ?? 'want',
      note: facts.note ?? null,
      status,
      createdBy: null,
      createdAt: now,
      expiresAt: facts.expiresAt ?? addMinutes(now, 48 * 60),
      decidedBy: null,
      decidedAt: status === 'pending' || status === 'expired' ? null : now,
      declineReason: null,
    })
    .execute()
  return { requestId }
}
