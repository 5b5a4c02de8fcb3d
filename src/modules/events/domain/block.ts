import { type Instant, addMinutes, minutesBetween } from '../../../kernel/instant.ts'
import { type Interval, isInterval, overlaps } from '../../../kernel/interval.ts'
import { type Refusal, type Result, ok } from '../../../kernel/result.ts'
import { type EventsRefusal, refuseEvent } from './refusal.ts'

/** A stretch of an event in which meetings follow one another: slot, buffer, slot, buffer … */
export interface Block extends Interval {
  readonly slotMinutes: number
  /** To get from one table to the next; none is needed after the last slot. */
  readonly bufferMinutes: number
}

/** A block is a part of one day. */
export const MAX_BLOCK_MINUTES = 24 * 60

/** The timeslots of a block in order; a slot that would end after the block is not cut. */
export function cutTimeslots({ startsAt, endsAt, slotMinutes, bufferMinutes }: Block): Interval[] {
  const slots: Interval[] = []
  for (let start: Instant = startsAt; ; start = addMinutes(start, slotMinutes + bufferMinutes)) {
    const end = addMinutes(start, slotMinutes)
    if (end > endsAt) return slots
    slots.push({ startsAt: start, endsAt: end })
  }
}

/** The timeslots that a new block brings to an event which has `existing` blocks. */
export function decideBlock(existing: readonly Interval[], block: Block): Result<Interval[], Refusal<EventsRefusal>> {
  if (!isInterval(block)) return refuseEvent('invalid', 'block-ends-before-it-starts')
  if (minutesBetween(block.startsAt, block.endsAt) > MAX_BLOCK_MINUTES) {
    return refuseEvent('invalid', 'block-too-long', { maxHours: MAX_BLOCK_MINUTES / 60 })
  }
  if (existing.some((other) => overlaps(other, block))) return refuseEvent('conflict', 'block-overlaps')
  const slots = cutTimeslots(block)
  return slots.length > 0 ? ok(slots) : refuseEvent('invalid', 'block-without-slot', { slotMinutes: block.slotMinutes })
}
