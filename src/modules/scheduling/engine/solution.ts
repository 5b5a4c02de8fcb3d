import type { PlaceKind } from './problem.ts'

/** What `solve` answers: meetings, the reason of each unmet request, the value reached and the value nobody can exceed. */
export interface ScheduleSolution {
  readonly format: 'naru-schedule-solution/1'
  /** In order of request id. */
  readonly meetings: readonly ScheduledMeeting[]
  /** In order of request id; with `meetings` it names every request once. */
  readonly unmet: readonly UnmetRequest[]
  readonly value: ScheduleValue
  readonly bound: ScheduleBound
  /** Problems of the data that were met with a decision instead of an exception. */
  readonly issues: readonly ScheduleIssue[]
  /** Hash of the normalised problem: the order of its lists does not matter. */
  readonly problemHash: string
  readonly seed: number
  readonly iterations: number
}

export interface ScheduledMeeting {
  readonly request: string
  readonly slot: string
  readonly interpreter: string | null
  /** Null when the problem names no places. */
  readonly place: string | null
  /** 0 up to the participant's `delegates` - 1. */
  readonly hostDelegate: number
  readonly guestDelegate: number
}

export interface UnmetRequest {
  readonly request: string
  readonly reason: UnmetReason
}

/** The closed list of reasons, most final first. All ids are those of the problem. */
export type UnmetReason =
  /** Host and guest are one, or one of them is not in the problem. */
  | { readonly code: 'not-a-pair' }
  /** The pinned position breaks a rule; `issues` of the solution says which. */
  | { readonly code: 'pin-forbidden'; readonly slot: string }
  /** Another pinned meeting holds what this one is pinned to. */
  | { readonly code: 'pin-conflict'; readonly slot: string; readonly requests: readonly string[] }
  /** There is no slot in which both are available. */
  | { readonly code: 'no-common-time' }
  /** Both are available in `slots`, but no place of the kind is open in any of them. */
  | { readonly code: 'no-place'; readonly place: PlaceKind; readonly slots: readonly string[] }
  /** No interpreter of the pair can work in any common slot (`everBusy` false), or all of them are taken in the slots where both are free. */
  | {
      readonly code: 'no-interpreter'
      readonly languagePair: string
      readonly slots: readonly string[]
      readonly everBusy: boolean
    }
  /** The participant meets already in every slot both could use, or as often as its own limit says. */
  | { readonly code: 'participant-full'; readonly participant: string; readonly meetings: readonly string[] }
  /** Both still have time, never the same; `meetings` stand in the way. */
  | { readonly code: 'no-common-free-time'; readonly slots: readonly string[]; readonly meetings: readonly string[] }
  /** All places of the kind are taken in the slots where both are free. */
  | { readonly code: 'places-full'; readonly place: PlaceKind; readonly slots: readonly string[] }
  /** It could only be held instead of these, which weigh as much or more. */
  | { readonly code: 'lost-to'; readonly requests: readonly string[] }
  /** The run ended before this one was tried; it fits into `slots`. */
  | { readonly code: 'stopped-early'; readonly slots: readonly string[] }

export interface ScheduleValue {
  /** Must requests held. */
  readonly musts: number
  /** Sum of the weights of all meetings held, musts included. */
  readonly weight: number
  /** Runs of available slots without a meeting between two meetings of one delegate on one day. */
  readonly breaks: number
  /** Slots in those breaks. */
  readonly idleSlots: number
  /** Largest number of breaks of any one participant. */
  readonly worstBreaks: number
  readonly held: number
  readonly requested: number
  /** Published requests that are not held where they were published. Absent when nothing was published. */
  readonly moved?: number
  /** Meetings that participants lack to the floor of `fairness`. Absent when no floor is set. */
  readonly shortfall?: number
  /**
   * Meetings at unsocial hours at home (begun before 8 or ended after 19 o'clock) of the side that has most of them:
   * fewest where both sides share what cannot be avoided. Absent when nobody's zone makes any slot unsocial.
   */
  readonly unsocial?: number
}

