import { type Interval, contains, isInterval, union } from '../../../kernel/interval.ts'
import { type TimeZone, fromWallClock, wallClock } from '../../../kernel/time-zone.ts'

interface Slot extends Interval {
  readonly id: string
  readonly blockId: string
}

/** The timeslots during which somebody is there from beginning to end; no interval at all means the whole event. */
export function slotsWithin<S extends Interval>(timeslots: readonly S[], availability: readonly Interval[]): S[] {
  if (availability.length === 0) return [...timeslots]
  const there = union(availability)
  return timeslots.filter((slot) => there.some((interval) => contains(interval, slot)))
}

/**
 * Chosen timeslots as availability: neighbours of a block become one stretch, the pause between them included.
 * All of them become the empty list, which means the whole event, also after its blocks change.
 */
export function availabilityOfSlots(timeslots: readonly Slot[], chosen: ReadonlySet<string>): Interval[] {
  const ordered = timeslots.toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : 1))
  if (ordered.every(({ id }) => chosen.has(id))) return []
  const stretches: Interval[] = []
  let before: Slot | null = null
  for (const slot of ordered) {
    const last = stretches.at(-1)
    if (!chosen.has(slot.id)) {
      before = null
    } else if (before && last && before.blockId === slot.blockId) {
      stretches[stretches.length - 1] = { startsAt: last.startsAt, endsAt: slot.endsAt }
      before = slot
    } else {
      stretches.push({ startsAt: slot.startsAt, endsAt: slot.endsAt })
      before = slot
    }
  }
  return stretches
}

/** `2020-10-26 15:00-18:00` */
const SPAN = /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})\.?\s+(\d{1,2}):(\d{2})\s*[-–—~]\s*(\d{1,2}):(\d{2})$/

/** Typed spans, one a line or parted by semicolons, on clocks of `zone`; else the first part that is none. */
export function readSpans(text: string, zone: TimeZone): { intervals: Interval[] } | { wrong: string } {
  const intervals: Interval[] = []
  for (const part of text.split(/[;\n]/).map((one) => one.trim())) {
    if (part === '') continue
    const interval = readSpan(part, zone)
    if (!interval) return { wrong: part }
    intervals.push(interval)
  }
  return { intervals: union(intervals) }
}

function readSpan(part: string, zone: TimeZone): Interval | null {
  const [, year, month = '', day = '', fromHour = '', fromMinute, toHour = '', toMinute] = SPAN.exec(part) ?? []
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const [from, to] = [`${fromHour.padStart(2, '0')}:${fromMinute}`, `${toHour.padStart(2, '0')}:${toMinute}`]
  if (![`${date}T${from}Z`, `${date}T${to}Z`].every(isRealTime)) return null
  const interval = {
    startsAt: fromWallClock({ date, time: from }, zone),
    endsAt: fromWallClock({ date, time: to }, zone),
  }
  return isInterval(interval) ? interval : null
}

/** `Date.parse` rolls 30 February over into March; the way back shows it. */
function isRealTime(text: string): boolean {
  const ms = Date.parse(text)
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text.slice(0, 16))
}

/** One line a stretch, as `readSpans` reads it back. */
export const writeSpans = (intervals: readonly Interval[], zone: TimeZone): string =>
  intervals
    .map(({ startsAt, endsAt }) => {
      const [from, to] = [wallClock(startsAt, zone), wallClock(endsAt, zone)]
      return `${from.date} ${from.time}-${to.time}`
    })
    .join('\n')
