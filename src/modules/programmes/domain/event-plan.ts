import type { LocalizedText } from '../../../kernel/locale.ts'

/** The shape of an event without its day and its people: what a template holds, and what is taken over from another programme. */
export interface EventPlan {
  readonly name: LocalizedText
  readonly requestMode: 'opt-in' | 'opt-out'
  readonly requestExpiryHours: number
  readonly maxRequestsPerParticipant: number
  readonly whoMayMeet: 'across-sides' | 'anyone'
  readonly blocks: readonly PlannedBlock[]
  readonly tables: number
  readonly online: number
}

/** By the clock of the programme's first side. */
export interface PlannedBlock {
  /** Days after the first day of the event, from 0. */
  readonly day: number
  /** `15:00` */
  readonly from: string
  readonly minutes: number
  readonly slotMinutes: number
  readonly bufferMinutes: number
}

/** How many days and timeslots an event of this shape has. */
export function countPlan({ blocks }: EventPlan): { readonly days: number; readonly timeslots: number } {
  const timeslots = blocks.map(({ minutes, slotMinutes, bufferMinutes }) =>
    // After the last slot no time is needed to get to the next table.
    Math.floor((minutes + bufferMinutes) / (slotMinutes + bufferMinutes)),
  )
  return {
    days: new Set(blocks.map(({ day }) => day)).size,
    timeslots: timeslots.reduce((sum, count) => sum + count, 0),
  }
}
