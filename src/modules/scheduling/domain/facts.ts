import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { Interval } from '../../../kernel/interval.ts'
import type { TimeZone } from '../../../kernel/time-zone.ts'
import type { Outcome } from './outcome.ts'
import type { PlannedMeeting } from './planned-meeting.ts'

export type { PlannedMeeting }

/** Everything a decision about one event's schedule needs, read in one statement. */
export interface ScheduleFacts {
  readonly programmeId: Id
  readonly eventId: Id
  /** Of the first side: its calendar day is the day that breaks are counted in. */
  readonly timeZone: TimeZone
  /** In time order. */
  readonly timeslots: readonly TimeslotFacts[]
  readonly places: readonly PlaceFacts[]
  readonly participants: readonly ParticipantFacts[]
  readonly interpreters: readonly InterpreterFacts[]
  /** Accepted requests of registered participants, and only those. */
  readonly requests: readonly RequestFacts[]
  readonly draft: DraftFacts
  readonly released: ReleasedFacts | null
  /** A run is queued or going: it owns the draft until it ends. */
  readonly solving: boolean
  /** The programme screens its companies: what is released for the first time waits for the gate. */
  readonly screeningInForce: boolean
}

export interface TimeslotFacts extends Interval {
  readonly id: Id
  /** What people need after it before their next meeting, also where another block begins at once. */
  readonly bufferMinutes: number
}

/** When somebody or something is there: as declared, less what has happened since. */
export interface Presence {
  /** Empty: the whole event. */
  readonly availability: readonly Interval[]
  /** Timeslots lost on the day, whatever was declared. */
  readonly outages: readonly Id[]
}

export interface PlaceFacts {
  readonly id: Id
  readonly kind: 'table' | 'online'
  readonly outages: readonly Id[]
}

export interface ParticipantFacts extends Presence {
  readonly id: Id
  readonly sideId: Id
  readonly timeZone: TimeZone
  /** As the company declares it; null when it does not. */
  readonly companySize: 'micro' | 'small' | 'medium' | 'large' | null
  readonly delegates: number
  readonly attendance: 'online' | 'onsite'
  readonly maxMeetings: number | null
}

export interface InterpreterFacts extends Presence {
  readonly id: Id
  readonly languagePairs: readonly string[]
  readonly maxConsecutiveMinutes: number | null
}

export interface RequestFacts {
  readonly id: Id
  readonly hostId: Id
  readonly guestId: Id
  readonly wish: 'must' | 'want'
  /** Match score of the pair, 0 to 100; null when never ranked. */
  readonly score: number | null
  /** The languages an interpreter has to bridge, "ko-ru"; null when the two share one. */
  readonly languagePair: string | null
  /** The seat of the person who is to attend, where somebody is named and several people take part. */
  readonly hostDelegate: number | null
  readonly guestDelegate: number | null
}

export interface DraftFacts {
  /** Null until the first run or move makes the draft. */
  readonly scheduleId: Id | null
  /** 0 while there is no draft. */
  readonly revision: number
  /** Only of requests that still count: what became of a cancelled one is not part of the plan. */
  readonly meetings: readonly PlannedMeeting[]
  readonly outcome: Outcome
}

export interface ReleasedFacts {
  readonly number: number
  readonly releasedAt: Instant
  /** Cancelled ones included: calendars have to go on saying so. */
  readonly meetings: readonly ReleasedMeeting[]
}

export interface ReleasedMeeting extends PlannedMeeting {
  readonly hostId: Id
  readonly guestId: Id
  readonly status: 'planned' | 'cancelled'
  /** RFC 5545 SEQUENCE. */
  readonly sequence: number
}
