import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { query } from '../../api.ts'
import { useMessages } from '../../locale.tsx'
import { PendingScreen } from '../../shell/pending-screen.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { ViewTabs } from '../../ui/view-tabs.tsx'
import type { DeskView } from './desk-view.ts'
import { ListsView } from './lists-view.tsx'
import { messages } from './messages.ts'
import page from './page.module.css'
import { ProposalsPanel } from './proposals-panel.tsx'
import { ProspectForm } from './prospect-form.tsx'
import { QueueView } from './queue-view.tsx'
import { TechnologiesView } from './technologies-view.tsx'

const route = getRouteApi('/programmes/$programmeId/screening')

/** Stage 1 of the chain: who was checked, against which lists, and which technologies are handed over. */
export function DeskScreen() {
  const t = useMessages(messages)
  const { programme } = useProgramme()
  const { view } = route.useSearch()
  const [isAsking, setAsking] = useState(false)
  const { data, error, refetch } = useQuery(
    query.compliance.readDesk.queryOptions({ input: { programmeId: programme.id } }),
  )
  if (error && !data) return <ProblemNotice error={error} onRetry={() => void refetch()} />
  if (!data) return <PendingScreen />
  const canCheck = data.may.manage && (data.service !== null || data.lists.some(({ retiredAt }) => retiredAt === null))
  return (
    <>
      <PageHead
        title={t('title')}
        lead={t('lead')}
        actions={
          canCheck ? (
            <Button variant="filled" onClick={() => setAsking(true)}>
              {t('queue.check')}
            </Button>
          ) : null
        }
      >
        <Tabs current={view} />
      </PageHead>
      <div className={page.page}>
        {data.policy.inForce ? null : <p className={page.note}>{t('off')}</p>}
        {data.isHeldByList ? (
          <p className={page.note} data-tone="hand">
            {t('heldByList')}
          </p>
        ) : null}
        <ProposalsPanel desk={data} />
        {view === 'lists' ? <ListsView desk={data} /> : null}
        {view === 'technologies' ? <TechnologiesView /> : null}
        {view === undefined ? <QueueView /> : null}
      </div>
      {isAsking ? <ProspectForm onClose={() => setAsking(false)} /> : null}
    </>
  )
}

function Tabs({ current }: { current: DeskView | undefined }) {
  const t = useMessages(messages)
  const { programme } = useProgramme()
  const tab = (view: DeskView | undefined, label: string) => (
    <li>
      <Link
        to="/programmes/$programmeId/screening"
        params={{ programmeId: programme.id }}
        search={view === undefined ? {} : { view }}
        activeOptions={{ exact: true, includeSearch: true }}
        activeProps={{ 'aria-current': undefined }}
        aria-current={view === current ? 'page' : undefined}
        resetScroll={false}
      >
        {label}
      </Link>
    </li>
  )
  return (
    <ViewTabs label={t('tabs.label')}>
      {tab(undefined, t('tabs.queue'))}
      {tab('lists', t('tabs.lists'))}
      {tab('technologies', t('tabs.technologies'))}
    </ViewTabs>
  )
}
