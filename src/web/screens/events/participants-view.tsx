import { Button, Select, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { query } from '../../api.ts'
import { useMessages, useText } from '../../locale.tsx'
import { PendingScreen } from '../../shell/pending-screen.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import { Confirm } from '../../ui/confirm.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Icon } from '../../ui/icon.tsx'
import { notify } from '../../ui/notices.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { ExportLink } from './export-link.tsx'
import { messages } from './messages.ts'
import styles from './page.module.css'
import { useParticipantColumns } from './participant-columns.tsx'
import { ParticipantForm } from './participant-form.tsx'
import { RegisterForm } from './register-form.tsx'
import type { EventDetails, Participant } from './shapes.ts'
import { type useEventData, useRefreshEvent } from './use-event.ts'

/** Who takes part, how and when; registered in bulk, changed one by one. */
export function ParticipantsView({
  event,
  list,
}: {
  event: EventDetails
  list: ReturnType<typeof useEventData>['participants']
}) {
  const t = useMessages(messages)
  const text = useText()
  const { programme } = useProgramme()
  const [words, setWords] = useState('')
  const [sideId, setSideId] = useState('')
  const [registering, setRegistering] = useState(false)
  const [editing, setEditing] = useState<Participant | null>(null)
  const [leaving, setLeaving] = useState<Participant | null>(null)
  const again = useRegisterAgain(event)
  const columns = useParticipantColumns(event, { edit: setEditing, withdraw: setLeaving, again })
  if (list.error && !list.data) return <ProblemNotice error={list.error} onRetry={() => void list.refetch()} />
  if (!list.data) return <PendingScreen />
  const { rows } = list.data
  const found = rows.filter(
    (row) => (sideId === '' || row.sideId === sideId) && isNamed(row, text(row.companyName), words),
  )
  const register = event.may.edit ? (
    <Button variant="filled" onClick={() => setRegistering(true)}>
      {t('participants.register')}
    </Button>
  ) : null
  return (
    <>
      {rows.length === 0 ? (
        <EmptyState title={t('participants.none')} action={register}>
          {t('participants.noneHint')}
        </EmptyState>
      ) : (
        <div>
          <div className={styles.bar}>
            <div className={styles.filters}>
              <TextInput
                type="search"
                aria-label={t('participants.search')}
                placeholder={t('participants.search')}
                leftSection={<Icon name="search" />}
                value={words}
                onChange={(input) => setWords(input.currentTarget.value)}
              />
              <Select
                aria-label={t('participants.side')}
                value={sideId}
                onChange={(value) => setSideId(value ?? '')}
                data={[
                  { value: '', label: t('participants.allSides') },
                  ...programme.sides.map((side) => ({ value: side.id, label: text(side.name) })),
                ]}
              />
            </div>
            <ExportLink event={event} sheet="participants" />
            {register}
          </div>
          <DataTable
            label={t('participants.table')}
            rows={found}
            columns={columns}
            rowKey={({ id }) => id}
            initialSort={{ columnId: 'company', direction: 'up' }}
            empty={<p className={styles.quiet}>{t('participants.noneFound')}</p>}
          />
        </div>
      )}
      {registering ? <RegisterForm event={event} participants={rows} onClose={() => setRegistering(false)} /> : null}
      {editing ? <ParticipantForm event={event} participant={editing} onClose={() => setEditing(null)} /> : null}
      <Withdrawal event={event} participant={leaving} onClose={() => setLeaving(null)} />
    </>
  )
}

const isNamed = ({ companyCode, companyName }: Participant, shown: string, words: string): boolean =>
  [companyCode, shown, ...Object.values(companyName)].some((name) =>
    name?.toLowerCase().includes(words.trim().toLowerCase()),
  )

function useRegisterAgain(event: EventDetails): (participant: Participant) => void {
  const t = useMessages(messages)
  const text = useText()
  const refresh = useRefreshEvent()
  const register = useMutation({
    ...query.events.registerParticipant.mutationOptions(),
    onSuccess: refresh,
  })
  return (participant) => {
    const { companyId, delegates, attendance, languages, maxMeetings, availability } = participant
    register.mutate(
      {
        programmeId: event.programmeId,
        eventId: event.id,
        companyId,
        delegates,
        attendance,
        languages,
        maxMeetings,
        availability,
      },
      { onSuccess: () => notify({ text: t('participants.saved', { name: text(participant.companyName) }) }) },
    )
  }
}

function Withdrawal({
  event,
  participant,
  onClose,
}: {
  event: EventDetails
  participant: Participant | null
  onClose: () => void
}) {
  const t = useMessages(messages)
  const text = useText()
  const refresh = useRefreshEvent()
  const name = participant ? text(participant.companyName) : ''
  const withdraw = useMutation({
    ...query.events.withdrawParticipant.mutationOptions(),
    onSuccess: async () => {
      await refresh()
      notify({ text: t('participants.withdrawDone', { name }) })
    },
    onSettled: onClose,
  })
  return (
    <Confirm
      opened={participant !== null}
      title={t('participants.withdrawTitle', { name })}
      confirmLabel={t('participants.withdrawDeed')}
      serious
      busy={withdraw.isPending}
      onCancel={onClose}
      onConfirm={() => {
        if (participant) {
          withdraw.mutate({ programmeId: event.programmeId, eventId: event.id, participantId: participant.id })
        }
      }}
    >
      <p>{t('participants.withdrawBody')}</p>
    </Confirm>
  )
}
