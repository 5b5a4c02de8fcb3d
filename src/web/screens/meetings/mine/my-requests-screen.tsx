import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
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

/** A representative's own requests at one event: to answer, asked, agreed, earlier. */
export function MyRequestsScreen() {
  const t = useMessages(messages)
  const text = useText()
  const { programme } = useProgramme()
  const [chosen, setChosen] = useState<string | null>(null)
  const programmeId = programme.id
  const { data, error, refetch } = useQuery(query.events.listEvents.queryOptions({ input: { programmeId } }))
  const waiting = useQuery(query.meetings.listMyRequests.queryOptions({ input: { programmeId } }))
  if (error && !data) return <ProblemNotice error={error} onRetry={() => void refetch()} />
  if (!data || waiting.isPending) return <PendingScreen />
  // Where an answer is waited for, else where one can still ask, else the newest.
  const event =
    data.rows.find(({ id }) => id === chosen) ??
    data.rows.find(({ id }) => waiting.data?.rows.some(({ eventId }) => eventId === id)) ??
    data.rows.find(({ status }) => status === 'open') ??
    data.rows.at(-1)
  return (
    <>
      <PageHead title={t('mine.title')} lead={t('mine.lead')}>
        {event && data.rows.length > 1 ? (
          <Select
            aria-label={t('event')}
            value={event.id}
            data={data.rows.map(({ id, name }) => ({ value: id, label: text(name) }))}
            onChange={setChosen}
          />
        ) : null}
      </PageHead>
      <div className={page.page}>
        {event ? (
          <EventRequests key={event.id} eventId={event.id} />
        ) : (
          <EmptyState title={t('mine.none')}>{t('mine.noneHint')}</EmptyState>
        )}
      </div>
    </>
  )
}
