import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { query } from '../../api.ts'
import { useMessages, useNumbers } from '../../locale.tsx'
import { PendingScreen } from '../../shell/pending-screen.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import { ProgrammeLink, useHasScreen } from '../../shell/programme-link.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { ViewTabs } from '../../ui/view-tabs.tsx'
import { useCommitmentColumns } from './commitment-columns.tsx'
import { VIEWS, type View, isInView } from './commitment-search.ts'
import { FulfilmentPanel } from './fulfilment-panel.tsx'
import { messages } from './messages.ts'
import { NewCommitment } from './new-commitment.tsx'
import page from './page.module.css'
import type { Commitment } from './shapes.ts'
import { AgreementLanes } from './timeline/agreement-lanes.tsx'

const route = getRouteApi('/programmes/$programmeId/commitments')

/** Every promise of the programme by state, the rate of those kept, and each agreement drawn over time. */
export function CommitmentsScreen() {
  const t = useMessages(messages)
  const { programme, roles } = useProgramme()
  const [entering, setEntering] = useState(false)
  const isOperator = roles.includes('operator')
  const { data, error, refetch } = useQuery(
    query.commitments.listCommitments.queryOptions({ input: { programmeId: programme.id } }),
  )
  if (error && !data) return <ProblemNotice error={error} onRetry={() => void refetch()} />
  if (!data) return <PendingScreen />
  return (
    <>
      <PageHead
        title={t('title')}
        lead={t('lead')}
        actions={
          <>
            <LinkButton to="/programmes/$programmeId/commitments/examples" params={{ programmeId: programme.id }}>
              {t('examples')}
            </LinkButton>
            {isOperator ? (
              <Button variant="filled" onClick={() => setEntering(true)}>
                {t('form.deed')}
              </Button>
            ) : null}
          </>
        }
      >
        {data.rows.length > 0 ? <Views rows={data.rows} /> : null}
      </PageHead>
      <div className={page.page}>
        {data.rows.length === 0 ? (
          <NothingPromised />
        ) : (
          <>
            <FulfilmentPanel fulfilment={data.fulfilment} rows={data.rows} />
            <CommitmentTable rows={data.rows} />
            <AgreementLanes commitments={data.rows} />
          </>
        )}
      </div>
      {entering ? <NewCommitment onClose={() => setEntering(false)} /> : null}
    </>
  )
}

function NothingPromised() {
  const t = useMessages(messages)
  const hasScreen = useHasScreen()
  return (
    <EmptyState
      title={t('none')}
      action={hasScreen('/agreements') ? <ProgrammeLink path="/agreements">{t('toAgreements')}</ProgrammeLink> : null}
    >
      {t('noneHint')}
    </EmptyState>
  )
}

function CommitmentTable({ rows }: { rows: readonly Commitment[] }) {
  const t = useMessages(messages)
  const { programme } = useProgramme()
  const { view } = route.useSearch()
  const columns = useCommitmentColumns('chain')
  return (
    <DataTable
      label={t('listLabel')}
      rows={rows.filter(({ status }) => isInView(status, view))}
      columns={columns}
      rowKey={({ id }) => id}
      rowNote={({ status }) => (status === 'overdue' || status === 'objected' ? 'hand' : undefined)}
      empty={
        <EmptyState
          title={t('noneOfView')}
          action={
            <LinkButton to="/programmes/$programmeId/commitments" params={{ programmeId: programme.id }}>
              {t('showAll')}
            </LinkButton>
          }
        />
      }
    />
  )
}

function Views({ rows }: { rows: readonly Commitment[] }) {
  const t = useMessages(messages)
  const { number } = useNumbers()
  const { programme } = useProgramme()
  const current = route.useSearch().view
  const tab = (view: View | undefined) => (
    <li key={view ?? 'all'}>
      <Link
        to="/programmes/$programmeId/commitments"
        params={{ programmeId: programme.id }}
        search={view === undefined ? {} : { view }}
        activeOptions={{ exact: true, includeSearch: true }}
        activeProps={{ 'aria-current': undefined }}
        aria-current={view === current ? 'page' : undefined}
        resetScroll={false}
      >
        {t(`tabs.${view ?? 'all'}`)} <small>{number(rows.filter(({ status }) => isInView(status, view)).length)}</small>
      </Link>
    </li>
  )
  return (
    <ViewTabs label={t('tabs.label')}>
      {tab(undefined)}
      {(Object.keys(VIEWS) as View[]).map(tab)}
    </ViewTabs>
  )
}
