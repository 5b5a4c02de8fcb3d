import type { Instant } from '../../../kernel/instant.ts'
import type { Refusal } from '../../../kernel/result.ts'
import { type TimeZone, wallClock } from '../../../kernel/time-zone.ts'
import type { EventStatus } from './ask.ts'
import { type Decision, type Parties, type Standing, mayDecide, maySeeRequest } from './policy.ts'
import { type MeetingsRefusal, refuseMeeting } from './refusal.ts'
import { type RequestStatus, statusAt } from './request.ts'

/** What a decision starts from, where it leads, and how the journal calls it. */
export const DECISIONS = {
  accept: { from: ['pending'], to: 'accepted', action: 'meeting-request.accepted' },
  decline: { from: ['pending', 'accepted'], to: 'declined', action: 'meeting-request.declined' },
  cancel: { from: ['pending', 'accepted'], to: 'cancelled', action: 'meeting-request.cancelled' },
} as const satisfies Record<
  Decision,
  { from: readonly RequestStatus[]; to: RequestStatus; action: `meeting-request.${string}` }
>

/** A request as it stands while somebody decides on it. */
export interface DecisionFacts extends Parties {
  readonly eventStatus: EventStatus
  readonly status: RequestStatus
  readonly expiresAt: Instant
  readonly decidedAt: Instant | null
  readonly decidedByName: string | null
  /** Of the side of the guest, and of the host. */
  readonly guestTimeZone: TimeZone
  readonly hostTimeZone: TimeZone
  /** Either company has withdrawn from the event. */
  readonly partyWithdrawn: boolean
  /** The programme screens its companies, so that accepting waits for the gate. */
  readonly screeningInForce: boolean
}

/** The facts on which a decision is open to somebody. */
export type OpenFacts = Parties &
  Pick<DecisionFacts, 'eventStatus' | 'status' | 'expiresAt' | 'decidedAt' | 'partyWithdrawn'>

/**
 * Whether the decision is open to `by`. The statement that writes it asks the same in its own words, so that of
 * two people who decide at the same instant one finds it closed.
 */
export function isOpenTo(facts: OpenFacts, by: Standing, decision: Decision, now: Instant): boolean {
  const status = statusAt(facts, now)
  return (
    facts.eventStatus !== 'closed' &&
    mayDecide(by, decision, facts, status) &&
    isUndecided(facts, decision, status) &&
    !(decision === 'accept' && facts.partyWithdrawn)
  )
}

/** Why the decision could not be written; for facts read in the statement that tried. */
export function explainRefusal(
  facts: DecisionFacts | null,
  by: Standing,
  decision: Decision,
  now: Instant,
): { ok: false; refusal: Refusal<MeetingsRefusal> } {
  if (!facts || !maySeeRequest(by, facts)) return refuseMeeting('absent', 'absent')
  const status = statusAt(facts, now)
  if (!mayDecide(by, decision, facts, status)) {
    return refuseMeeting('forbidden', decision === 'cancel' ? 'not-the-host' : 'not-the-guest')
  }
  if (status === 'expired') return refuseMeeting('conflict', 'expired', { expiresAt: facts.expiresAt })
  if (!isUndecided(facts, decision, status)) return alreadyDecided(facts, by, status)
  if (facts.eventStatus === 'closed') return refuseMeeting('conflict', 'event-not-open', { status: 'closed' })
  return refuseMeeting('conflict', 'not-available')
}

/** An accepted request can be declined only while its guest has not spoken: it was accepted by silence. */
const isUndecided = ({ decidedAt }: Pick<DecisionFacts, 'decidedAt'>, decision: Decision, status: RequestStatus) =>
  (DECISIONS[decision].from as readonly RequestStatus[]).includes(status) &&
  !(decision === 'decline' && status === 'accepted' && decidedAt !== null)

/** Names who decided and when, on a clock of the reader's side. */
function alreadyDecided(facts: DecisionFacts, by: Standing, status: RequestStatus) {
  const zone = by.companies.includes(facts.hostCompanyId) ? facts.hostTimeZone : facts.guestTimeZone
  const clock = facts.decidedAt ? wallClock(facts.decidedAt, zone) : null
  return refuseMeeting('conflict', 'already-decided', {
    status,
    known: facts.decidedByName !== null && clock !== null,
    decidedBy: facts.decidedByName,
    decidedAt: facts.decidedAt,
    decidedTime: clock && `${clock.date} ${clock.time} (${zone})`,
  })
}
