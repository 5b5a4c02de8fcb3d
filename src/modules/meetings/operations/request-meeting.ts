import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import { type Result, ok } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import { transaction } from '../../../platform/database/handle.ts'
import { type Actor, systemActor } from '../../accounts/index.ts'
import { standingOf } from '../../events/index.ts'
import { decideRequest } from '../domain/ask.ts'
import type { RequestStatus, Wish } from '../domain/request.ts'
import { type EventKey, type RequestToSave, insertRequest, loadAskFacts } from '../store/request-store.ts'
import { companiesHeld } from './companies-held.ts'
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
 *
 * Where requests count until they are declined and screening is in force, the gate is asked between the two, outside
 * the transaction; a pair that is not cleared has a pending request, which waits for somebody to accept it.
 */
export async function requestMeeting(
  platform: Platform,
  actor: Actor,
  command: RequestMeeting,
): Promise<Result<RequestedMeeting>> {
  const asked = await ask(platform, actor, command, 'ask-gate')
  if (!isPair(asked)) return asked
  const held = await companiesHeld(platform, command.programmeId, async () => asked.companies)
  const waits = asked.companies.some((id) => held.has(id))
  return (await ask(platform, actor, command, waits ? 'hold' : 'confirm')) as Result<RequestedMeeting>
}

/** Those the gate has to be asked for before the request is written. */
interface Pair {
  readonly companies: readonly Id[]
}
const isPair = (asked: Pair | Result<RequestedMeeting>): asked is Pair => 'companies' in asked

function ask(
  platform: Platform,
  actor: Actor,
  command: RequestMeeting,
  screened: 'ask-gate' | 'confirm' | 'hold',
): Promise<Pair | Result<RequestedMeeting>> {
  const by = standingOf(actor, command.programmeId)
  return transaction(platform.db, async (trx): Promise<Pair | Result<RequestedMeeting>> => {
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
      const now = platform.clock.now()
      const facts = await loadAskFacts(trx, command, command.hostId, command.guestId, now)
      const decided = decideRequest(facts, by, now)
      if (!decided.ok) return decided
      const { asksGate, ...request } = decided.value
      if (asksGate && screened === 'ask-gate') {
        return { companies: [facts?.host, facts?.guest].flatMap((party) => party?.companyId ?? []) }
      }
      const status = asksGate && screened === 'hold' ? 'pending' : request.status
      const id = platform.newId()
      const saved = { ...command, ...request, id, status, createdBy: actorId(actor), createdAt: now }
      const { expiresAt } = request
      if (await insertRequest(trx, command, saved, entriesOf(platform, actor, command, saved))) {
        return ok({ id, status, expiresAt })
      }
    }
    throw new Error(`A meeting request lost ${ATTEMPTS} races in a row`)
  })
}

function entriesOf(platform: Platform, actor: Actor, { programmeId, eventId }: RequestMeeting, saved: RequestToSave) {
  const { id, hostId, guestId, wish, status, onBehalf, expiresAt, stale } = saved
  const keys = { programmeId, requestId: id }
  return {
    created: requestEntry(platform, actor, keys, 'meeting-request.created', {
      after: { eventId, hostId, guestId, wish, status, onBehalf, expiresAt },
    }),
    expired: stale === null ? null : expiredEntry(platform, programmeId, stale),
  }
}

/** Time did it, not the one who asks next. */
export const expiredEntry = (platform: Platform, programmeId: Id, requestId: Id) =>
  requestEntry(platform, systemActor('meetings'), { programmeId, requestId }, 'meeting-request.expired', {
    before: { status: 'pending' },
    after: { status: 'expired' },
  })
