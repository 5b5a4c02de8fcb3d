import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, getRouteApi, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { query } from '../../api.ts'
import { messages as caseMessages } from '../../../modules/cases/messages.ts'
import { useLocale, useMessages, useNumbers } from '../../locale.tsx'
import { PendingScreen } from '../../shell/pending-screen.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Icon } from '../../ui/icon.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { CasesBoard } from './cases-board.tsx'
import { CasesTable } from './cases-table.tsx'
import { type CaseSearch, STATES, needsHand, passes } from './case-search.ts'
import styles from './cases.module.css'
import { messages } from './messages.ts'
import { NewCase } from './new-case.tsx'
import type { CaseOwner, CaseRow } from './shapes.ts'

const route = getRouteApi('/programmes/$programmeId/cases')

/** Every case of the programme as a board by state or as a list. */
export function CasesScreen() {
  const t = useMessages(messages)
  const { programme, roles } = useProgramme()
  const search = route.useSearch()
  const [opening, setOpening] = useState(false)
  const params = { programmeId: programme.id }
  const { data, error, refetch } = useQuery(query.cases.listCases.queryOptions({ input: params }))
  if (error && !data) return <ProblemNotice error={error} onRetry={() => void refetch()} />
  if (!data) return <PendingScreen />
  const mayOpen = roles.includes('operator')
  const rows = data.rows.filter((row) => passes(row, search))
  return (
    <>
      <PageHead
        title={t('title')}
        lead={t('lead')}
        actions={
          mayOpen ? (
            <Button variant="filled" onClick={() => setOpening(true)}>
              {t('open')}
            </Button>
          ) : null
        }
      >
        {data.rows.length > 0 ? <Views /> : null}
      </PageHead>
      <div className={styles.page}>
        {data.rows.length === 0 ? (
          <EmptyState
            title={t('none')}
            action={
              <LinkButton to="/programmes/$programmeId/rooms/logs" params={params}>
                {t('toLogs')}
              </LinkButton>
            }
          >
            {t('noneHint')}
          </EmptyState>
        ) : (
          <>
            <Filters rows={data.rows} owners={data.owners} />
            {search.view === 'list' ? <CasesTable rows={rows} /> : <CasesBoard rows={rows} />}
          </>
        )}
      </div>
      {opening ? <NewCase onClose={() => setOpening(false)} /> : null}
    </>
  )
}

function Views() {
  const t = useMessages(messages)
  const { programme } = useProgramme()
  const search = route.useSearch()
  const tab = (view: 'list' | undefined) => {
    const { view: _, ...rest } = search
    return (
      <Link
        to="/programmes/$programmeId/cases"
        params={{ programmeId: programme.id }}
        search={view ? { ...rest, view } : rest}
        activeOptions={{ exact: true, includeSearch: true }}
        activeProps={{ 'aria-current': undefined }}
        aria-current={view === search.view ? 'page' : undefined}
      >
        {t(`views.${view ?? 'board'}`)}
      </Link>
    )
  }
  return (
    <nav aria-label={t('views.label')} className={styles.tabs}>
      {tab(undefined)}
      {tab('list')}
    </nav>
  )
}

function Filters({ rows, owners }: { rows: readonly CaseRow[]; owners: readonly CaseOwner[] }) {
  const t = useMessages(messages)
  const words = useMessages(caseMessages)
  const { locale } = useLocale()
  const { number } = useNumbers()
  const { programme } = useProgramme()
  const navigate = useNavigate()
  const search = route.useSearch()
  const params = { programmeId: programme.id }
  const change = (part: { [Key in keyof CaseSearch]: CaseSearch[Key] | undefined }) => {
    const next = Object.fromEntries(Object.entries({ ...search, ...part }).filter(([, value]) => value !== undefined))
    void navigate({ to: '/programmes/$programmeId/cases', params, search: next, replace: true })
  }
  const byOwner = (id: string) => rows.filter(({ owner }) => (owner?.id ?? 'none') === id).length
  return (
    <div className={styles.filters}>
      <label>
        <span>{t('filter.owner')}</span>
        <select
          value={search.owner ?? ''}
          onChange={(event) => change({ owner: event.currentTarget.value || undefined })}
        >
          <option value="">{t('filter.all')}</option>
          <option value="none">
            {t('filter.nobody')} ({number(byOwner('none'))})
          </option>
          {owners.map(({ id, name }) => (
            <option key={id} value={id}>
              {name} ({number(byOwner(id))})
            </option>
          ))}
        </select>
      </label>
      {search.view === 'list' ? (
        <label>
          <span>{t('filter.state')}</span>
          <select
            value={search.state ?? ''}
            onChange={(event) => change({ state: STATES.find((one) => one === event.currentTarget.value) })}
          >
            <option value="">{t('filter.all')}</option>
            {STATES.map((state) => (
              <option key={state} value={state}>
                {words(`states.${state}`)}
              </option>
            ))}
          </select>
        </label>
      ) : null}
      <label>
        <input
          type="checkbox"
          checked={search.hand === true}
          onChange={(event) => change({ hand: event.currentTarget.checked || undefined })}
        />
        <span>
          {t('filter.hand')} ({number(rows.filter(needsHand).length)})
        </span>
      </label>
      <a className={styles.download} href={`/api/v1/programmes/${programme.id}/cases-export?locale=${locale}`} download>
        <Icon name="download" /> {t('export')}
      </a>
    </div>
  )
}
