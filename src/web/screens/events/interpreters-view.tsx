import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { query } from '../../api.ts'
import { useMessages, useNumbers } from '../../locale.tsx'
import { PendingScreen } from '../../shell/pending-screen.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { Confirm } from '../../ui/confirm.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { notify } from '../../ui/notices.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { SyntheticTag } from '../../ui/synthetic-tag.tsx'
import { slotsWithin } from './availability.ts'
import type { CapacityFacts } from './capacity.ts'
import { ExportLink } from './export-link.tsx'
import { InterpreterForm } from './interpreter-form.tsx'
import { useLanguageWords } from './language-words.ts'
import { messages } from './messages.ts'
import styles from './page.module.css'
import { RowActions } from './row-actions.tsx'
import type { EventDetails, Interpreter } from './shapes.ts'
import { SlotStrip } from './slot-strip.tsx'
import { type useEventData, useRefreshEvent } from './use-event.ts'

/** Who interprets between which languages, and when. */
export function InterpretersView({
  event,
  list,
  requests,
}: {
  event: EventDetails
  list: ReturnType<typeof useEventData>['interpreters']
  requests: CapacityFacts['requests']
}) {
  const t = useMessages(messages)
  const [editing, setEditing] = useState<Interpreter | 'new' | null>(null)
  const [leaving, setLeaving] = useState<Interpreter | null>(null)
  const columns = useInterpreterColumns(event, setEditing, setLeaving)
  if (list.error && !list.data) return <ProblemNotice error={list.error} onRetry={() => void list.refetch()} />
  if (!list.data) return <PendingScreen />
  const { rows } = list.data
  const needed = requests.flatMap(({ languagePair }) => languagePair ?? [])
  const add = event.may.edit ? (
    <Button variant="filled" onClick={() => setEditing('new')}>
      {t('interpreters.add')}
    </Button>
  ) : null
  return (
    <>
      {rows.length === 0 ? (
        <EmptyState title={t('interpreters.none')} action={add}>
          {t('interpreters.noneHint')}
        </EmptyState>
      ) : (
        <DataTable
          label={t('interpreters.table')}
          rows={rows}
          columns={columns}
          rowKey={({ id }) => id}
          initialSort={{ columnId: 'name', direction: 'up' }}
          exports={
            <>
              <ExportLink event={event} sheet="interpreters" />
              {add}
            </>
          }
        />
      )}
      {editing ? (
        <InterpreterForm
          event={event}
          interpreter={editing === 'new' ? null : editing}
          firstPair={mostFrequent(needed)}
          onClose={() => setEditing(null)}
        />
      ) : null}
      <Removal event={event} interpreter={leaving} onClose={() => setLeaving(null)} />
    </>
  )
}

function mostFrequent(words: readonly string[]): string | undefined {
  const counts = Map.groupBy(words, (word) => word)
  return [...counts].toSorted(([, a], [, b]) => b.length - a.length)[0]?.[0]
}

function useInterpreterColumns(
  event: EventDetails,
  onEdit: (row: Interpreter) => void,
  onRemove: (row: Interpreter) => void,
): readonly Column<Interpreter>[] {
  const t = useMessages(messages)
  const { list } = useNumbers()
  const { pair } = useLanguageWords()
  const columns: Column<Interpreter>[] = [
    {
      id: 'name',
      head: t('interpreters.name'),
      sortBy: ({ name }) => name,
      onPhone: 'title',
      cell: ({ name, email, synthetic }) => (
        <span className={styles.name}>
          {name}
          {synthetic ? <SyntheticTag /> : null}
          {email ? <small>{email}</small> : null}
        </span>
      ),
    },
    {
      id: 'pairs',
      head: t('interpreters.pairs'),
      sortBy: ({ languagePairs }) => languagePairs.join(' '),
      cell: ({ languagePairs }) => list(languagePairs.map(pair)),
    },
    {
      id: 'hours',
      head: t('interpreters.hours'),
      sortBy: ({ availability }) => slotsWithin(event.timeslots, availability).length,
      cell: ({ availability }) => <SlotStrip timeslots={event.timeslots} availability={availability} />,
    },
    {
      id: 'stretch',
      head: t('interpreters.stretch'),
      align: 'end',
      sortBy: ({ maxConsecutiveMinutes }) => maxConsecutiveMinutes,
      cell: ({ maxConsecutiveMinutes: minutes }) =>
        minutes === null ? (
          <span className={styles.quiet}>{t('interpreters.noLimit')}</span>
        ) : (
          t('interpreters.minutes', { minutes })
        ),
    },
  ]
  if (!event.may.edit) return columns
  return [
    ...columns,
    {
      id: 'actions',
      head: t('participants.actions'),
      align: 'end',
      cell: (row) => (
        <RowActions
          editLabel={t('interpreters.edit', { name: row.name })}
          removeLabel={t('interpreters.remove', { name: row.name })}
          onEdit={() => onEdit(row)}
          onRemove={() => onRemove(row)}
        />
      ),
    },
  ]
}

function Removal({
  event,
  interpreter,
  onClose,
}: {
  event: EventDetails
  interpreter: Interpreter | null
  onClose: () => void
}) {
  const t = useMessages(messages)
  const refresh = useRefreshEvent()
  const name = interpreter?.name ?? ''
  const remove = useMutation({
    ...query.events.removeInterpreter.mutationOptions(),
    onSuccess: async () => {
      await refresh()
      notify({ text: t('interpreters.removed', { name }) })
    },
    onSettled: onClose,
  })
  return (
    <Confirm
      opened={interpreter !== null}
      title={t('interpreters.removeTitle', { name })}
      confirmLabel={t('interpreters.removeDeed')}
      serious
      busy={remove.isPending}
      onCancel={onClose}
      onConfirm={() => {
        if (interpreter) {
          remove.mutate({ programmeId: event.programmeId, eventId: event.id, interpreterId: interpreter.id })
        }
      }}
    >
      <p>{t('interpreters.removeBody')}</p>
    </Confirm>
  )
}
