import { Button, Select, TextInput } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { query } from '../../api.ts'
import { useMessages } from '../../locale.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Icon } from '../../ui/icon.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { useAgreementColumns } from './agreement-columns.tsx'
import { isNarrowed } from './agreement-search.ts'
import { useAgreementWords } from './agreement-words.ts'
import { ExportButton } from './export-button.tsx'
import { messages } from './messages.ts'
import page from './page.module.css'
import { type AgreementStatus, type AgreementType, STATUSES, TYPES } from './shapes.ts'

const PAGE_SIZE = 50

const route = getRouteApi('/programmes/$programmeId/agreements/')

/** Every agreement of the programme, narrowed by state, type and text. */
export function AgreementsScreen() {
  const t = useMessages(messages)
  const { programme, roles } = useProgramme()
  const isOperator = roles.includes('operator')
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} actions={isOperator ? <NewButton /> : null} />
      <div className={page.page}>
        <AgreementTable key={programme.id} isOperator={isOperator} />
      </div>
    </>
  )
}

function NewButton() {
  const t = useMessages(messages)
  const { programme } = useProgramme()
  return (
    <LinkButton
      to="/programmes/$programmeId/agreements/new"
      params={{ programmeId: programme.id }}
      variant="filled"
      leftSection={<Icon name="plus" />}
    >
      {t('new')}
    </LinkButton>
  )
}

function AgreementTable({ isOperator }: { isOperator: boolean }) {
  const t = useMessages(messages)
  const { programme } = useProgramme()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const columns = useAgreementColumns()
  const { page: pageNumber = 1, ...filter } = search
  const { data, error, refetch } = useQuery({
    ...query.agreements.listAgreements.queryOptions({
      input: { programmeId: programme.id, page: pageNumber, pageSize: PAGE_SIZE, ...filter },
    }),
    placeholderData: keepPreviousData,
  })
  if (error && !data) return <ProblemNotice error={error} onRetry={() => void refetch()} />
  if (!data) return <div className={page.waiting} aria-busy="true" />
  const narrowed = isNarrowed(search)
  if (data.total === 0 && !narrowed) {
    return (
      <EmptyState title={t('list.noneAtAll')} action={isOperator ? <NewButton /> : null}>
        {t(isOperator ? 'list.noneAtAllHint' : 'list.noneToRead')}
      </EmptyState>
    )
  }
  return (
    <DataTable
      label={t('list.label')}
      rows={data.rows}
      columns={columns}
      rowKey={({ id }) => id}
      paging={{
        page: pageNumber,
        pageSize: PAGE_SIZE,
        total: data.total,
        onPage: (next) => void navigate({ search: (before) => ({ ...before, page: next }) }),
      }}
      tools={<Filters />}
      exports={<ExportButton filter={filter} />}
      rowNote={({ status }) => (status === 'declined' || status === 'expired' ? 'hand' : undefined)}
      empty={
        <EmptyState
          title={t('list.none')}
          action={<Button onClick={() => void navigate({ search: {} })}>{t('list.showAll')}</Button>}
        >
          {t('list.noneHint')}
        </EmptyState>
      }
    />
  )
}

const TYPING_MS = 300

function Filters() {
  const t = useMessages(messages)
  const words = useAgreementWords()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const [typed, setTyped] = useState(search.q ?? '')
  const narrow = (change: { q?: string; status?: string; type?: string }) =>
    void navigate({
      search: ({ page: _page, ...before }) => {
        const next = { ...before, ...change }
        return Object.fromEntries(Object.entries(next).filter(([, value]) => value !== ''))
      },
      replace: true,
      resetScroll: false,
    })
  useEffect(() => {
    if (typed.trim() === (search.q ?? '')) return
    const timer = setTimeout(() => narrow({ q: typed.trim() }), TYPING_MS)
    return () => clearTimeout(timer)
    // Typing alone narrows the list; `narrow` is made anew each time.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [typed])
  return (
    <div className={page.filters}>
      <TextInput
        type="search"
        aria-label={t('list.search')}
        placeholder={t('list.search')}
        leftSection={<Icon name="search" />}
        maxLength={200}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Select
        aria-label={t('list.status')}
        value={search.status ?? ''}
        data={[
          { value: '', label: t('list.anyStatus') },
          ...STATUSES.map((status) => ({ value: status, label: words(`statuses.${status}`) })),
        ]}
        onChange={(status) => narrow({ status: (status ?? '') as AgreementStatus })}
      />
      <Select
        aria-label={t('list.type')}
        value={search.type ?? ''}
        data={[
          { value: '', label: t('list.anyType') },
          ...TYPES.map((type) => ({ value: type, label: words(`types.${type}`) })),
        ]}
        onChange={(type) => narrow({ type: (type ?? '') as AgreementType })}
      />
    </div>
  )
}
