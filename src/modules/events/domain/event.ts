import type { LocalizedText } from '../../../kernel/locale.ts'

export const EVENT_STATUSES = ['setup', 'open', 'closed'] as const
export type EventStatus = (typeof EVENT_STATUSES)[number]

/** opt-in: a request counts once the guest accepts. opt-out: it counts until the guest declines. */
export const REQUEST_MODES = ['opt-in', 'opt-out'] as const
export type RequestMode = (typeof REQUEST_MODES)[number]

export const WHO_MAY_MEET = ['across-sides', 'anyone'] as const
export type WhoMayMeet = (typeof WHO_MAY_MEET)[number]

export const ATTENDANCES = ['online', 'onsite'] as const
export type Attendance = (typeof ATTENDANCES)[number]

/** Two people at tables meet at a table; as soon as one is online, the meeting takes an online place. */
export const PLACE_KINDS = ['table', 'online'] as const
export type PlaceKind = (typeof PLACE_KINDS)[number]

/** What the operator sets for an event. */
export interface EventRules {
  readonly name: LocalizedText
  readonly requestMode: RequestMode
  readonly requestExpiryHours: number
  /** Live requests that one participant may have made. */
  readonly maxRequestsPerParticipant: number
  readonly whoMayMeet: WhoMayMeet
}
