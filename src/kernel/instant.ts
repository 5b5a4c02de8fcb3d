/**
 * A moment in UTC as ISO 8601 with milliseconds and `Z` ("2020-10-26T06:00:00.000Z"): the one form in
 * database rows, domain values and on the wire. Equal length and zone make string order time order.
 */
export type Instant = string

const ISO_UTC = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/

/** True for the canonical form only; `2020-10-26T06:00:00Z` has to pass through `toInstant` first. */
export const isInstant = (text: string): text is Instant => ISO_UTC.test(text) && !Number.isNaN(Date.parse(text))

/** From epoch milliseconds, a Date, or any ISO text with an offset. Throws RangeError on anything else. */
export function toInstant(value: number | Date | string): Instant {
  if (typeof value === 'string' && !/(?:Z|[+-]\d{2}:?\d{2})$/.test(value)) {
    throw new RangeError(`An instant needs an offset or Z, got "${value}"`)
  }
  return new Date(value).toISOString()
}

export const epochMs = (instant: Instant): number => Date.parse(instant)

export const addMinutes = (instant: Instant, minutes: number): Instant => toInstant(epochMs(instant) + minutes * 60_000)

/** Whole or fractional minutes from `from` to `to`; negative when `to` is earlier. */
export const minutesBetween = (from: Instant, to: Instant): number => (epochMs(to) - epochMs(from)) / 60_000
