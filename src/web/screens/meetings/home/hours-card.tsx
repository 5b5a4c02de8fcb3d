import { useQuery } from '@tanstack/react-query'
import { contains, union } from '../../../../kernel/interval.ts'
import { query } from '../../../api.ts'
import { useMessages, useText } from '../../../locale.tsx'
import { useProgramme } from '../../../shell/programme-context.ts'
import { messages } from '../messages.ts'
import type { EventDetails, Participant } from '../shapes.ts'
import { Card } from './card.tsx'
import styles from './home.module.css'

/** Whether one is registered for the next event, and for how much of it. */
export function HoursCard({ companyId }: { companyId: string }) {
  const t = useMessages(messages)
  const { programme } = useProgramme()
  const events = useQuery(query.events.listEvents.queryOptions({ input: { programmeId: programme.id } }))
  // The one that can still be changed, else the newest.
  const event = events.data?.rows.find(({ status }) => status === 'open') ?? events.data?.rows.at(-1)
  if (!events.data) return <div className={styles.waiting} aria-busy="true" />
  return event ? (
    <OfEvent eventId={event.id} companyId={companyId} />
  ) : (
    <Card title={t('home.hours')} action={t('home.toHours')} path="/my/availability">
      <p className={styles.quiet}>{t('home.noEvent')}</p>
    </Card>
  )
}

function OfEvent({ eventId, companyId }: { eventId: string; companyId: string }) {
  const t = useMessages(messages)
  const text = useText()
  const { programme } = useProgramme()
  const input = { programmeId: programme.id, eventId }
  const event = useQuery(query.events.readEvent.queryOptions({ input })).data
  const participants = useQuery(query.events.listParticipants.queryOptions({ input })).data
  if (!event || !participants) return <div className={styles.waiting} aria-busy="true" />
  const own = participants.rows.find((row) => row.companyId === companyId && row.status === 'registered')
  const isMissing = !own && event.status === 'open'
  return (
    <Card
      title={t('home.hours')}
      action={t(isMissing ? 'home.register' : 'home.toHours')}
      path="/my/availability"
      hand={isMissing}
    >
      <p>
        <b>{text(event.name)}</b>
      </p>
      <p>{own ? <Presence event={event} own={own} /> : t('home.hoursNone')}</p>
      {event.status === 'open' ? null : (
        <p className={styles.quiet}>{t(event.status === 'closed' ? 'home.hoursClosed' : 'home.hoursSetup')}</p>
      )}
    </Card>
  )
}

function Presence({ event, own }: { event: EventDetails; own: Participant }) {
  const t = useMessages(messages)
  const there = union(own.availability)
  const all = event.timeslots.length
  const count = event.timeslots.filter((slot) => there.some((one) => contains(one, slot))).length
  return there.length === 0 || count === all ? t('home.hoursWhole') : t('home.hoursPart', { there: count, all })
}
