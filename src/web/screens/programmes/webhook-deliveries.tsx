import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type Outputs, query } from '../../api.ts'
import { useMessages, useNumbers } from '../../locale.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { notify } from '../../ui/notices.tsx'
import { Panel } from '../../ui/panel.tsx'
import { StatusBadge, type Tone } from '../../ui/status-badge.tsx'
import { Time } from '../../ui/time.tsx'
import styles from './settings.module.css'
import { messages } from './webhook-messages.ts'

type View = Outputs['programmes']['listWebhooks']
type Delivery = View['deliveries'][number]

const TONE: Record<Delivery['status'], Tone> = { waiting: 'neutral', delivered: 'done', failed: 'hand' }
const WORDS = ['refused', 'timeout', 'unreachable', 'redirect', 'too-much', 'paused', 'secret-unreadable'] as const

/** The latest messages to all webhooks; what has ended can be sent again. */
export function WebhookDeliveries({ webhooks, deliveries }: View) {
  const t = useMessages(messages)
  const columns = useColumns(webhooks)
  if (deliveries.length === 0) {
    return (
      <Panel title={t('deliveries')}>
        <EmptyState title={t('noDeliveries')}>{t('noDeliveriesHint')}</EmptyState>
      </Panel>
    )
  }
  return (
    <Panel title={t('deliveries')}>
      <DataTable
        label={t('deliveries')}
        rows={deliveries}
        columns={columns}
        rowKey={({ id }) => id}
        rowNote={({ status }) => (status === 'failed' ? 'hand' : undefined)}
      />
    </Panel>
  )
}

function useColumns(webhooks: View['webhooks']): Column<Delivery>[] {
  const t = useMessages(messages)
  const numbers = useNumbers()
  const urlOf = (id: string) => new URL(webhooks.find((hook) => hook.id === id)?.url ?? 'https://-').host
  const answer = (outcome: string | null) => {
    const word = WORDS.find((one) => one === outcome)
    return word ? t(`outcomes.${word}`) : outcome
  }
  return [
    { id: 'action', head: t('action'), onPhone: 'title', cell: ({ action }) => <code>{action}</code> },
    { id: 'at', head: t('at'), cell: ({ occurredAt }) => <Time at={occurredAt} day="short" /> },
    { id: 'to', head: t('to'), cell: ({ webhookId }) => <span className={styles.address}>{urlOf(webhookId)}</span> },
    {
      id: 'status',
      head: t('status'),
      cell: ({ status }) => <StatusBadge tone={TONE[status]}>{t(`statuses.${status}`)}</StatusBadge>,
    },
    { id: 'attempts', head: t('attempts'), align: 'end', cell: ({ attempts }) => numbers.number(attempts) },
    { id: 'outcome', head: t('outcome'), cell: ({ outcome }) => answer(outcome) ?? '–' },
    { id: 'replay', head: '', cell: (row) => (row.status === 'waiting' ? null : <Replay {...row} />) },
  ]
}

function Replay({ id, action }: Delivery) {
  const t = useMessages(messages)
  const client = useQueryClient()
  const { programme } = useProgramme()
  const replay = useMutation({
    ...query.programmes.replayDelivery.mutationOptions(),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: query.programmes.listWebhooks.key() })
      notify({ text: t('replayed') })
    },
  })
  return (
    <Button
      size="xs"
      aria-label={t('replayOf', { action })}
      loading={replay.isPending}
      onClick={() => replay.mutate({ programmeId: programme.id, deliveryId: id })}
    >
      {t('replay')}
    </Button>
  )
}
