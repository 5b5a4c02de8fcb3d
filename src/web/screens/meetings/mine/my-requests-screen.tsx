import { useQuery } from '@tanstack/react-query'
import { query } from '../../../api.ts'
import { useMessages, useText } from '../../../locale.tsx'
import { PendingScreen } from '../../../shell/pending-screen.tsx'
import { useProgramme } from '../../../shell/programme-context.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import { messages } from '../messages.ts'
import page from '../page.module.css'
import { EventRequests } from './event-requests.tsx'

/** A representative's own requests: to answer, asked, agreed, earlier; event by event. */
export function MyRequestsScreen() {
  const t = useMessages(messages)
  const text = useText()
  const { programme } = useProgramme()
  const { data, error, refetch } = useQuery(
    query.events.listEvents.queryOptions({ input: { programmeId: programme.id } }),
  )
  if (error && !data) return <ProblemNotice error={error} onRetry={() => void refetch()} />
  if (!data) return <PendingScreen />
  const several = data.rows.length > 1
  return (
    <>
      <PageHead title={t('mine.title')} lead={t('mine.lead')} />
      <div className={page.page}>
        {data.rows.length === 0 ? <EmptyState title={t('mine.none')}>{t('mine.noneHint')}</EmptyState> : null}
        {data.rows.map(({ id, name }) => (
          <EventRequests key={id} eventId={id} title={several ? text(name) : null} />
        ))}
      </div>
    </>
  )
}
