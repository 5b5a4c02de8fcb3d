import { useLocale, useMessages, useText } from '../../../locale.tsx'
import { intlTag } from '../../../intl-tag.ts'
import { Icon } from '../../../ui/icon.tsx'
import { formatCalendarDay, formatDay, readZones, zoneLabel } from '../../../ui/time-format.ts'
import { clockSpan } from '../clock-span.ts'
import { withoutCode } from '../without-code.ts'
import { type Agenda, type AgendaEntry, agendaDays, agendaZones, heldEntries } from './agenda-days.ts'
import { messages } from './messages.ts'
import styles from './agenda-sheet.module.css'

/** One holder's released day, as it is read and as it is printed: the own zone leads, the other stands beside. */
export function AgendaSheet({ agenda, title, programmeId }: { agenda: Agenda; title: string; programmeId: string }) {
  const t = useMessages(messages)
  const { locale } = useLocale()
  const text = useText()
  const days = agendaDays(agenda)
  const zones = agendaZones(agenda)
  const zoneWords = (zone: string) => {
    const side = agenda.zones.find(({ timeZone }) => timeZone === zone)
    const label = zoneLabel(agenda.entries[0]?.startsAt ?? agenda.releasedAt, zone)
    return side ? `${text(side.name)} (${label})` : label
  }
  const [own = 'UTC', other] = zones
  return (
    <article className={styles.sheet}>
      <header>
        <h2>{title}</h2>
        <p>
          {t('version', { version: agenda.version, day: formatDay(agenda.releasedAt, own, locale) })},{' '}
          {t('count', { count: heldEntries(agenda) })}
        </p>
        {other ? <p>{t('zones', { own: zoneWords(own), other: zoneWords(other) })}</p> : null}
      </header>
      {days.length === 0 ? <p className={styles.none}>{t('noMeetings')}</p> : null}
      {days.map(({ date, entries }) => (
        <section key={date}>
          <h3 className={styles.day}>{formatCalendarDay(date, locale)}</h3>
          <ol className={styles.entries}>
            {entries.map((entry) => (
              <Entry key={entry.requestId} entry={entry} agenda={agenda} zones={zones} programmeId={programmeId} />
            ))}
          </ol>
        </section>
      ))}
      <footer>{t('printed', { event: text(agenda.eventName), version: agenda.version })}</footer>
    </article>
  )
}

function Entry({
  entry,
  agenda,
  zones,
  programmeId,
}: {
  entry: AgendaEntry
  agenda: Agenda
  zones: readonly string[]
  programmeId: string
}) {
  const t = useMessages(messages)
  const { locale } = useLocale()
  const text = useText()
  const starts = readZones(entry.startsAt, zones, locale)
  const ends = readZones(entry.endsAt, zones, locale)
  const partner =
    agenda.interpreterId === null
      ? withoutCode(text(entry.partnerName), entry.partnerCode)
      : t('asInterpreter', { host: text(entry.hostName), guest: text(entry.guestName) })
  const place = entry.placeKind && entry.placeName ? t(entry.placeKind, { name: entry.placeName }) : t('noPlace')
  return (
    <li data-cancelled={entry.cancelled || undefined}>
      <time dateTime={entry.startsAt} className={styles.time}>
        {starts.map(({ zone, clock, label, otherDay }, index) => (
          <span key={zone}>
            {otherDay ? `${otherDay} ` : ''}
            {clockSpan(clock, ends[index]?.clock ?? '')} <small>{label}</small>
          </span>
        ))}
      </time>
      <div className={styles.what}>
        <b>
          {partner} {agenda.interpreterId === null ? <small>{entry.partnerCode}</small> : null}
        </b>
        <span>
          {entry.cancelled ? (
            <strong>{t('cancelled')}</strong>
          ) : (
            [
              place,
              agenda.interpreterId === null && entry.interpreterName
                ? t('interpreter', { name: entry.interpreterName })
                : '',
              agenda.interpreterId === null && entry.attends ? t('attends', { name: entry.attends }) : '',
              agenda.interpreterId === null && entry.partnerAttends
                ? t('partnerAttends', { name: entry.partnerAttends })
                : '',
              entry.languagePair ? languageWords(entry.languagePair) : '',
            ]
              .filter((part) => part !== '')
              .join(', ')
          )}
        </span>
      </div>
      <a
        className={styles.file}
        href={`/api/v1/programmes/${programmeId}/events/${agenda.eventId}/meetings/${entry.requestId}/calendar`}
        download
        aria-label={t('calendarOf', { partner, time: starts[0]?.clock ?? '' })}
        title={t('file')}
      >
        <Icon name="calendar" />
      </a>
    </li>
  )

  function languageWords(pair: string): string {
    const names = new Intl.DisplayNames(intlTag(locale), { type: 'language' })
    const [first = '', second = ''] = pair.split('-').map((code) => names.of(code) ?? code)
    return t('languages', { first, second })
  }
}
