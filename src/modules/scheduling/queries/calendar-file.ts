import dayjs from 'dayjs'
import timezone from 'dayjs/plugin/timezone.js'
import utc from 'dayjs/plugin/utc.js'
import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import { tzlib_get_ical_block } from 'timezones-ical-library'
import type { Locale } from '../../../kernel/locale.ts'
import { textIn } from '../../../kernel/locale.ts'
import type { TimeZone } from '../../../kernel/time-zone.ts'
import type { Agenda, AgendaEntry } from '../store/agenda-store.ts'
import { createTranslators } from '../../../platform/i18n.ts'
import { messages } from '../messages.ts'

dayjs.extend(utc)
dayjs.extend(timezone)

const { translate } = createTranslators({ scheduling: messages })

export interface CalendarOptions {
  readonly locale: Locale
  /** The reader's own zone; start and end are written in it, with its VTIMEZONE. */
  readonly timeZone: TimeZone
  /** Host name of this installation: the right half of every UID, which must never change. */
  readonly host: string
}

/** The zone of the holder's side; interpreters read in the zone of the first side. */
export const zoneOf = (agenda: Agenda): TimeZone =>
  (agenda.zones.find(({ sideId }) => sideId === agenda.holder.sideId) ?? agenda.zones[0])?.timeZone ?? 'UTC'

/**
 * An agenda, or one meeting of it, as iCalendar (RFC 5545). UID is that of the request, so a moved meeting
 * replaces itself; SEQUENCE comes from the release that last changed it; a cancelled one stays, as cancelled.
 */
export function calendarFile(agenda: Agenda, entries: readonly AgendaEntry[], options: CalendarOptions): string {
  const calendar = ical({
    name: textIn(agenda.eventName, options.locale),
    prodId: { company: 'Naru', product: 'schedule', language: options.locale.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
    timezone: { name: null, generator: (zone) => tzlib_get_ical_block(zone)[0] ?? null },
  })
  for (const entry of entries) {
    calendar.createEvent({
      id: `${entry.requestId}@${options.host}`,
      sequence: entry.sequence,
      // Not the time of download: the same version has to give the same bytes.
      stamp: dayjs.utc(agenda.releasedAt),
      start: dayjs.utc(entry.startsAt).tz(options.timeZone),
      end: dayjs.utc(entry.endsAt).tz(options.timeZone),
      timezone: options.timeZone,
      summary: summaryOf(agenda, entry, options.locale),
      description: descriptionOf(agenda, entry, options.locale),
      location: placeOf(entry, options.locale),
      status: entry.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    })
  }
  return calendar.toString()
}

/** Whom the holder meets; for an interpreter both names. */
export function partnerOf(agenda: Agenda, entry: AgendaEntry, locale: Locale): string {
  if (agenda.holder.interpreterId) return `${textIn(entry.hostName, locale)} – ${textIn(entry.guestName, locale)}`
  return textIn(entry.asHost ? entry.guestName : entry.hostName, locale)
}

const summaryOf = (agenda: Agenda, entry: AgendaEntry, locale: Locale): string =>
  translate(locale, agenda.holder.interpreterId ? 'scheduling.calendar.interpreting' : 'scheduling.calendar.summary', {
    partner: partnerOf(agenda, entry, locale),
  })

/** "Table 3", "Online, room 2"; empty without a place. */
export const placeOf = ({ placeKind, placeName }: AgendaEntry, locale: Locale): string =>
  placeKind ? translate(locale, `scheduling.calendar.${placeKind}`, { name: placeName ?? '' }) : ''

/** Both home times in words, for calendars that show only one zone. */
function descriptionOf(agenda: Agenda, entry: AgendaEntry, locale: Locale): string {
  const times = agenda.zones.map(({ name, timeZone }) => {
    const clock = (instant: string) => dayjs.utc(instant).tz(timeZone).format('HH:mm')
    return `${textIn(name, locale)}: ${clock(entry.startsAt)}–${clock(entry.endsAt)} (${timeZone})`
  })
  const interpreter = entry.interpreterName
    ? [translate(locale, 'scheduling.calendar.interpreter', { name: entry.interpreterName })]
    : []
  return [...times, ...interpreter].join('\n')
}
