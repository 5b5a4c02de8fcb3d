import { useQuery } from '@tanstack/react-query'
import { query } from '../../api.ts'
import { useLocale, useMessages, useNumbers, useText } from '../../locale.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import { ProgrammeLink } from '../../shell/programme-link.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { useZones } from '../../ui/time.tsx'
import { formatCalendarDay, readZones } from '../../ui/time-format.ts'
import { daysOfSlots } from './event-days.ts'
import styles from './interpreter-hours.module.css'
import { useLanguageWords } from './language-words.ts'
import { messages } from './messages.ts'
import page from './page.module.css'

/** The timeslots of one event with those in which the reader interprets; to read, the operator keeps the hours. */
export function InterpreterHours({ eventId }: { eventId: string }) {
  const t = useMessages(messages)
  const text = useText()
  const { locale } = useLocale()
  const { list } = useNumbers()
  const { pair } = useLanguageWords()
  const { programme } = useProgramme()
  const zones = useZones().map(({ zone }) => zone)
  const event = useQuery(query.events.readEvent.queryOptions({ input: { programmeId: programme.id, eventId } }))
  const agendas = useQuery(query.scheduling.listMyAgendas.queryOptions({ input: { programmeId: programme.id } }))
  const error = event.error ?? agendas.error
  if (error) return <ProblemNotice error={error} />
  if (!event.data || !agendas.data) return <div className={styles.waiting} aria-busy="true" />
  const entries = agendas.data.rows
    .filter((agenda) => agenda.eventId === eventId && agenda.interpreterId !== null)
    .flatMap((agenda) => agenda.entries.filter(({ cancelled }) => !cancelled))
  const pairs = [...new Set(entries.flatMap(({ languagePair }) => languagePair ?? []))]
  const busy = new Set(entries.map(({ startsAt }) => startsAt))
  return (
    <Panel title={text(event.data.name)} note={t('mine.booked', { count: entries.length })}>
      <div className={page.form}>
        {pairs.length > 0 ? <p>{t('mine.pairs', { pairs: list(pairs.map(pair)) })}</p> : null}
        {event.data.timeslots.length === 0 ? <p className={page.quiet}>{t('slots.noSlots')}</p> : null}
        {daysOfSlots(event.data.timeslots, zones[0] ?? 'UTC').map((day) => (
          <section key={day.date}>
            <h3 className={page.label}>{formatCalendarDay(day.date, locale)}</h3>
            <ol className={styles.slots}>
              {day.slots.map((slot) => {
                const isBusy = busy.has(slot.startsAt)
                return (
                  <li key={slot.id} data-busy={isBusy || undefined}>
                    {readZones(slot.startsAt, zones, locale).map(({ zone, clock, label }, index) => (
                      <span key={zone} data-lead={index === 0 || undefined}>
                        {clock} <small>{label}</small>
                      </span>
                    ))}
                    <em>{isBusy ? t('mine.bookedSlot') : t('mine.freeSlot')}</em>
                  </li>
                )
              })}
            </ol>
          </section>
        ))}
        <p className={page.quiet}>{t('mine.interpreterHint')}</p>
        <p>
          <ProgrammeLink path="/my/agenda" current={false}>
            {t('mine.toAgenda')}
          </ProgrammeLink>
        </p>
      </div>
    </Panel>
  )
}
