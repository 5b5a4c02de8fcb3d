import type { Id } from '../../../kernel/id.ts'
import { type Instant, addMinutes } from '../../../kernel/instant.ts'
import { type Refusal, type Result, ok } from '../../../kernel/result.ts'
import { type Standing, mayAskFor, speaksFor } from './policy.ts'
import { type MeetingsRefusal, refuseMeeting } from './refusal.ts'
import { type RequestStatus, isLive, statusAt } from './request.ts'

export type EventStatus = 'setup' | 'open' | 'closed'

/** The rules of the event that bear on requests. */
export interface RequestRules {
  readonly status: EventStatus
  readonly requestMode: 'opt-in' | 'opt-out'
  readonly requestExpiryHours: number
  readonly maxRequestsPerParticipant: number
  readonly whoMayMeet: 'across-sides' | 'anyone'
  /** The programme screens its companies: no meeting is confirmed before the gate is open for both. */
  readonly screeningInForce: boolean
}

export interface PartyFacts {
  readonly participantId: Id
  readonly companyId: Id
  readonly sideId: Id
  readonly status: 'registered' | 'withdrawn'
  /** Accepted meetings, whoever asked. */
  readonly accepted: number
  readonly maxMeetings: number | null
  /** Said never to the other one. */
  readonly saidNever: boolean
}

/** Everything a request is decided on; null parties are not of this event. */
export interface AskFacts {
  readonly event: RequestRules
  readonly host: PartyFacts | null
  readonly guest: PartyFacts | null
  /** Live requests that the host has made. */
  readonly hostRequests: number
  /** The request of the pair that is marked live, whoever asked; its time may have run out. */
  readonly pair: { readonly id: Id; readonly status: RequestStatus; readonly expiresAt: Instant } | null
}

export interface NewRequest {
  readonly status: 'pending' | 'accepted'
  readonly onBehalf: boolean
  readonly expiresAt: Instant
  readonly maxRequests: number
  /** A request of the pair whose time has run out and which nobody has marked expired yet. */
  readonly stale: Id | null
  /** Accepted without anybody's word, where screening is in force: it stays pending unless the gate is open. */
  readonly asksGate: boolean
}

/** Companies ask while the event is open; the operator already while preparing it. */
export const mayAskIn = (by: Standing, status: EventStatus): boolean =>
  status === 'open' || (by.isOperator && status === 'setup')

/** Has as many meetings as it wants. */
export const isFull = ({ accepted, maxMeetings }: Pick<PartyFacts, 'accepted' | 'maxMeetings'>): boolean =>
  maxMeetings !== null && accepted >= maxMeetings

export const mayMeet = (
  rules: Pick<RequestRules, 'whoMayMeet'>,
  a: Pick<PartyFacts, 'sideId'>,
  b: Pick<PartyFacts, 'sideId'>,
): boolean => rules.whoMayMeet === 'anyone' || a.sideId !== b.sideId

/**
 * Whether `by` may ask `guest` for a meeting in the name of `host`, and what the request then is.
 * A guest who said never is refused with the very sentence of a guest who withdrew or whose day is full: nobody is
 * told of another's list. The operator, who keeps the lists, is told.
 */
export function decideRequest(
  facts: AskFacts | null,
  by: Standing,
  now: Instant,
): Result<NewRequest, Refusal<MeetingsRefusal>> {
  const { event, host, guest } = facts ?? {}
  if (!event || !host || !mayAskFor(by, host.companyId)) return refuseMeeting('absent', 'absent')
  if (!guest) return refuseMeeting('absent', 'absent')
  if (host.participantId === guest.participantId) return refuseMeeting('invalid', 'to-oneself')
  if (!mayAskIn(by, event.status)) return refuseMeeting('conflict', 'event-not-open', { status: event.status })
  if (host.status === 'withdrawn') return refuseMeeting('conflict', 'host-withdrawn')
  if (!mayMeet(event, host, guest)) return refuseMeeting('conflict', 'own-side')
  const pairStatus = facts?.pair ? statusAt(facts.pair, now) : null
  if (pairStatus && isLive(pairStatus)) return refuseMeeting('conflict', 'pair-already-live', { status: pairStatus })
  if (host.saidNever) return refuseMeeting('conflict', 'own-never-meet')
  if (guest.saidNever && by.isOperator) return refuseMeeting('conflict', 'never-meet')
  if (guest.saidNever || guest.status === 'withdrawn' || isFull(guest))
    return refuseMeeting('conflict', 'not-available')
  const max = event.maxRequestsPerParticipant
  if ((facts?.hostRequests ?? 0) >= max) return refuseMeeting('conflict', 'quota-reached', { max })
  const status = event.requestMode === 'opt-out' ? 'accepted' : 'pending'
  return ok({
    status,
    asksGate: status === 'accepted' && event.screeningInForce,
    onBehalf: !speaksFor(by, host.companyId),
    expiresAt: addMinutes(now, event.requestExpiryHours * 60),
    maxRequests: max,
    stale: pairStatus === 'expired' ? (facts?.pair?.id ?? null) : null,
  })
}
