import type { Id } from '../../../kernel/id.ts'
import type { Interval } from '../../../kernel/interval.ts'
import { type Refusal, type Result, ok } from '../../../kernel/result.ts'
import type { Attendance, EventStatus } from './event.ts'
import { type Standing, mayActForCompany, mayChangeParticipation } from './policy.ts'
import { type EventsRefusal, refuseEvent } from './refusal.ts'

/** How a company takes part. */
export interface Participation {
  /** People of the company who can sit in meetings at the same time. */
  readonly delegates: number
  readonly attendance: Attendance
  readonly languages: readonly string[]
  readonly maxMeetings: number | null
  /** Empty: the whole event. */
  readonly availability: readonly Interval[]
}

export interface Registration {
  readonly eventStatus: EventStatus
  /** Null: no such company in the programme. */
  readonly companyId: Id | null
  readonly registered: { readonly id: Id; readonly status: 'registered' | 'withdrawn' } | null
}

/** The id under which the company takes part: that of an earlier, withdrawn registration, or a new one. */
export function decideRegistration(
  facts: Registration | null,
  by: Standing,
  newId: Id,
): Result<Id, Refusal<EventsRefusal>> {
  if (!facts) return refuseEvent('absent', 'absent')
  const { companyId, eventStatus, registered } = facts
  if (!companyId || !mayActForCompany(by, companyId)) return refuseEvent('absent', 'company-absent')
  if (!mayChangeParticipation(by, eventStatus)) return refuseEvent('conflict', 'not-open', { status: eventStatus })
  if (registered?.status === 'registered') return refuseEvent('conflict', 'participant-already-registered')
  return ok(registered?.id ?? newId)
}

export interface ParticipantState {
  readonly companyId: Id
  readonly status: 'registered' | 'withdrawn'
}

/** Whether the participation may be changed or ended. */
export function decideParticipantChange(
  facts: { readonly eventStatus: EventStatus; readonly participant: ParticipantState } | null,
  by: Standing,
): Result<null, Refusal<EventsRefusal>> {
  if (!facts || !mayActForCompany(by, facts.participant.companyId)) return refuseEvent('absent', 'absent')
  if (!mayChangeParticipation(by, facts.eventStatus)) {
    return refuseEvent('conflict', 'not-open', { status: facts.eventStatus })
  }
  if (facts.participant.status === 'withdrawn') return refuseEvent('conflict', 'participant-withdrawn')
  return ok(null)
}
