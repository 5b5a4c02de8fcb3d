import { ActionIcon, Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { query } from '../../../api.ts'
import { useMessages, useText } from '../../../locale.tsx'
import { useProgramme } from '../../../shell/programme-context.ts'
import { useHasScreen } from '../../../shell/programme-link.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import { Time, ZonesProvider } from '../../../ui/time.tsx'
import { codeBeside } from '../code-beside.ts'
import { type Deciding, DecideDialogs } from '../decide-dialogs.tsx'
import { messages } from '../messages.ts'
import { useOwnCompanies, useZonesFrom } from '../own-companies.ts'
import page from '../page.module.css'
import { PeopleDialog } from '../people-dialog.tsx'
import { PathButton } from '../path-button.tsx'
import { RequestState } from '../request-state.tsx'
import type { MeetingRequest } from '../shapes.ts'
import { useDecisions } from '../use-decisions.tsx'
import styles from './event-requests.module.css'
import { RequestCard } from './request-card.tsx'
import { partnerOf, sortRequests } from './sort-requests.ts'

const PAGE_SIZE = 500

/** One's own requests at one event. */
export function EventRequests({ eventId }: { eventId: string }) {
  const t = useMessages(messages)
  const { programme } = useProgramme()
  const ownCompanies = useOwnCompanies()
  const hasScreen = useHasScreen()
  const [deciding, setDeciding] = useState<Deciding | null>(null)
  const [peopleOf, setPeopleOf] = useState<string | null>(null)
  const decisions = useDecisions(eventId)
  const ofEvent = { programmeId: programme.id, eventId }
  const event = useQuery(query.events.readEvent.queryOptions({ input: ofEvent }))
  const { data, error, refetch } = useQuery(
    query.meetings.listMeetingRequests.queryOptions({ input: { ...ofEvent, pageSize: PAGE_SIZE } }),
  )
  const { incoming, outgoing, agreed, history } = sortRequests(data?.rows ?? [], ownCompanies)
  const zones = useZonesFrom(ownSide(data?.rows ?? [], ownCompanies))
  if (error && !data) return <ProblemNotice error={error} onRetry={() => void refetch()} />
  if (!data) return <div className={page.waiting} aria-busy="true" />
  const onCancel = (request: MeetingRequest) => setDeciding({ request, deed: 'cancel' })
  const partners = hasScreen('/my/partners') ? (
    <PathButton path="/my/partners">{t('mine.findPartners')}</PathButton>
  ) : null
  const max = event.data?.maxRequestsPerParticipant
  const used = [...outgoing, ...agreed].filter(({ host }) => ownCompanies.includes(host.companyId)).length
  return (
    <ZonesProvider zones={zones}>
      <Panel title={t('mine.incoming')} note={incoming.length > 0 ? incoming.length : undefined}>
        {incoming.length === 0 ? (
          <NothingToAnswer isFirst={data.total === 0} action={partners} />
        ) : (
          <ul className={styles.cards}>
            {incoming.map((request) => (
              <RequestCard
                key={request.id}
                request={request}
                busy={decisions.busyWith === request.id}
                onAccept={() => decisions.accept(request)}
                onDecline={() => setDeciding({ request, deed: 'decline' })}
              />
            ))}
          </ul>
        )}
      </Panel>
      <div className={styles.columns}>
        <div className={styles.stack}>
          <Panel
            title={t('mine.outgoing')}
            note={max === undefined || outgoing.length === 0 ? undefined : t('mine.quota', { used, max })}
          >
            {outgoing.length === 0 ? (
              <div className={styles.quietRow}>
                <p>{t('mine.outgoingNone')}</p>
                {incoming.length > 0 ? partners : null}
              </div>
            ) : (
              <Lines requests={outgoing} ownCompanies={ownCompanies} deed={t('deeds.takeBack')} onDeed={onCancel}>
                {({ expiresAt }) => (
                  <>
                    {t('mine.openUntil')} <Time at={expiresAt} day="short" />
                  </>
                )}
              </Lines>
            )}
          </Panel>
          {history.length > 0 ? (
            <Panel title={t('mine.history')} note={history.length}>
              <Lines requests={history} ownCompanies={ownCompanies} onDeed={onCancel}>
                {({ host, status, declineReason }) => (
                  <>
                    <RequestState status={status} />
                    {t(ownCompanies.includes(host.companyId) ? 'mine.youAsked' : 'mine.theyAsked')}
                    {declineReason ? <q>{declineReason}</q> : null}
                  </>
                )}
              </Lines>
            </Panel>
          ) : null}
        </div>
        <Panel title={t('mine.agreed')} note={agreed.length > 0 ? agreed.length : undefined}>
          {agreed.length === 0 ? (
            <p className={page.quiet}>{t('mine.agreedNone')}</p>
          ) : (
            <>
              <p className={styles.hint}>{t('mine.agreedHint')}</p>
              <Lines
                requests={agreed}
                ownCompanies={ownCompanies}
                deed={t('deeds.callOff')}
                onDeed={onCancel}
                onPeople={setPeopleOf}
              >
                {({ host }) => t(ownCompanies.includes(host.companyId) ? 'mine.youAsked' : 'mine.theyAsked')}
              </Lines>
            </>
          )}
        </Panel>
      </div>
      {peopleOf ? <PeopleDialog eventId={eventId} requestId={peopleOf} onClose={() => setPeopleOf(null)} /> : null}
      <DecideDialogs
        deciding={deciding}
        decisions={decisions}
        ownCompanies={ownCompanies}
        onClose={() => setDeciding(null)}
      />
    </ZonesProvider>
  )
}

/** Large as long as there is nothing else to look at, one line after that. */
function NothingToAnswer({ isFirst, action }: { isFirst: boolean; action: ReactNode }) {
  const t = useMessages(messages)
  return isFirst ? (
    <EmptyState title={t('mine.incomingNone')} action={action}>
      {t('mine.incomingNoneHint')}
    </EmptyState>
  ) : (
    <div className={styles.quietRow}>
      <p>{t('mine.incomingNoneHint')}</p>
      {action}
    </div>
  )
}

/** The side of the reader's company, as any of its requests tells. */
function ownSide(requests: readonly MeetingRequest[], ownCompanies: readonly string[]): string | undefined {
  const [first] = requests
  if (!first) return undefined
  return (ownCompanies.includes(first.host.companyId) ? first.host : first.guest).sideId
}

/** Requests a line each: the partner, a remark, and what can be done. */
function Lines({
  requests,
  ownCompanies,
  deed,
  onDeed,
  onPeople,
  children,
}: {
  requests: readonly MeetingRequest[]
  ownCompanies: readonly string[]
  deed?: string
  onDeed: (request: MeetingRequest) => void
  /** Takes the id of the request. */
  onPeople?: (requestId: string) => void
  children: (request: MeetingRequest) => ReactNode
}) {
  const t = useMessages(messages)
  const text = useText()
  return (
    <ul className={styles.lines}>
      {requests.map((request) => {
        const partner = partnerOf(request, ownCompanies)
        const name = text(partner.name)
        return (
          <li key={request.id}>
            <div>
              <b>{name}</b> <small>{codeBeside(partner.code, name)}</small>
              <p>{children(request)}</p>
            </div>
            {onPeople ? (
              <ActionIcon
                size="sm"
                aria-label={`${t('people.open')}: ${name}`}
                title={t('people.open')}
                onClick={() => onPeople(request.id)}
              >
                <Icon name="person" />
              </ActionIcon>
            ) : null}
            {deed && request.may.cancel ? (
              <Button size="xs" aria-label={`${deed}: ${name}`} onClick={() => onDeed(request)}>
                {deed}
              </Button>
            ) : null}
          </li>
        )
      })}
    </ul>
  )
}
