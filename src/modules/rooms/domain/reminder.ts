const HOUR = 60
const DAY = 24 * HOUR

/** A day's notice is no use two hours before; the next one then says it. */
const LATEST_DAY_NOTICE = 2 * HOUR

/** Which reminder is due so many minutes before a meeting; null: none. */
export function hoursBefore(minutes: number): 1 | 24 | null {
  if (minutes <= 0 || minutes > DAY) return null
  if (minutes <= HOUR) return 1
  return minutes > LATEST_DAY_NOTICE ? 24 : null
}
