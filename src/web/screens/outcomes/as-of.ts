import type { Instant } from '../../../kernel/instant.ts'
import { type TimeZone, fromWallClock } from '../../../kernel/time-zone.ts'

const DAY_MS = 86_400_000

/** The end of a day by a clock, or null when that has not come: then the figures are those of now. */
export function asOfInstant(day: string | undefined, timeZone: TimeZone, nowMs: number): Instant | null {
  if (day === undefined) return null
  const after = new Date(Date.parse(`${day}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10)
  const end = fromWallClock({ date: after, time: '00:00' }, timeZone)
  return Date.parse(end) <= nowMs ? end : null
}
