import { type Interval, contains, isInterval, union } from '../../../kernel/interval.ts'
import { type Refusal, type Result, ok } from '../../../kernel/result.ts'
import { type EventsRefusal, refuseEvent } from './refusal.ts'

/**
 * The timeslots during which somebody is there from beginning to end; intervals that touch count as one.
 * No interval at all means the whole event.
 */
export function availableSlots<Slot extends Interval>(
  timeslots: readonly Slot[],
  intervals: readonly Interval[],
): Slot[] {
  if (intervals.length === 0) return [...timeslots]
  const there = union(intervals)
  return timeslots.filter((slot) => there.some((interval) => contains(interval, slot)))
}

/** Availability as it is stored: sorted and joined. */
export function decideAvailability(intervals: readonly Interval[]): Result<Interval[], Refusal<EventsRefusal>> {
  if (!intervals.every(isInterval)) return refuseEvent('invalid', 'availability-ends-before-it-starts')
  return ok(union(intervals))
}
