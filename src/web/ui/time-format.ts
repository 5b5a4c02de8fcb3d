import { type Instant, epochMs } from '../../kernel/instant.ts'
import type { Locale } from '../../kernel/locale.ts'
import { type TimeZone, offsetMinutes, wallClock } from '../../kernel/time-zone.ts'
import { intlTag } from '../intl-tag.ts'

/** Short names people know; `Intl` gives `GMT+9` for most of them. */
const SHORT_ZONE_NAMES: Readonly<Record<TimeZone, string>> = {
  'Asia/Seoul': 'KST',
  'Europe/Moscow': 'MSK',
  'Asia/Tokyo': 'JST',
  UTC: 'UTC',
}

/** `UTC+9`, `UTC+5:30`, `UTC−3`. */
export function offsetLabel(instant: Instant, zone: TimeZone): string {
  const minutes = offsetMinutes(instant, zone)
  const hours = Math.floor(Math.abs(minutes) / 60)
  const rest = Math.abs(minutes) % 60
  return `UTC${minutes < 0 ? '−' : '+'}${hours}${rest ? `:${String(rest).padStart(2, '0')}` : ''}`
}

/** `KST` where the zone has a name of its own, else its offset. */
export const zoneLabel = (instant: Instant, zone: TimeZone): string =>
  SHORT_ZONE_NAMES[zone] ?? offsetLabel(instant, zone)

const formats = new Map<string, Intl.DateTimeFormat>()

function format(locale: Locale, zone: TimeZone, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${zone} ${JSON.stringify(options)}`
  let known = formats.get(key)
  if (!known) formats.set(key, (known = new Intl.DateTimeFormat(intlTag(locale), { ...options, timeZone: zone })))
  return known
}

/** What a clock in `zone` shows: `오후 3:00` in Korean, `15:00` in Russian and English. */
export const formatClock = (instant: Instant, zone: TimeZone, locale: Locale): string =>
  format(
    locale,
    zone,
    locale === 'ko'
      ? { hour: 'numeric', minute: '2-digit', hour12: true }
      : { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  ).format(epochMs(instant))

/** `Mon 26 Oct 2020`, `2020년 10월 26일 (월)`, `пн, 26 окт. 2020 г.`; `short` leaves the year out. */
export function formatDay(instant: Instant, zone: TimeZone, locale: Locale, short = false): string {
  const at = epochMs(instant)
  const year = short ? {} : ({ year: 'numeric' } as const)
  if (locale === 'ko') {
    const date = format(locale, zone, { day: 'numeric', month: 'long', ...year }).format(at)
    return `${date} (${format(locale, zone, { weekday: 'short' }).format(at)})`
  }
  const text = format(locale, zone, { weekday: 'short', day: 'numeric', month: 'short', ...year }).format(at)
  return locale === 'en' ? text.replace(',', '') : text
}

/** A calendar day without a clock (`2020-10-26`), as `formatDay`. */
export const formatCalendarDay = (day: string, locale: Locale, short = false): string =>
  formatDay(`${day}T00:00:00.000Z`, 'UTC', locale, short)

export interface ZoneReading {
  readonly zone: TimeZone
  /** `15:00` */
  readonly clock: string
  /** `KST` */
  readonly label: string
  /** The day when it differs from the first zone's day, else null. */
  readonly otherDay: string | null
}

/** One moment on the clocks of several zones, the first being the one that leads. */
export function readZones(instant: Instant, zones: readonly TimeZone[], locale: Locale): ZoneReading[] {
  const [lead] = zones
  const leadDate = lead ? wallClock(instant, lead).date : null
  return zones.map((zone) => ({
    zone,
    clock: formatClock(instant, zone, locale),
    label: zoneLabel(instant, zone),
    otherDay: wallClock(instant, zone).date === leadDate ? null : formatDay(instant, zone, locale, true),
  }))
}
