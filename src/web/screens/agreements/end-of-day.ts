import { type Instant, addMinutes } from '../../../kernel/instant.ts'
import { type TimeZone, fromWallClock } from '../../../kernel/time-zone.ts'

/** The moment in which a calendar day (`2020-10-26`) is over in a zone. */
export const endOfDay = (day: string, zone: TimeZone): Instant =>
  addMinutes(fromWallClock({ date: day, time: '23:59' }, zone), 1)
