import type { Id } from '../../../kernel/id.ts'
import { textIn } from '../../../kernel/locale.ts'
import { wallClock } from '../../../kernel/time-zone.ts'
import type { Platform } from '../../../platform/context.ts'
import { createTranslators } from '../../../platform/i18n.ts'
import type { JournalEntry } from '../../../platform/journal.ts'
import { sendMail } from '../../programmes/index.ts'
import type { Difference } from '../domain/differences.ts'
import { messages } from '../messages.ts'
import { calendarFile, partnerOf, zoneOf } from '../queries/calendar-file.ts'
import { type Agenda, findAllAgendas } from '../store/agenda-store.ts'
import { loadFacts } from '../store/facts-store.ts'
import { type Recipient, findRecipients } from '../store/recipient-store.ts'
import { concernedBy } from '../domain/differences.ts'

const { translate } = createTranslators({ scheduling: messages })

interface Released {
  readonly number: number
  readonly changes: readonly Difference[]
}

/**
 * Tells exactly those whose day a release changed, each in their language and zone, with their calendar.
 * Reads the journal, so it happens once for each release, also after a crash.
 */
export const announceRelease = {
  reader: 'scheduling.announce-release',
  async handle(platform: Platform, entries: readonly JournalEntry[]): Promise<void> {
    for (const entry of entries) {
      // The demo releases too, as the system, and writes to nobody.
      if (entry.action !== 'schedule.released' || entry.actorKind !== 'person' || !entry.programmeId) continue
      await announce(platform, entry.programmeId, entry.subjectId, entry.after as Released)
    }
  },
}

async function announce(
  platform: Platform,
  programmeId: Id,
  eventId: Id,
  { number, changes }: Released,
): Promise<void> {
  const facts = await loadFacts(platform.db, programmeId, eventId)
  if (!facts) return
  const { toldParticipants, toldInterpreters } = concernedBy(facts, changes)
  const agendas = await findAllAgendas(platform.db, programmeId, eventId)
  const recipients = await findRecipients(platform.db, programmeId, toldParticipants, toldInterpreters)
  for (const recipient of recipients) {
    const agenda = agendas.find(({ holder }) =>
      recipient.participantId
        ? holder.participantId === recipient.participantId
        : holder.interpreterId === recipient.interpreterId,
    )
    if (agenda) await sendAgenda(platform, recipient, agenda, number, changes)
  }
}

async function sendAgenda(
  platform: Platform,
  to: Recipient,
  agenda: Agenda,
  number: number,
  changes: readonly Difference[],
): Promise<void> {
  const { locale } = to
  const kinds = new Map(changes.map(({ requestId, kind }) => [requestId, kind]))
  const changed = agenda.entries.filter(({ requestId }) => kinds.has(requestId))
  if (changed.length === 0) return
  const text = (key: string, values: Record<string, string | number> = {}) =>
    translate(locale, `scheduling.mail.${key}`, values)
  const values = { event: textIn(agenda.eventName, locale), version: number, count: changed.length, name: to.name }
  const lines = changed.map((entry) =>
    text(lineOf(kinds.get(entry.requestId)), {
      time: timesOf(agenda, entry.startsAt),
      partner: partnerOf(agenda, entry, locale),
    }),
  )
  const url = `${platform.config.baseUrl}/app/programmes/${agenda.programmeId}/agenda`
  await sendMail(
    platform,
    { programmeId: agenda.programmeId, kind: 'schedule-released' },
    {
      dedupeKey: `schedule-released/${agenda.eventId}/${number}/${agenda.holder.participantId ?? agenda.holder.interpreterId}/${to.email}`,
      toAddress: to.email,
      toName: to.name,
      locale,
      subject: text('subject', values),
      text: [text('greeting', values), '', text('intro', values), ...lines, '', text('outro', { url })].join('\n'),
      attachments: [
        {
          name: 'schedule.ics',
          mediaType: 'text/calendar; method=PUBLISH',
          contents: calendarFile(agenda, changed, {
            locale,
            timeZone: zoneOf(agenda),
            host: new URL(platform.config.baseUrl).hostname,
          }),
        },
      ],
    },
  )
}

const lineOf = (kind: Difference['kind'] | undefined): string =>
  kind === 'interpreter-changed' || kind === 'place-changed' ? 'changed' : (kind ?? 'moved')

/** "2020-10-26 15:00 Asia/Seoul · 09:00 Europe/Moscow": the holder's zone first. */
function timesOf(agenda: Agenda, startsAt: string): string {
  const own = zoneOf(agenda)
  const zones = [own, ...agenda.zones.map(({ timeZone }) => timeZone).filter((zone) => zone !== own)]
  const [first, ...others] = zones.map((zone) => `${wallClock(startsAt, zone).time} ${zone}`)
  return [`${wallClock(startsAt, own).date} ${first}`, ...others].join(' · ')
}
