import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { query } from '../../api.ts'
import { useMessages, useText } from '../../locale.tsx'
import { PendingScreen } from '../../shell/pending-screen.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { AskActions } from './ask-actions.tsx'
import { messages } from './messages.ts'
import { NeverList } from './never-list.tsx'
import page from './page.module.css'
import { PathButton } from './path-button.tsx'
import { RequestTable } from './request-table.tsx'
import { RequestTabs } from './request-tabs.tsx'

const route = getRouteApi('/programmes/$programmeId/requests')

/** Every request of an event, by state; the operator asks, answers and cancels on behalf of companies. */
export function RequestsScreen() {
  const t = useMessages(messages)
  const { programme, roles } = useProgramme()
  const isOperator = roles.includes('operator')
  const search = route.useSearch()
  const { data, error, refetch } = useQuery(
    query.events.listEvents.queryOptions({ input: { programmeId: programme.id } }),
  )
  if (error && !data) return <ProblemNotice error={error} onRetry={() => void refetch()} />
  if (!data) return <PendingScreen />
  const event = data.rows.find(({ id }) => id === search.event) ?? data.rows[0]
  if (!event) {
    const setUp = <PathButton path="/event">{t('setUpEvent')}</PathButton>
    return (
      <>
        <PageHead title={t('title')} />
        <EmptyState title={t('noEvent')} action={isOperator ? setUp : null}>
          {t(isOperator ? 'noEventHint' : 'noEventOfficial')}
        </EmptyState>
      </>
    )
  }
  return (
    <>
      <PageHead
        title={t('title')}
        lead={t('lead')}
        actions={isOperator ? <AskActions key={event.id} eventId={event.id} /> : null}
      >
        {data.rows.length > 1 ? <EventChoice events={data.rows} current={event.id} /> : null}
        <RequestTabs eventId={event.id} />
      </PageHead>
      <div className={page.page}>
        {search.view === 'never' && isOperator ? (
          <NeverList eventId={event.id} />
        ) : (
          <RequestTable eventId={event.id} isOperator={isOperator} />
        )}
      </div>
    </>
  )
}

function EventChoice({
  events,
  current,
}: {
  events: readonly { id: string; name: Parameters<ReturnType<typeof useText>>[0] }[]
  current: string
}) {
  const t = useMessages(messages)
  const text = useText()
  const navigate = route.useNavigate()
  return (
    <Select
      aria-label={t('event')}
      value={current}
      data={events.map(({ id, name }) => ({ value: id, label: text(name) }))}
      onChange={(id) => {
        if (id) void navigate({ search: { event: id } })
      }}
    />
  )
}
