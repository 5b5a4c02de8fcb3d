import { type Instant, addMinutes, minutesBetween } from '../../../kernel/instant.ts'
import { textIn } from '../../../kernel/locale.ts'
import { wallClock } from '../../../kernel/time-zone.ts'
import { type Platform, within } from '../../../platform/context.ts'
import { transaction } from '../../../platform/database/handle.ts'
import { createTranslators } from '../../../platform/i18n.ts'
import type { MailMessage } from '../../../platform/mail.ts'
import { sendMail } from '../../programmes/index.ts'
import { hoursBefore } from '../domain/reminder.ts'
import { messages } from '../messages.ts'
import { type MeetingReminder, findMeetingReminders } from '../store/reminder-store.ts'

const { translate } = createTranslators({ rooms: messages })

const DAY_MINUTES = 24 * 60

/**
 * Writes to everybody of a meeting 24 hours and one hour before it, each once however often this runs: the key names
 * meeting, time, reminder and reader, so a moved meeting is reminded of anew. Returns how many reminders were due.
 */
export async function remindOfMeetings(platform: Platform): Promise<number> {
  const now = platform.clock.now()
  return transaction(platform.db, async (trx) => {
    const rows = await findMeetingReminders(trx, { from: now, until: addMinutes(now, DAY_MINUTES) })
    let due = 0
    for (const row of rows) {
      const hours = hoursBefore(minutesBetween(now, row.startsAt))
      if (hours === null) continue
      const of = { programmeId: row.programmeId, kind: 'meeting-reminder' } as const
      await sendMail(within(platform, trx), of, reminderOf(row, hours, platform.config.baseUrl))
      due++
    }
    return due
  })
}

function reminderOf(row: MeetingReminder, hours: 1 | 24, baseUrl: string): MailMessage {
  const { locale, seat, startsAt } = row
  const [host, guest] = [textIn(row.hostName, locale), textIn(row.guestName, locale)]
  const values = {
    hours,
    name: row.name,
    event: textIn(row.eventName, locale),
    partner: seat === 'host' ? guest : seat === 'guest' ? host : `${host} – ${guest}`,
    time: timesIn(startsAt, row.zones),
    place: row.placeName ?? '',
    url: `${baseUrl}/app/programmes/${row.programmeId}/rooms/${row.requestId}`,
  }
  return {
    dedupeKey: `meeting-reminder/${row.requestId}/${startsAt}/${hours}/${row.email.toLowerCase()}`,
    toAddress: row.email,
    toName: row.name,
    locale,
    subject: translate(locale, 'rooms.reminder.subject', values),
    text: translate(locale, 'rooms.reminder.text', values),
  }
}

/** "2020-10-27 15:00 Asia/Seoul · 09:00 Europe/Moscow": the reader's zone first. */
function timesIn(at: Instant, zones: readonly string[]): string {
  const [own = 'UTC'] = zones
  const clocks = [...new Set(zones)].map((zone) => `${wallClock(at, zone).time} ${zone}`)
  return `${wallClock(at, own).date} ${clocks.join(' · ')}`
}
