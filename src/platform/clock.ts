import { type Instant, addMinutes, toInstant } from '../kernel/instant.ts'

export interface Clock {
  now(): Instant
}

export const systemClock: Clock = { now: () => toInstant(Date.now()) }

export interface FixedClock extends Clock {
  set(instant: Instant): void
  advance(minutes: number): void
}

/** Stands still until told otherwise: for tests and for replaying a programme of the past. */
export function fixedClock(start: Instant): FixedClock {
  let current = start
  return {
    now: () => current,
    set: (instant) => {
      current = instant
    },
    advance: (minutes) => {
      current = addMinutes(current, minutes)
    },
  }
}
