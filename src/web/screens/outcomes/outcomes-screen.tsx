import { Button, TextInput } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { LOCALES } from '../../../kernel/locale.ts'
import { query } from '../../api.ts'
import { useMessages, useNumbers } from '../../locale.tsx'
import { PendingScreen } from '../../shell/pending-screen.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import { Icon } from '../../ui/icon.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Popover } from '../../ui/popover.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { Time } from '../../ui/time.tsx'
import { ViewTabs } from '../../ui/view-tabs.tsx'
import { asOfInstant } from './as-of.ts'
import { FiguresPanel } from './figures-panel.tsx'
import { messages } from './messages.ts'
import { OutcomeForm } from './outcome-form.tsx'
import styles from './outcomes-screen.module.css'
import page from './page.module.css'
import { DaysPanel } from './pictures/days-panel.tsx'
import { FunnelPanel } from './pictures/funnel-panel.tsx'
import { LadderPanel } from './pictures/ladder-panel.tsx'
import { ShoresPanel } from './pictures/shores-panel.tsx'
import { RecordsTable } from './records-table.tsx'

const route = getRouteApi('/programmes/$programmeId/outcomes')

/** Figures with their lists, the pictures of the results, and the records themselves. */
export function OutcomesScreen() {
  const t = useMessages(messages)
  const { roles } = useProgramme()
  const { view } = route.useSearch()
  const [recording, setRecording] = useState(false)
  return (
    <>
      <PageHead
        title={t('title')}
        lead={t('lead')}
        actions={
          <>
            <Downloads />
            {roles.includes('operator') ? (
              <Button variant="filled" onClick={() => setRecording(true)}>
                {t('record')}
              </Button>
            ) : null}
          </>
        }
      >
        <Views />
      </PageHead>
      {view === 'records' ? <Records /> : <Figures />}
      {recording ? <OutcomeForm onClose={() => setRecording(false)} /> : null}
    </>
  )
}

function Views() {
  const t = useMessages(messages)
  const { number } = useNumbers()
  const { programme } = useProgramme()
  const { view } = route.useSearch()
  const { data } = useQuery(query.outcomes.listOutcomes.queryOptions({ input: { programmeId: programme.id } }))
  const tab = (own: 'records' | undefined) => (
    <li>
      <Link
        to="/programmes/$programmeId/outcomes"
        params={{ programmeId: programme.id }}
        search={own ? { view: own } : {}}
        activeOptions={{ exact: true, includeSearch: true }}
        activeProps={{ 'aria-current': undefined }}
        aria-current={own === view ? 'page' : undefined}
      >
        {t(`views.${own ?? 'figures'}`)} {own && data ? <small>{number(data.rows.length)}</small> : null}
      </Link>
    </li>
  )
  return (
    <ViewTabs label={t('views.label')}>
      {tab(undefined)}
      {tab('records')}
    </ViewTabs>
  )
}

/** The report in the language it is for, and the workbook in the reader's. */
function Downloads() {
  const t = useMessages(messages)
  const { programme } = useProgramme()
  const base = `/api/v1/programmes/${programme.id}`
  const links = (path: string) =>
    LOCALES.map((locale) => (
      <li key={locale}>
        <a href={`${base}/${path}?locale=${locale}`} download lang={locale}>
          {t(`languages.${locale}`)}
        </a>
      </li>
    ))
  return (
    <>
      {(['report', 'workbook'] as const).map((kind) => (
        <Popover
          key={kind}
          label={t(kind)}
          buttonClassName={styles.download}
          button={
            <>
              <Icon name="download" /> {t(kind)}
            </>
          }
        >
          <ul className={styles.languages}>{links(kind === 'report' ? 'results-report' : 'outcomes-export')}</ul>
        </Popover>
      ))}
    </>
  )
}

function Figures() {
  const { programme } = useProgramme()
  const { asOf } = route.useSearch()
  const [nowMs] = useState(() => Date.now())
  const instant = asOfInstant(asOf, programme.sides[0]?.timeZone ?? 'UTC', nowMs)
  const input = { programmeId: programme.id }
  const figures = useQuery({
    ...query.outcomes.listFigures.queryOptions({ input: { ...input, ...(instant ? { asOf: instant } : {}) } }),
    placeholderData: keepPreviousData,
  })
  const dashboard = useQuery(query.outcomes.readDashboard.queryOptions({ input }))
  const records = useQuery(query.outcomes.listOutcomes.queryOptions({ input }))
  const error = figures.error ?? dashboard.error
  if (error && (!figures.data || !dashboard.data)) {
    return <ProblemNotice error={error} onRetry={() => void Promise.all([figures.refetch(), dashboard.refetch()])} />
  }
  if (!figures.data || !dashboard.data) return <PendingScreen />
  return (
    <div className={page.page}>
      <AsOf instant={instant} />
      <FiguresPanel figures={figures.data.rows} asOf={asOf} />
      <div className={page.columns}>
        <LadderPanel ladder={dashboard.data.ladder} />
        <FunnelPanel funnel={dashboard.data.funnel} />
      </div>
      <ShoresPanel records={records.data?.rows ?? []} />
      <DaysPanel days={dashboard.data.timeline} />
    </div>
  )
}

/** The day at whose end the figures are counted; empty is now. */
function AsOf({ instant }: { instant: string | null }) {
  const t = useMessages(messages)
  const { asOf } = route.useSearch()
  const navigate = route.useNavigate()
  const go = (day: string) =>
    void navigate({ search: day === '' ? {} : { asOf: day }, replace: true, resetScroll: false })
  return (
    <div className={styles.asOf}>
      <TextInput type="date" label={t('asOf')} value={asOf ?? ''} onChange={(input) => go(input.currentTarget.value)} />
      <p>
        {instant ? (
          <>
            {t('asOfAt')} <Time at={instant} day="full" />
          </>
        ) : (
          t('asOfNow')
        )}
      </p>
      {asOf ? <Button onClick={() => go('')}>{t('toNow')}</Button> : null}
    </div>
  )
}

function Records() {
  const { programme } = useProgramme()
  const { data, error, refetch } = useQuery(
    query.outcomes.listOutcomes.queryOptions({ input: { programmeId: programme.id } }),
  )
  if (error && !data) return <ProblemNotice error={error} onRetry={() => void refetch()} />
  if (!data) return <PendingScreen />
  return (
    <div className={page.page}>
      <RecordsTable rows={data.rows} />
    </div>
  )
}
