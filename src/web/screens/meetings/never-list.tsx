import { Button, Select } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { query } from '../../api.ts'
import { useMessages, useText } from '../../locale.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Modal } from '../../ui/modal.tsx'
import { notify } from '../../ui/notices.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { codedName } from './code-beside.ts'
import { messages } from './messages.ts'
import page from './page.module.css'
import type { Participant } from './shapes.ts'
import { useRefreshRequests } from './use-refresh-requests.ts'

interface Pair {
  readonly participantId: string
  readonly unwantedId: string
}

/** Pairs that must not meet, whoever asks. */
export function NeverList({ eventId }: { eventId: string }) {
  const t = useMessages(messages)
  const { programme } = useProgramme()
  const ofEvent = { programmeId: programme.id, eventId }
  const [adding, setAdding] = useState(false)
  const pairs = useQuery(query.meetings.listNeverMeet.queryOptions({ input: ofEvent }))
  const participants = useQuery(query.events.listParticipants.queryOptions({ input: ofEvent }))
  const set = useSetNever(eventId)
  const columns = useColumns(useNames(participants.data?.rows ?? []), (pair) =>
    set.mutate({ ...ofEvent, ...pair, never: false }),
  )
  const error = pairs.error ?? participants.error
  if (error) return <ProblemNotice error={error} onRetry={() => void pairs.refetch()} />
  if (!pairs.data || !participants.data) return <div className={page.waiting} aria-busy="true" />
  const add = (
    <Button variant="filled" onClick={() => setAdding(true)}>
      {t('never.add')}
    </Button>
  )
  return (
    <>
      {pairs.data.rows.length === 0 ? (
        <EmptyState title={t('never.none')} action={add}>
          {t('never.noneHint')}
        </EmptyState>
      ) : (
        <DataTable
          label={t('never.table')}
          rows={pairs.data.rows}
          columns={columns}
          rowKey={({ participantId, unwantedId }) => `${participantId} ${unwantedId}`}
          initialSort={{ columnId: 'who', direction: 'up' }}
          exports={add}
        />
      )}
      {adding ? (
        <AddPair eventId={eventId} participants={participants.data.rows} onClose={() => setAdding(false)} />
      ) : null}
    </>
  )
}

function useColumns(
  nameOf: (participantId: string) => string,
  onRemove: (pair: Pair) => void,
): readonly Column<Pair>[] {
  const t = useMessages(messages)
  return [
    {
      id: 'who',
      head: t('never.who'),
      onPhone: 'title',
      sortBy: ({ participantId }) => nameOf(participantId),
      cell: ({ participantId }) => nameOf(participantId),
    },
    {
      id: 'whom',
      head: t('never.whom'),
      sortBy: ({ unwantedId }) => nameOf(unwantedId),
      cell: ({ unwantedId }) => nameOf(unwantedId),
    },
    {
      id: 'actions',
      head: t('table.actions'),
      align: 'end',
      cell: (pair) => (
        <Button size="xs" onClick={() => onRemove(pair)}>
          {t('never.remove')}
        </Button>
      ),
    },
  ]
}

function useNames(participants: readonly Participant[]): (participantId: string) => string {
  const text = useText()
  const byId = new Map(participants.map((one) => [one.id, one]))
  return (id) => {
    const found = byId.get(id)
    return found ? codedName(found.companyCode, text(found.companyName)) : '–'
  }
}

function useSetNever(eventId: string, onDone?: () => void) {
  const t = useMessages(messages)
  const refresh = useRefreshRequests()
  return useMutation({
    ...query.meetings.setNeverMeet.mutationOptions(),
    ...(onDone ? { meta: { quiet: true } } : {}),
    mutationKey: ['never', eventId],
    onSuccess: async (_, { never }) => {
      await refresh()
      notify({ text: t(never ? 'never.added' : 'never.removed') })
      onDone?.()
    },
  })
}

function AddPair({
  eventId,
  participants,
  onClose,
}: {
  eventId: string
  participants: readonly Participant[]
  onClose: () => void
}) {
  const t = useMessages(messages)
  const { programme } = useProgramme()
  const nameOf = useNames(participants)
  const [participantId, setWho] = useState<string | null>(null)
  const [unwantedId, setWhom] = useState<string | null>(null)
  const set = useSetNever(eventId, onClose)
  const options = participants
    .map(({ id }) => ({ value: id, label: nameOf(id) }))
    .toSorted((a, b) => a.label.localeCompare(b.label, 'en', { numeric: true }))
  return (
    <Modal
      opened
      title={t('never.addTitle')}
      onClose={onClose}
      foot={
        <Button
          variant="filled"
          disabled={!participantId || !unwantedId}
          loading={set.isPending}
          onClick={() => {
            if (!participantId || !unwantedId) return
            set.mutate({ programmeId: programme.id, eventId, participantId, unwantedId, never: true })
          }}
        >
          {t('never.deed')}
        </Button>
      }
    >
      <div className={page.form}>
        <p>{t('never.addBody')}</p>
        <Select
          label={t('never.who')}
          placeholder={t('ask.hostHint')}
          searchable
          maxDropdownHeight={200}
          value={participantId}
          data={options.filter(({ value }) => value !== unwantedId)}
          onChange={setWho}
        />
        <Select
          label={t('never.whom')}
          placeholder={t('ask.hostHint')}
          searchable
          maxDropdownHeight={200}
          value={unwantedId}
          data={options.filter(({ value }) => value !== participantId)}
          onChange={setWhom}
        />
        {set.error ? <ProblemNotice error={set.error} compact /> : null}
      </div>
    </Modal>
  )
}
