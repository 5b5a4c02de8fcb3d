import ICAL from 'ical.js'
import { expect } from 'vitest'

/** What a calendar program makes of it. */
export function readCalendar(text: string) {
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  const calendar = new ICAL.Component(ICAL.parse(text))
  const zones = new Map(
    calendar
      .getAllSubcomponents('vtimezone')
      .map((zone) => [String(zone.getFirstPropertyValue('tzid')), new ICAL.Timezone(zone)]),
  )
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component)
    const zone = String(component.getFirstProperty('dtstart')?.getFirstParameter('tzid'))
    const instant = (time: ICAL.Time) => {
      time.zone = zones.get(zone)!
      return time.toJSDate().toISOString()
    }
    return {
      uid: event.uid,
      summary: event.summary,
      zone,
      startsAt: instant(event.startDate),
      endsAt: instant(event.endDate),
    }
  })
}
