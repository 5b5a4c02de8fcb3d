import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { LocalizedText } from '../../../kernel/locale.ts'

/** In which capacity somebody sits in a room. An observer was let in by the operator, who sits there as broker. */
export const ROOM_ROLES = ['host', 'guest', 'interpreter', 'broker', 'observer'] as const
export type RoomRole = (typeof ROOM_ROLES)[number]

/** Consecutive: one after the other, everybody hears everybody. Simultaneous: the interpreter has a channel. */
export type Interpretation = 'consecutive' | 'simultaneous'

export type MeetingResult = 'held' | 'no-show'

/** Picture and sound go from browser to browser, so each further person costs everybody one more stream. */
export const MAX_SEATS = 4

/** One side of the meeting. */
export interface RoomParty {
  readonly companyId: Id
  readonly code: string
  readonly name: LocalizedText
  readonly sideId: Id
  /** ISO 639-1, the preferred one first. */
  readonly languages: readonly string[]
}

/** The room of a meeting of the newest released schedule, with what is kept of it. */
export interface Room {
  readonly requestId: Id
  readonly programmeId: Id
  readonly eventId: Id
  readonly eventName: LocalizedText
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly cancelled: boolean
  readonly host: RoomParty
  readonly guest: RoomParty
  readonly interpreter: { readonly id: Id; readonly name: string } | null
  readonly placeKind: 'table' | 'online' | null
  readonly placeName: string | null
  readonly link: string | null
  readonly openedUntil: Instant | null
  readonly extraMinutes: number
  readonly interpretation: Interpretation
  readonly result: MeetingResult | null
}
