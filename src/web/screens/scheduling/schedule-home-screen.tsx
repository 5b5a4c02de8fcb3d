import { useQuery } from '@tanstack/react-query'
import { Link, Navigate } from '@tanstack/react-router'
import { query } from '../../api.ts'
import { useMessages, useText } from '../../locale.tsx'
import { PendingScreen } from '../../shell/pending-screen.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { Time } from '../../ui/time.tsx'
import { messages } from './messages.ts'
import { StepLink } from './step-link.tsx'
import styles from './schedule-home-screen.module.css'

/** From the chain to the board: at once where there is one event, by choice where there are several. */
export function ScheduleHomeScreen() {
  const t = useMessages(messages)
  const text = useText()
  const { programme } = useProgramme()
  const programmeId = programme.id
  const { data, error, refetch } = useQuery(query.events.listEvents.queryOptions({ input: { programmeId } }))
  if (error) return <ProblemNotice error={error} onRetry={() => void refetch()} />
  if (!data) return <PendingScreen />
  const [first, second] = data.rows
  if (first && !second) {
    return (
      <Navigate
        to="/programmes/$programmeId/events/$eventId/schedule"
        params={{ programmeId, eventId: first.id }}
        replace
      />
    )
  }
  return (
    <>
      <PageHead title={t('title')} lead={first ? t('lead') : undefined} />
      {first ? (
        <ul className={styles.events}>
          {data.rows.map((event) => (
            <li key={event.id}>
              <Link to="/programmes/$programmeId/events/$eventId/schedule" params={{ programmeId, eventId: event.id }}>
                <b>{text(event.name)}</b>
                <span>{event.startsAt ? <Time at={event.startsAt} day="full" /> : t('noDays')}</span>
                <span>{t('facts', { participants: event.participants, timeslots: event.timeslots })}</span>
              </Link>
            </li>
          ))}
        </ul>
      ) : (
        <EmptyState title={t('none')} action={<StepLink path="/event">{t('setUp')}</StepLink>}>
          {t('noneHint')}
        </EmptyState>
      )}
    </>
  )
}
