import { Button } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Suspense, lazy } from 'react'
import { query } from '../../api.ts'
import { useLocale, useMessages } from '../../locale.tsx'
import { PendingScreen } from '../../shell/pending-screen.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Icon } from '../../ui/icon.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import styles from './companies-screen.module.css'
import { useCompanyColumns } from './company-columns.tsx'
import { CompanyFilters } from './company-filters.tsx'
import { type CompanySearch, isNarrowed, searchInput } from './company-search.ts'
import { LinkButton } from '../../ui/link-button.tsx'
import { messages } from './messages.ts'
import page from './page.module.css'
import type { CompanyRow } from './shapes.ts'

const PAGE_SIZE = 100

/** It brings the words of every stage's tables along. */
const ExportMenu = lazy(async () => ({ default: (await import('./export-menu.tsx')).ExportMenu }))

const route = getRouteApi('/programmes/$programmeId/companies/')

/** Every company of the programme: found in three languages, narrowed, exported; the way to import and register. */
export function CompaniesScreen() {
  const t = useMessages(messages)
  const { programme, roles } = useProgramme()
  const { locale } = useLocale()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const narrow = (change: CompanySearch) =>
    void navigate({ search: withChange(search, change), replace: true, resetScroll: false })
  const { data, error, refetch } = useQuery({
    ...query.companies.listCompanies.queryOptions({
      input: {
        programmeId: programme.id,
        locale,
        pageSize: PAGE_SIZE,
        page: search.page ?? 1,
        sort: search.sort ?? 'code',
        ...searchInput(search),
      },
    }),
    placeholderData: keepPreviousData,
  })
  const columns = useCompanyColumns()
  const isOperator = roles.includes('operator')
  if (!data && !error) return <PendingScreen />
  const isBare = data?.total === 0 && !isNarrowed(search)
  return (
    <>
      <PageHead
        title={t('list.title')}
        lead={t('list.lead')}
        actions={
          isBare ? null : (
            <>
              {isOperator || roles.includes('official') ? (
                <Suspense>
                  <ExportMenu />
                </Suspense>
              ) : null}
              {isOperator ? <OperatorActions /> : null}
            </>
          )
        }
      />
      <div className={page.page}>
        {error ? <ProblemNotice error={error} onRetry={() => void refetch()} /> : null}
        {isBare ? (
          <NoCompanies />
        ) : data ? (
          <>
            {data.countedAll ? null : <p className={page.quiet}>{t('list.manyFound', { total: data.total })}</p>}
            <DataTable
              label={t('list.title')}
              rows={data.rows}
              columns={columns}
              rowKey={({ id }) => id}
              {...(isOperator ? { rowNote } : {})}
              paging={{
                page: search.page ?? 1,
                pageSize: PAGE_SIZE,
                total: data.total,
                onPage: (next) => narrow({ page: next }),
              }}
              tools={<CompanyFilters search={search} onChange={(change) => narrow({ ...change, page: 1 })} />}
              empty={
                <EmptyState
                  title={t('list.nothingFound')}
                  action={
                    <Button onClick={() => void navigate({ search: {}, replace: true })}>{t('list.showAll')}</Button>
                  }
                >
                  {t('list.nothingFoundHint')}
                </EmptyState>
              }
            />
          </>
        ) : null}
      </div>
    </>
  )
}

/** A company that others cannot read waits for the operator. */
const rowNote = ({ publishedProfiles }: CompanyRow) => (publishedProfiles === 0 ? 'hand' : undefined)

/** A changed search; what was emptied (`''`) leaves the address. */
function withChange(
  search: CompanySearch,
  change: { readonly [K in keyof CompanySearch]: CompanySearch[K] },
): CompanySearch {
  const entries = Object.entries({ ...search, ...change }).filter(
    ([key, value]) => value !== '' && value !== undefined && !(key === 'page' && value === 1),
  )
  return Object.fromEntries(entries) as CompanySearch
}

function OperatorActions() {
  const t = useMessages(messages)
  const { programme } = useProgramme()
  const params = { programmeId: programme.id }
  return (
    <>
      <LinkButton to="/programmes/$programmeId/companies/import" params={params} leftSection={<Icon name="upload" />}>
        {t('list.import')}
      </LinkButton>
      <LinkButton
        to="/programmes/$programmeId/companies/new"
        params={params}
        variant="filled"
        leftSection={<Icon name="plus" />}
      >
        {t('list.new')}
      </LinkButton>
    </>
  )
}

/** The programme has no company yet: the operator brings them in, everybody else waits. */
function NoCompanies() {
  const t = useMessages(messages)
  const { programme, roles } = useProgramme()
  const params = { programmeId: programme.id }
  if (!roles.includes('operator')) return <EmptyState title={t('list.none')}>{t('list.noneYet')}</EmptyState>
  return (
    <EmptyState
      title={t('list.none')}
      action={
        <div className={styles.firstSteps}>
          <LinkButton to="/programmes/$programmeId/companies/new" params={params}>
            {t('list.new')}
          </LinkButton>
          <LinkButton
            to="/programmes/$programmeId/companies/import"
            params={params}
            variant="filled"
            leftSection={<Icon name="upload" />}
          >
            {t('list.importFirst')}
          </LinkButton>
        </div>
      }
    >
      {t('list.noneHint')}
    </EmptyState>
  )
}
