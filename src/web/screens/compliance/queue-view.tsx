import { Button, Select, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { messages as states } from '../../../modules/compliance/messages.ts'
import { query } from '../../api.ts'
import { useMessages, useNumbers } from '../../locale.tsx'
import { PendingScreen } from '../../shell/pending-screen.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import { ScreeningState } from '../../shell/screening-badge.tsx'
import { saveCsv } from '../../ui/csv.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Icon } from '../../ui/icon.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { Time } from '../../ui/time.tsx'
import { FictionalTag } from './fictional-tag.tsx'
import { messages } from './messages.ts'
import page from './page.module.css'
import type { Row, State } from './shapes.ts'

const ALL_STATES = Object.keys(states.en.states) as State[]
const WAITING: readonly State[] = ['hit', 'escalated', 'licence-required']
const isWaiting = ({ state, stale }: Row) => WAITING.includes(state) || stale.length > 0

/** Everybody who was checked; those who wait for a person come first. */
export function QueueView() {
  const t = useMessages(messages)
  const words = useMessages(states)
  const { programme } = useProgramme()
  const [search, setSearch] = useState('')
  const [chosen, setChosen] = useState('')
  const columns = useColumns()
  const { data, error, refetch } = useQuery(
    query.compliance.listScreenings.queryOptions({ input: { programmeId: programme.id } }),
  )
  if (error && !data) return <ProblemNotice error={error} onRetry={() => void refetch()} />
  if (!data) return <PendingScreen />
  if (data.rows.length === 0) return <EmptyState title={t('queue.none')}>{t('queue.noneHint')}</EmptyState>
  const sought = search.trim().toLowerCase()
  const found = data.rows.filter(
    (row) =>
      (chosen === '' || (chosen === 'waiting' ? isWaiting(row) : row.state === chosen)) &&
      row.names.some((name) => name.toLowerCase().includes(sought)),
  )
  const save = () => {
    const head = [t('queue.name'), t('queue.kind'), t('queue.state'), t('queue.score'), t('queue.checked')]
    const rows = found.map((row) => [
      row.names.join(' / '),
      t(`kinds.${row.subjectKind}`),
      words(row.stale.length > 0 ? 'stale' : `states.${row.state}`),
      row.bestScore === null ? '' : String(Math.round(row.bestScore * 100)),
      row.checkedAt ?? '',
    ])
    saveCsv([head, ...rows], 'screening.csv')
  }
  return (
    <div>
      <div className={page.bar}>
        <div className={page.filters}>
          <TextInput
            type="search"
            aria-label={t('queue.search')}
            placeholder={t('queue.search')}
            leftSection={<Icon name="search" />}
            value={search}
            onChange={(input) => setSearch(input.currentTarget.value)}
          />
          <Select
            aria-label={t('queue.state')}
            value={chosen}
            onChange={(value) => setChosen(value ?? '')}
            data={[
              { value: '', label: `${t('queue.allStates')} (${data.rows.length})` },
              { value: 'waiting', label: `${t('queue.waiting')} (${data.rows.filter(isWaiting).length})` },
              ...ALL_STATES.map((state) => ({ value: state, label: words(`states.${state}`) })),
            ]}
          />
        </div>
        <Button leftSection={<Icon name="download" />} onClick={save}>
          {t('queue.export')}
        </Button>
      </div>
      <DataTable
        label={t('queue.table')}
        rows={found}
        columns={columns}
        rowKey={({ screeningId }) => screeningId}
        rowNote={(row) => (isWaiting(row) ? 'hand' : undefined)}
        empty={<p className={page.quiet}>{t('queue.noneFound')}</p>}
      />
    </div>
  )
}

function useColumns(): Column<Row>[] {
  const t = useMessages(messages)
  const { number } = useNumbers()
  const { programme } = useProgramme()
  return [
    {
      id: 'name',
      head: t('queue.name'),
      onPhone: 'title',
      sortBy: ({ name }) => name,
      cell: ({ name, names, screeningId, fictional }) => (
        <>
          <Link
            to="/programmes/$programmeId/screening/$screeningId"
            params={{ programmeId: programme.id, screeningId }}
          >
            {name}
          </Link>{' '}
          {fictional ? <FictionalTag /> : null}
          {names.length > 1 ? <div className={page.quiet}>{names.slice(1, 4).join(' · ')}</div> : null}
        </>
      ),
    },
    {
      id: 'kind',
      head: t('queue.kind'),
      sortBy: (row) => t(`kinds.${row.subjectKind}`),
      cell: (row) => t(`kinds.${row.subjectKind}`),
    },
    {
      id: 'state',
      head: t('queue.state'),
      sortBy: ({ state }) => ALL_STATES.indexOf(state),
      cell: ({ state, stale }) => <ScreeningState state={state} isStale={stale.length > 0} />,
    },
    {
      id: 'score',
      head: t('queue.score'),
      align: 'end',
      sortBy: ({ bestScore }) => bestScore,
      cell: ({ bestScore }) => (bestScore === null ? '–' : number(Math.round(bestScore * 100))),
    },
    {
      id: 'checked',
      head: t('queue.checked'),
      sortBy: ({ checkedAt }) => checkedAt,
      cell: ({ checkedAt }) => (checkedAt === null ? '–' : <Time at={checkedAt} day="short" />),
    },
  ]
}
