import { Select } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { query } from '../../api.ts'
import { useLocale, useMessages, useText } from '../../locale.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import { useHasScreen } from '../../shell/programme-link.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { codedName } from './code-beside.ts'
import { type Deciding, DecideDialogs } from './decide-dialogs.tsx'
import { ExportLink } from './export-link.tsx'
import { messages } from './messages.ts'
import page from './page.module.css'
import { PeopleDialog } from './people-dialog.tsx'
import { PathButton } from './path-button.tsx'
import { useRequestColumns } from './request-columns.tsx'
import type { MeetingRequest } from './shapes.ts'
import { useDecisions } from './use-decisions.tsx'

const PAGE_SIZE = 100

const route = getRouteApi('/programmes/$programmeId/requests')

/** The requests of the chosen state and company, a page at a time as the server holds them. */
export function RequestTable({ eventId, isOperator }: { eventId: string; isOperator: boolean }) {
  const t = useMessages(messages)
  const { programme } = useProgramme()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const [deciding, setDeciding] = useState<Deciding | null>(null)
  const decisions = useDecisions(eventId)
  const [peopleOf, setPeopleOf] = useState<string | null>(null)
  const onPeople = ({ id }: MeetingRequest) => setPeopleOf(id)
  const columns = useRequestColumns({ decisions, onDecide: setDeciding, onPeople, isOperator })
  const { data, error, refetch } = useQuery({
    ...query.meetings.listMeetingRequests.queryOptions({
      input: {
        programmeId: programme.id,
        eventId,
        pageSize: PAGE_SIZE,
        page: search.page ?? 1,
        ...(search.company === undefined ? {} : { companyId: search.company }),
        ...(search.view === undefined || search.view === 'never' ? {} : { status: search.view }),
      },
    }),
    placeholderData: keepPreviousData,
  })
  if (error && !data) return <ProblemNotice error={error} onRetry={() => void refetch()} />
  if (!data) return <div className={page.waiting} aria-busy="true" />
  const isNarrowed = search.view !== undefined || search.company !== undefined
  return (
    <>
      <div>
        <div className={page.bar}>
          <div className={page.filters}>
            {isNarrowed || data.total > 0 ? <CompanyChoice eventId={eventId} /> : null}
          </div>
          {data.total > 0 ? <ExportLink programmeId={programme.id} eventId={eventId} /> : null}
        </div>
        <DataTable
          label={t('table.label')}
          rows={data.rows}
          columns={columns}
          rowKey={({ id }) => id}
          paging={{
            page: search.page ?? 1,
            pageSize: PAGE_SIZE,
            total: data.total,
            onPage: (next) => void navigate({ search: (before) => ({ ...before, page: next }) }),
          }}
          empty={
            isNarrowed ? <EmptyState title={t('table.none')}>{t('table.noneOfStatus')}</EmptyState> : <NoneAtAll />
          }
        />
      </div>
      {peopleOf ? <PeopleDialog eventId={eventId} requestId={peopleOf} onClose={() => setPeopleOf(null)} /> : null}
      <DecideDialogs deciding={deciding} decisions={decisions} ownCompanies={[]} onClose={() => setDeciding(null)} />
    </>
  )
}

function NoneAtAll() {
  const t = useMessages(messages)
  const hasScreen = useHasScreen()
  return (
    <EmptyState
      title={t('table.noneAtAll')}
      action={hasScreen('/matching') ? <PathButton path="/matching">{t('table.toMatching')}</PathButton> : null}
    >
      {t('table.noneAtAllHint')}
    </EmptyState>
  )
}

/** Narrows the list to the requests from and to one company. */
function CompanyChoice({ eventId }: { eventId: string }) {
  const t = useMessages(messages)
  const text = useText()
  const { locale } = useLocale()
  const { programme } = useProgramme()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const { data } = useQuery(
    query.events.listParticipants.queryOptions({ input: { programmeId: programme.id, eventId } }),
  )
  const options = (data?.rows ?? [])
    .map(({ companyId, companyCode, companyName }) => ({
      value: companyId,
      label: codedName(companyCode, text(companyName)),
    }))
    .toSorted((a, b) => a.label.localeCompare(b.label, locale, { numeric: true }))
  return (
    <Select
      aria-label={t('table.companyFilter')}
      placeholder={t('table.company')}
      searchable
      clearable
      value={search.company ?? null}
      data={options}
      onChange={(company) =>
        void navigate({
          search: ({ page: _page, company: _company, ...rest }) => ({ ...rest, ...(company ? { company } : {}) }),
          replace: true,
          resetScroll: false,
        })
      }
    />
  )
}
