import { type Interval, isInterval, union } from '../../../kernel/interval.ts'
import { addMinutes } from '../../../kernel/instant.ts'
import { type TimeZone, fromWallClock, wallClock } from '../../../kernel/time-zone.ts'

/** `2020-10-26`, `2020.10.26.`, `2020/10/26` or `26.10.2020`, then two clock times on a 24-hour dial. */
const PART =
  /^(?:(?<y>\d{4})[-./](?<m>\d{1,2})[-./](?<d>\d{1,2})\.?|(?<d2>\d{1,2})\.(?<m2>\d{1,2})\.(?<y2>\d{4}))\s+(?<from>\d{1,2}:\d{2})\s*[-–—~]\s*(?<to>\d{1,2}:\d{2})$/

export type AvailabilityText =
  | { readonly ok: true; readonly intervals: Interval[] }
  | { readonly ok: false; readonly part: string }

/**
 * Reads a cell such as `2020-10-26 15:00-18:00; 2020-10-28 15:00-16:30`, clocks of `zone`. An empty cell is no
 * interval (the whole event). Otherwise names the first part that is no day with two times in order.
 */
export function parseAvailability(cell: string, zone: TimeZone): AvailabilityText {
  const parts = cell
    .normalize('NFKC')
    .split(/[;\n,]/)
    .map((part) => part.trim())
    .filter(Boolean)
  const intervals: Interval[] = []
  for (const part of parts) {
    const interval = parsePart(part, zone)
    if (!interval) return { ok: false, part: part.slice(0, 80) }
    intervals.push(interval)
  }
  return { ok: true, intervals: union(intervals) }
}

function parsePart(part: string, zone: TimeZone): Interval | null {
  const found = PART.exec(part)?.groups
  if (!found) return null
  const date = realDate(Number(found.y ?? found.y2), Number(found.m ?? found.m2), Number(found.d ?? found.d2))
  const from = realTime(found.from!)
  const to = realTime(found.to!)
  if (!date || !from || !to || from === '24:00') return null
  const interval = {
    startsAt: fromWallClock({ date, time: from }, zone),
    endsAt: to === '24:00' ? midnightAfter(date, zone) : fromWallClock({ date, time: to }, zone),
  }
  return isInterval(interval) ? interval : null
}

function realDate(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day))
  const real = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return real ? date.toISOString().slice(0, 10) : null
}

function realTime(text: string): string | null {
  const [hours = 0, minutes = 0] = text.split(':').map(Number)
  const inDay = (hours < 24 && minutes < 60) || (hours === 24 && minutes === 0)
  return inDay ? text.padStart(5, '0') : null
}

const dayAfter = (date: string): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)

const midnightAfter = (date: string, zone: TimeZone): string =>
  fromWallClock({ date: dayAfter(date), time: '00:00' }, zone)

/** The cell that `parseAvailability` reads back as the same intervals; one that crosses midnight is written day by day. */
export function formatAvailability(intervals: readonly Interval[], zone: TimeZone): string {
  return intervals.flatMap((interval) => daysOf(interval, zone)).join('; ')
}

function daysOf({ startsAt, endsAt }: Interval, zone: TimeZone): string[] {
  const days: string[] = []
  for (let start = startsAt; start < endsAt;) {
    const from = wallClock(start, zone)
    const midnight = midnightAfter(from.date, zone)
    const end = endsAt < midnight ? endsAt : midnight
    days.push(`${from.date} ${from.time}-${end === midnight ? '24:00' : wallClock(end, zone).time}`)
    // A day whose midnight the clocks skip would not move on; a minute later is the next day in any zone.
    start = end > start ? end : addMinutes(start, 1)
  }
  return days
}
