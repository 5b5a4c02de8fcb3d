/**
 * The meeting-scheduling problem as plain data: what goes into `solve`, `verify`, `explain` and `repair`.
 * The same shape is the JSON file format `naru-schedule-problem/1` (docs/schedule-format.md).
 */
export interface ScheduleProblem {
  readonly format: 'naru-schedule-problem/1'
  /** In time order. */
  readonly slots: readonly ScheduleSlot[]
  /**
   * Physical tables and online places, each for one meeting at once. Empty: no place is named, and only
   * `capacities` limit how many meetings run at once.
   */
  readonly places: readonly SchedulePlace[]
  /** Meetings at once per slot and kind of place. A slot or kind that is not stated has no such limit. */
  readonly capacities?: readonly SlotCapacity[]
  readonly participants: readonly ScheduleParticipant[]
  readonly interpreters: readonly ScheduleInterpreter[]
  readonly requests: readonly ScheduleRequest[]
  /** Minutes that people, interpreters and places need between two meetings; 0 when absent. Needs slots with instants. */
  readonly bufferMinutes?: number
  readonly fairness?: ScheduleFairness
}

/** Everybody should hold `floor` meetings, as far as there are requests, before anybody's weight counts. */
export interface ScheduleFairness {
  readonly floor: number
}

/** `day` groups slots for breaks and rests; instants are needed when slots overlap in time and for unsocial hours. */
export interface ScheduleSlot {
  readonly id: string
  readonly day: string
  readonly startsAt?: string
  readonly endsAt?: string
  /** Minutes that people, interpreters and places need after a meeting in this slot, in place of the problem's. */
  readonly bufferMinutes?: number
}

export type PlaceKind = 'table' | 'online'

/** A place without `availableSlots` is open in all. */
export interface SchedulePlace {
  readonly id: string
  readonly kind: PlaceKind
  readonly availableSlots?: readonly string[]
}

export interface SlotCapacity {
  readonly slot: string
  readonly table?: number
  readonly online?: number
}

/**
 * `delegates` (1 when absent) people of the participant can sit in different meetings at once; they are interchangeable
 * but in requests that name one.
 */
export interface ScheduleParticipant {
  readonly id: string
  readonly side?: string
  readonly delegates?: number
  readonly availableSlots: readonly string[]
  readonly maxMeetings?: number
  /** Floor of its own in place of the one of `fairness`. */
  readonly minMeetings?: number
  /** IANA zone of home, for the count of unsocial hours only. */
  readonly timeZone?: string
}

/**
 * `languagePairs` such as "ko-ru" work in both directions; "ko>ru" is a single direction.
 * After `maxConsecutiveSlots` meetings in a row on one day the interpreter needs one free slot.
 */
export interface ScheduleInterpreter {
  readonly id: string
  readonly languagePairs: readonly string[]
  readonly availableSlots: readonly string[]
  readonly maxConsecutiveSlots?: number
  /**
   * Longest time at work from the begin of one meeting to the end of another without a rest. A meeting that is longer
   * by itself is allowed, with a rest before and after. Needs slots with instants.
   */
  readonly maxConsecutiveMinutes?: number
  /** What counts as a rest from `maxConsecutiveMinutes`; 10 when absent. */
  readonly restMinutes?: number
  readonly maxMeetings?: number
}

export interface ScheduleRequest {
  readonly id: string
  readonly host: string
  readonly guest: string
  /** Musts come before any number of wants. */
  readonly wish: 'must' | 'want'
  /** Integer, 0 or more. */
  readonly weight: number
  /** The pair that needs an interpreter, or null. */
  readonly languagePair: string | null
  readonly place: PlaceKind
  /** The delegate of the host (0 up to `delegates` - 1) who has to attend; whoever is free when absent. */
  readonly hostDelegate?: number
  readonly guestDelegate?: number
  /** Stays in this slot, and with this interpreter and place when given. */
  readonly pinned?: MeetingPosition
  /** Where the last released version has it: moving it away costs. */
  readonly published?: MeetingPosition
}

export interface MeetingPosition {
  readonly slot: string
  readonly interpreter?: string | null
  readonly place?: string
}
