import type { Instant } from '../../../kernel/instant.ts'
import { type TimeZone, fromWallClock } from '../../../kernel/time-zone.ts'

const DAY_MS = 86_400_000

export const dayAfter = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10)

/** The instant at which the day is over by the owner's clock: from then on a promise is overdue. */
export const endOfDay = (day: string, timeZone: TimeZone): Instant =>
  fromWallClock({ date: dayAfter(day), time: '00:00' }, timeZone)
