import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { Link, getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { query } from '../../api.ts'
import { useMessages, useNumbers, useText } from '../../locale.tsx'
import { PendingScreen } from '../../shell/pending-screen.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import { Confirm } from '../../ui/confirm.tsx'
import { notify } from '../../ui/notices.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { ViewTabs } from '../../ui/view-tabs.tsx'
import { EVENT_VIEWS, type EventView } from './event-views.ts'
import { STATUS_TONES, useEventWords } from './event-words.ts'
import { InterpretersView } from './interpreters-view.tsx'
import { messages } from './messages.ts'
import styles from './page.module.css'
import { ParticipantsView } from './participants-view.tsx'
import { SetupView } from './setup-view.tsx'
import type { EventDetails, EventStatus } from './shapes.ts'
import { useEventData, useRefreshEvent } from './use-event.ts'

const route = getRouteApi('/programmes/$programmeId/events/$eventId')

/** One event: its rules, days and places, who takes part, who interprets, and whether there is room for it all. */
export function EventScreen() {
  const words = useEventWords()
  const text = useText()
  const { eventId } = route.useParams()
  const view: EventView = route.useSearch().view ?? 'setup'
  const data = useEventData(eventId)
  const event = data.event.data
  if (!event) {
    return data.event.error ? (
      <ProblemNotice error={data.event.error} onRetry={() => void data.event.refetch()} />
    ) : (
      <PendingScreen />
    )
  }
  const participants = data.participants.data?.rows ?? []
  const interpreters = data.interpreters.data?.rows ?? []
  const counts: Record<EventView, number | null> = {
    setup: null,
    participants: participants.filter(({ status }) => status === 'registered').length,
    interpreters: interpreters.length,
  }
  return (
    <>
      <PageHead
        title={text(event.name)}
        badge={<StatusBadge tone={STATUS_TONES[event.status]}>{words(`statuses.${event.status}`)}</StatusBadge>}
        actions={<HeadActions event={event} />}
      >
        <Views current={view} counts={counts} />
      </PageHead>
      <div className={styles.page}>
        {view === 'setup' ? (
          <SetupView
            event={event}
            participants={participants}
            interpreters={interpreters}
            requests={data.requests.data ?? null}
          />
        ) : null}
        {view === 'participants' ? <ParticipantsView event={event} list={data.participants} /> : null}
        {view === 'interpreters' ? (
          <InterpretersView event={event} list={data.interpreters} requests={data.requests.data ?? []} />
        ) : null}
      </div>
    </>
  )
}

function Views({ current, counts }: { current: EventView; counts: Record<EventView, number | null> }) {
  const t = useMessages(messages)
  const { number } = useNumbers()
  const params = route.useParams()
  return (
    <ViewTabs label={t('views.label')}>
      {EVENT_VIEWS.map((view) => (
        <li key={view}>
          <Link
            to="/programmes/$programmeId/events/$eventId"
            params={params}
            search={view === 'setup' ? {} : { view }}
            activeOptions={{ exact: true, includeSearch: true }}
            activeProps={{ 'aria-current': undefined }}
            aria-current={view === current ? 'page' : undefined}
            resetScroll={false}
          >
            {t(`views.${view}`)}
            {counts[view] === null ? null : <small>{number(counts[view])}</small>}
          </Link>
        </li>
      ))}
    </ViewTabs>
  )
}

/** On to requests and schedule; for the operator also the step the event takes next. */
function HeadActions({ event }: { event: EventDetails }) {
  const t = useMessages(messages)
  const { programme, seesChain } = useProgramme()
  const params = { programmeId: programme.id, eventId: event.id }
  if (!seesChain) return null
  return (
    <>
      <Button
        renderRoot={(props) => (
          <Link to="/programmes/$programmeId/events/$eventId/schedule" params={params} {...props} />
        )}
      >
        {t('head.toSchedule')}
      </Button>
      {event.may.edit ? <StatusStep event={event} /> : null}
    </>
  )
}

const NEXT_STATUS: Readonly<Record<EventStatus, EventStatus>> = { setup: 'open', open: 'closed', closed: 'open' }

function StatusStep({ event }: { event: EventDetails }) {
  const t = useMessages(messages)
  const words = useEventWords()
  const refresh = useRefreshEvent()
  const [asking, setAsking] = useState(false)
  const next = NEXT_STATUS[event.status]
  const update = useMutation({
    ...query.events.updateEvent.mutationOptions(),
    onSuccess: async () => {
      await refresh()
      notify({ text: t('head.statusSaved', { status: words(`statuses.${next}`) }) })
    },
    onError: () => refresh(),
    onSettled: () => setAsking(false),
  })
  const deed = t(event.status === 'setup' ? 'head.open' : event.status === 'open' ? 'head.close' : 'head.reopen')
  const { programmeId, id: eventId, revision, name, requestMode, requestExpiryHours, whoMayMeet } = event
  const { maxRequestsPerParticipant } = event
  const rules = { name, requestMode, requestExpiryHours, maxRequestsPerParticipant, whoMayMeet }
  return (
    <>
      <Button {...(event.status === 'setup' ? { variant: 'filled' } : {})} onClick={() => setAsking(true)}>
        {deed}
      </Button>
      <Confirm
        opened={asking}
        title={t(next === 'open' ? 'head.openTitle' : 'head.closeTitle')}
        confirmLabel={deed}
        busy={update.isPending}
        onCancel={() => setAsking(false)}
        onConfirm={() => update.mutate({ programmeId, eventId, revision, status: next, ...rules })}
      >
        <p>{t(next === 'open' ? 'head.openBody' : 'head.closeBody')}</p>
      </Confirm>
    </>
  )
}
