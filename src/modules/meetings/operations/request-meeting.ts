import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import { type Result, ok } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import { transaction } from '../../../platform/database/handle.ts'
import { type Actor, systemActor } from '../../accounts/index.ts'
import { standingOf } from '../../events/index.ts'
import { decideRequest } from '../domain/ask.ts'
import type { RequestStatus, Wish } from '../domain/request.ts'
import { type EventKey, insertRequest, loadAskFacts } from '../store/request-store.ts'
import { actorId, requestEntry } from './entry.ts'

export type RequestMeeting = EventKey & {
  /** Participants, not companies. */
  readonly hostId: Id
  readonly guestId: Id
  readonly wish: Wish
  readonly note: string | null
}

export interface RequestedMeeting {
  readonly id: Id
  readonly status: RequestStatus
  readonly expiresAt: Instant
}

/** Somebody else of the pair, or the same host, may be faster this often before it is a defect. */
const ATTEMPTS = 5

/**
 * Asks for a meeting: one statement to load, one to write. When the write finds that another request of the pair
 * or of the host came first, the facts are loaded anew and the refusal is the one of somebody who came second.
 */
export async function requestMeeting(
  platform: Platform,
  actor: Actor,
  command: RequestMeeting,
): Promise<Result<RequestedMeeting>> {
  const by = standingOf(actor, command.programmeId)
  return transaction(platform.db, async (trx): Promise<Result<RequestedMeeting>> => {
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
      const now = platform.clock.now()
      const decided = decideRequest(await loadAskFacts(trx, command, command.hostId, command.guestId, now), by, now)
      if (!decided.ok) return decided
      const { hostId, guestId, wish, note } = command
      const { status, expiresAt, stale, onBehalf } = decided.value
      const id = platform.newId()
      const request = { ...decided.value, id, hostId, guestId, wish, note, createdBy: actorId(actor), createdAt: now }
      const keys = { programmeId: command.programmeId, requestId: id }
      const entries = {
        created: requestEntry(platform, actor, keys, 'meeting-request.created', {
          after: { eventId: command.eventId, hostId, guestId, wish, status, onBehalf, expiresAt },
        }),
        expired: stale === null ? null : expiredEntry(platform, command.programmeId, stale),
      }
      if (await insertRequest(trx, command, request, entries)) return ok({ id, status, expiresAt })
    }
    throw new Error(`A meeting request lost ${ATTEMPTS} races in a row`)
  })
}

/** Time did it, not the one who asks next. */
export const expiredEntry = (platform: Platform, programmeId: Id, requestId: Id) =>
  requestEntry(platform, systemActor('meetings'), { programmeId, requestId }, 'meeting-request.expired', {
    before: { status: 'pending' },
    after: { status: 'expired' },
  })
