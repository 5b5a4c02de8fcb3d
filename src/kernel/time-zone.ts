import { type Instant, epochMs, toInstant } from './instant.ts'

/** An IANA name such as `Asia/Seoul`. */
export type TimeZone = string

export interface WallClock {
  /** `2020-10-26` */
  readonly date: string
  /** `15:00` */
  readonly time: string
}

const formats = new Map<TimeZone, Intl.DateTimeFormat>()

function format(zone: TimeZone): Intl.DateTimeFormat {
  let known = formats.get(zone)
  if (!known) {
    known = new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    })
    formats.set(zone, known)
  }
  return known
}

export function isTimeZone(text: string): boolean {
  try {
    format(text)
    return true
  } catch {
    return false
  }
}

/** Date and minute that a clock in `zone` shows at `instant`. */
export function wallClock(instant: Instant, zone: TimeZone): WallClock {
  const part: Record<string, string> = {}
  for (const { type, value } of format(zone).formatToParts(epochMs(instant))) part[type] = value
  return { date: `${part.year}-${part.month}-${part.day}`, time: `${part.hour}:${part.minute}` }
}

/** Minutes east of UTC in `zone` at `instant`: 540 for Seoul. */
export function offsetMinutes(instant: Instant, zone: TimeZone): number {
  const { date, time } = wallClock(instant, zone)
  const shown = Date.parse(`${date}T${time}:00Z`)
  return Math.round((shown - Math.floor(epochMs(instant) / 60_000) * 60_000) / 60_000)
}

/**
 * The moment at which a clock in `zone` shows `date` `time`. In a spring gap: the same distance after the
 * gap; in an autumn fold: the earlier of the two (as RFC 5545 §3.3.5 resolves them).
 */
export function fromWallClock({ date, time }: WallClock, zone: TimeZone): Instant {
  const asUtc = Date.parse(`${date}T${time}:00Z`)
  if (Number.isNaN(asUtc)) throw new RangeError(`Not a wall clock: "${date}" "${time}"`)
  const before = offsetMinutes(toInstant(asUtc - 24 * 3_600_000), zone)
  const candidates = [before, offsetMinutes(toInstant(asUtc + 24 * 3_600_000), zone)]
  for (const offset of candidates) {
    const instant = toInstant(asUtc - offset * 60_000)
    if (offsetMinutes(instant, zone) === offset) return instant
  }
  return toInstant(asUtc - before * 60_000)
}