export interface ScheduleBound {
  /** No schedule that holds as many musts weighs more. */
  readonly weight: number
  /** No schedule of that best weight has fewer breaks. */
  readonly breaks: number
  /** The schedule meets both bounds and holds as many musts as possible. */
  readonly provenBest: boolean
  /** How the bounds were found, for example "dual-prices" or "dual-prices+seats+decision". */
  readonly method: string
  /** Prices that let anybody re-check `weight` without the solver (`checkBound`). */
  readonly certificate?: BoundCertificate
}

/**
 * Prices of a linear-programming dual: per meeting of a participant, per meeting at a kind of place, per
 * interpreted meeting of a language pair. Every request's weight that its prices do not cover counts in full.
 */
export interface BoundCertificate {
  readonly format: 'naru-schedule-bound/1'
  /** What a must weighs beyond its weight in these prices. */
  readonly mustBonus: number
  readonly participants: readonly (readonly [id: string, price: number])[]
  readonly places: readonly (readonly [kind: PlaceKind, price: number])[]
  readonly languagePairs: readonly (readonly [pair: string, price: number])[]
  /** Paid only by meetings that cannot take place outside the slots `from` … `to` of the problem's order. */
  readonly windows: readonly {
    readonly of: 'participant' | 'place'
    readonly id: string
    readonly from: string
    readonly to: string
    readonly price: number
  }[]
  /**
   * Prices of runs of meetings by their length (index 0 unused), for each group of people that sits by itself: they
   * prove `breaks` (`checkBound`).
   */
  readonly runPrices?: readonly (readonly number[])[]
  /** Prices at which host and guest agree on slots: they prove `breaks` where the prices of runs prove fewer. */
  readonly agreement?: AgreementPrices
}

/** Prices in breaks. A meeting pays those of its place, slot and language pair and receives that of its weight. */
export interface AgreementPrices {
  /** Of a unit of weight. */
  readonly weight: number
  readonly places: readonly { readonly slot: string; readonly kind: PlaceKind; readonly price: number }[]
  /** Of a meeting in one of these language pairs. */
  readonly interpreters: readonly {
    readonly slot: string
    readonly pairs: readonly string[]
    readonly price: number
  }[]
  /** By request, for each slot in the problem's order: what of this the host pays; the guest pays the rest. */
  readonly hosts: readonly (readonly [request: string, prices: readonly number[]])[]
}

export type ScheduleIssue =
  | { readonly code: 'duplicate-id'; readonly list: string; readonly id: string }
  | { readonly code: 'unknown-slot'; readonly list: string; readonly id: string; readonly slot: string }
  | { readonly code: 'slot-ends-before-start'; readonly slot: string }
  | { readonly code: 'unknown-participant'; readonly request: string; readonly participant: string }
  | { readonly code: 'meets-itself'; readonly request: string; readonly participant: string }
  | { readonly code: 'weight-not-allowed'; readonly request: string; readonly weight: number }
  | { readonly code: 'number-not-allowed'; readonly list: string; readonly id: string; readonly field: string }
  | { readonly code: 'interpreter-without-pair'; readonly interpreter: string }
  | { readonly code: 'pin-unknown-slot'; readonly request: string; readonly slot: string }
  | {
      readonly code: 'pin-participant-unavailable'
      readonly request: string
      readonly slot: string
      readonly participant: string
    }
  | {
      readonly code: 'pin-interpreter-unfit'
      readonly request: string
      readonly slot: string
      readonly interpreter: string | null
    }
  | { readonly code: 'pin-place-unfit'; readonly request: string; readonly slot: string; readonly place: string | null }
  | { readonly code: 'pins-contradict'; readonly request: string; readonly other: string; readonly slot: string }
  | { readonly code: 'solution-of-another-problem'; readonly expected: string; readonly found: string }

/** One report of a running `solve`. */
export interface Progress {
  readonly elapsedMs: number
  /** When `value` was reached, by the same clock; reports come later. */
  readonly reachedMs: number
  readonly iterations: number
  readonly value: ScheduleValue
  /** Upper bound of the weight so far; Infinity never appears, the sum of all weights stands in. */
  readonly boundWeight: number
  readonly boundBreaks: number
  readonly unmet: number
}
