import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, Navigate } from '@tanstack/react-router'
import { useState } from 'react'
import { query } from '../../api.ts'
import { useMessages, useNumbers, useText } from '../../locale.tsx'
import { PendingScreen } from '../../shell/pending-screen.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { Time } from '../../ui/time.tsx'
import { STATUS_TONES, useEventWords } from './event-words.ts'
import { messages } from './messages.ts'
import { NewEvent } from './new-event.tsx'
import styles from './page.module.css'
import type { EventRow } from './shapes.ts'

/** From the chain to the event: at once where there is one, by choice where there are several. */
export function EventsScreen() {
  const t = useMessages(messages)
  const { programme, roles } = useProgramme()
  const programmeId = programme.id
  const [creating, setCreating] = useState(false)
  const { data, error, refetch } = useQuery(query.events.listEvents.queryOptions({ input: { programmeId } }))
  const columns = useEventColumns(programmeId)
  if (error && !data) return <ProblemNotice error={error} onRetry={() => void refetch()} />
  if (!data) return <PendingScreen />
  const [first, second] = data.rows
  if (first && !second) {
    return (
      <Navigate to="/programmes/$programmeId/events/$eventId" params={{ programmeId, eventId: first.id }} replace />
    )
  }
  const create = roles.includes('operator') ? (
    <Button variant="filled" onClick={() => setCreating(true)}>
      {t('list.create')}
    </Button>
  ) : null
  return (
    <>
      <PageHead title={t('list.title')} lead={t('list.lead')} actions={first ? create : null} />
      <div className={styles.page}>
        {first ? (
          <DataTable label={t('list.title')} rows={data.rows} columns={columns} rowKey={({ id }) => id} />
        ) : (
          <EmptyState title={t('list.none')} action={create}>
            {t(create ? 'list.noneHint' : 'list.noneOfficial')}
          </EmptyState>
        )}
      </div>
      {creating ? <NewEvent onClose={() => setCreating(false)} /> : null}
    </>
  )
}

function useEventColumns(programmeId: string): readonly Column<EventRow>[] {
  const t = useMessages(messages)
  const words = useEventWords()
  const text = useText()
  const { number } = useNumbers()
  return [
    {
      id: 'name',
      head: t('list.name'),
      sortBy: ({ name }) => text(name),
      onPhone: 'title',
      cell: ({ id, name }) => (
        <Link
          className={styles.name ?? ''}
          to="/programmes/$programmeId/events/$eventId"
          params={{ programmeId, eventId: id }}
        >
          {text(name)}
        </Link>
      ),
    },
    {
      id: 'days',
      head: t('list.days'),
      sortBy: ({ startsAt }) => startsAt,
      cell: ({ startsAt }) =>
        startsAt ? <Time at={startsAt} day="full" /> : <span className={styles.quiet}>{t('list.noDays')}</span>,
    },
    {
      id: 'status',
      head: t('list.status'),
      sortBy: ({ status }) => status,
      cell: ({ status }) => <StatusBadge tone={STATUS_TONES[status]}>{words(`statuses.${status}`)}</StatusBadge>,
    },
    ...(['timeslots', 'participants', 'interpreters'] as const).map((id): Column<EventRow> => ({
      id,
      head: t(`list.${id}`),
      align: 'end',
      sortBy: (row) => row[id],
      cell: (row) => number(row[id]),
    })),
  ]
}
