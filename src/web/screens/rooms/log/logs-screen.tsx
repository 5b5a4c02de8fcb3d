import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { query } from '../../../api.ts'
import { useMessages, useText } from '../../../locale.tsx'
import { PendingScreen } from '../../../shell/pending-screen.tsx'
import { useProgramme } from '../../../shell/programme-context.ts'
import { type Column, DataTable } from '../../../ui/data-table.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { LinkButton } from '../../../ui/link-button.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { Time } from '../../../ui/time.tsx'
import page from '../page.module.css'
import { Downloads } from './downloads.tsx'
import { type LogRecord, logStateOf, logToneOf } from './log-draft.ts'
import styles from './log.module.css'
import { messages } from './messages.ts'

const FILTERS = Object.keys(messages.en.filters) as (keyof typeof messages.en.filters)[]
type Filter = (typeof FILTERS)[number]

const PASSES: Readonly<Record<Filter, (row: LogRecord) => boolean>> = {
  all: () => true,
  unwritten: (row) => row.revision === 0,
  differing: (row) => row.differences.length > 0,
  unsigned: (row) => row.revision > 0 && row.signedOffAt === null,
  signed: (row) => row.signedOffAt !== null,
}

/** The logs of all meetings that have begun. */
export const LogsScreen = () => <LogList mine={false} />

/** Those of a representative or an interpreter. */
export const MyLogsScreen = () => <LogList mine />

function LogList({ mine }: { mine: boolean }) {
  const t = useMessages(messages)
  const { programme } = useProgramme()
  const params = { programmeId: programme.id }
  const { data, error, refetch } = useQuery(query.rooms.listLogs.queryOptions({ input: params }))
  if (error && !data) return <ProblemNotice error={error} onRetry={() => void refetch()} />
  if (!data) return <PendingScreen />
  return (
    <>
      <PageHead title={t(mine ? 'mine' : 'title')} lead={t('lead')} />
      <div className={page.page}>
        {data.rows.length > 0 ? (
          <LogTable rows={data.rows} />
        ) : (
          <EmptyState
            title={t('none')}
            action={
              <LinkButton
                to={mine ? '/programmes/$programmeId/my/rooms' : '/programmes/$programmeId/rooms'}
                params={params}
              >
                {t('toRooms')}
              </LinkButton>
            }
          >
            {t('noneHint')}
          </EmptyState>
        )}
      </div>
    </>
  )
}

function useLogColumns(): readonly Column<LogRecord>[] {
  const t = useMessages(messages)
  const text = useText()
  const { programme } = useProgramme()
  return [
    {
      id: 'time',
      head: t('time'),
      cell: ({ startsAt, requestId }) => (
        <Link to="/programmes/$programmeId/rooms/$requestId/log" params={{ programmeId: programme.id, requestId }}>
          <Time at={startsAt} day="short" stacked />
        </Link>
      ),
      sortBy: ({ startsAt }) => startsAt,
      onPhone: 'title',
    },
    { id: 'host', head: t('host'), cell: ({ host }) => text(host.name), sortBy: ({ host }) => text(host.name) },
    { id: 'guest', head: t('guest'), cell: ({ guest }) => text(guest.name), sortBy: ({ guest }) => text(guest.name) },
    {
      id: 'written',
      head: t('writtenBy'),
      cell: ({ logs, differences }) => (
        <span className={styles.written}>
          {logs.length === 0 ? '–' : logs.map(({ writtenAs }) => t(`seats.${writtenAs}`)).join(', ')}
          {differences.length > 0 ? (
            <StatusBadge tone="hand">{t('differing', { count: differences.length })}</StatusBadge>
          ) : null}
        </span>
      ),
    },
    {
      id: 'step',
      head: t('step'),
      cell: ({ logs }) => logs.find(({ nextStep }) => nextStep)?.nextStep ?? '–',
      onPhone: 'hidden',
    },
    {
      id: 'state',
      head: t('state'),
      cell: (row) => <StatusBadge tone={logToneOf(row)}>{t(`states.${logStateOf(row)}`)}</StatusBadge>,
      sortBy: (row) => t(`states.${logStateOf(row)}`),
    },
  ]
}

function LogTable({ rows }: { rows: readonly LogRecord[] }) {
  const t = useMessages(messages)
  const [filter, setFilter] = useState<Filter>('all')
  const columns = useLogColumns()
  return (
    <DataTable
      label={t('label')}
      rows={rows.filter(PASSES[filter])}
      columns={columns}
      rowKey={({ requestId }) => requestId}
      tools={
        <label className={styles.filter}>
          <span>{t('filter')}</span>
          <select
            value={filter}
            onChange={(event) => setFilter(FILTERS.find((one) => one === event.currentTarget.value) ?? 'all')}
          >
            {FILTERS.map((one) => (
              <option key={one} value={one}>
                {t(`filters.${one}`)}
              </option>
            ))}
          </select>
        </label>
      }
      exports={<Downloads />}
      empty={<EmptyState title={t('noneOfFilter')} />}
    />
  )
}
