import { type Instant, addMinutes, minutesBetween } from '../../../kernel/instant.ts'
import { type Interval, overlaps } from '../../../kernel/interval.ts'

export interface Cut extends Interval {
  readonly slotMinutes: number
  readonly bufferMinutes: number
}

/** More would fill no screen and stop the page; the server refuses a block of more than a day anyway. */
const MOST_MINUTES = 24 * 60

/** The timeslots a block will be cut into, as the server will cut it: slot, buffer, slot, none after the end. */
export function previewTimeslots({ startsAt, endsAt, slotMinutes, bufferMinutes }: Cut): Interval[] {
  const length = Math.min(minutesBetween(startsAt, endsAt), MOST_MINUTES)
  const step = slotMinutes + bufferMinutes
  if (!(slotMinutes >= 5) || !(bufferMinutes >= 0)) return []
  const count = Math.max(0, Math.floor((length + bufferMinutes) / step))
  return Array.from({ length: count }, (_, index) => {
    const start: Instant = addMinutes(startsAt, index * step)
    return { startsAt: start, endsAt: addMinutes(start, slotMinutes) }
  })
}

export type BlockFault = 'ends-before-it-starts' | 'too-long' | 'overlaps' | 'without-slot'

/** What the server would say against the block; null when nothing. */
export function faultOfBlock(existing: readonly Interval[], block: Cut): BlockFault | null {
  if (block.endsAt <= block.startsAt) return 'ends-before-it-starts'
  if (minutesBetween(block.startsAt, block.endsAt) > MOST_MINUTES) return 'too-long'
  if (existing.some((other) => overlaps(other, block))) return 'overlaps'
  return previewTimeslots(block).length === 0 ? 'without-slot' : null
}
