import { Button, MultiSelect, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { messages as programmeMessages } from '../../../modules/programmes/messages.ts'
import { TOLD_STAGES } from '../../../modules/programmes/contract.ts'
import { type Outputs, query } from '../../api.ts'
import { useMessages } from '../../locale.tsx'
import { PendingScreen } from '../../shell/pending-screen.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import { Confirm } from '../../ui/confirm.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { notify } from '../../ui/notices.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { Time } from '../../ui/time.tsx'
import styles from './settings.module.css'
import { WebhookDeliveries } from './webhook-deliveries.tsx'
import { messages } from './webhook-messages.ts'

type Webhook = Outputs['programmes']['listWebhooks']['webhooks'][number]
type Stage = Webhook['stages'][number]

/** Which other systems are told of what happens in the programme, and what they were told. */
export function WebhooksScreen() {
  const t = useMessages(messages)
  const { heldRoles } = useProgramme()
  if (heldRoles.includes('operator')) return <Webhooks />
  return (
    <>
      <PageHead title={t('title')} />
      <EmptyState title={t('operatorsOnly')}>{t('operatorsOnlyHint')}</EmptyState>
    </>
  )
}

function Webhooks() {
  const t = useMessages(messages)
  const { programme } = useProgramme()
  const [secret, setSecret] = useState<string | null>(null)
  const { data, error, refetch } = useQuery({
    ...query.programmes.listWebhooks.queryOptions({ input: { programmeId: programme.id } }),
    refetchInterval: 10_000,
  })
  if (error && !data) return <ProblemNotice error={error} onRetry={() => void refetch()} />
  if (!data) return <PendingScreen />
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} />
      <div className={styles.page}>
        <Panel title={t('hooks')}>
          {data.webhooks.length === 0 ? <p className={styles.quiet}>{t('none')}</p> : null}
          <ul className={styles.list}>
            {data.webhooks.map((hook) => (
              <Hook key={hook.id} hook={hook} onSecret={setSecret} />
            ))}
          </ul>
          {secret === null ? (
            <AddHook onSecret={setSecret} />
          ) : (
            <Secret secret={secret} onKept={() => setSecret(null)} />
          )}
        </Panel>
        <WebhookDeliveries {...data} />
      </div>
    </>
  )
}

function useReread(): () => Promise<void> {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: query.programmes.listWebhooks.key() })
}

function Hook({ hook, onSecret }: { hook: Webhook; onSecret: (secret: string) => void }) {
  const t = useMessages(messages)
  const words = useMessages(programmeMessages)
  const { programme } = useProgramme()
  const reread = useReread()
  const [removing, setRemoving] = useState(false)
  const [openedAt] = useState(() => Date.now())
  const key = { programmeId: programme.id, webhookId: hook.id }
  const setPaused = useMutation({ ...query.programmes.setWebhookPaused.mutationOptions(), onSuccess: reread })
  const rotate = useMutation({
    ...query.programmes.rotateWebhookSecret.mutationOptions(),
    onSuccess: async ({ secret }) => {
      onSecret(secret)
      await reread()
    },
  })
  const remove = useMutation({
    ...query.programmes.removeWebhook.mutationOptions(),
    onSuccess: async () => {
      await reread()
      notify({ text: t('removed') })
    },
    onError: () => setRemoving(false),
  })
  const stages = hook.stages.map((stage) => words(`stages.${stage}.name`)).join(', ')
  const isOverlapping = hook.previousUntil !== null && Date.parse(hook.previousUntil) > openedAt
  return (
    <li>
      <span>
        <b>{hook.url}</b> {hook.pausedAt ? <StatusBadge tone="hand">{t('paused')}</StatusBadge> : null}
        <small>{stages || t('all')}</small>
        {hook.pausedAt ? <small>{t('pausedHint')}</small> : null}
        {isOverlapping ? (
          <small>
            {t('overlap')} <Time at={hook.previousUntil!} day="short" />
          </small>
        ) : null}
      </span>
      <span className={styles.actions}>
        <Button
          size="xs"
          loading={setPaused.isPending}
          onClick={() => setPaused.mutate({ ...key, paused: hook.pausedAt === null })}
        >
          {hook.pausedAt === null ? t('pause') : t('resume')}
        </Button>
        <Button size="xs" loading={rotate.isPending} onClick={() => rotate.mutate(key)}>
          {t('rotate')}
        </Button>
        <Button size="xs" onClick={() => setRemoving(true)}>
          {t('remove')}
        </Button>
      </span>
      <Confirm
        opened={removing}
        title={t('removeTitle')}
        confirmLabel={t('remove')}
        serious
        busy={remove.isPending}
        onCancel={() => setRemoving(false)}
        onConfirm={() => remove.mutate(key)}
      >
        <p>{t('removeHint', { url: hook.url })}</p>
      </Confirm>
    </li>
  )
}

function AddHook({ onSecret }: { onSecret: (secret: string) => void }) {
  const t = useMessages(messages)
  const words = useMessages(programmeMessages)
  const { programme } = useProgramme()
  const reread = useReread()
  const [url, setUrl] = useState('')
  const [stages, setStages] = useState<Stage[]>([])
  const create = useMutation({
    ...query.programmes.createWebhook.mutationOptions(),
    meta: { quiet: true },
    onSuccess: async ({ secret }) => {
      onSecret(secret)
      await reread()
    },
  })
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        create.mutate({ programmeId: programme.id, url: url.trim(), stages })
      }}
    >
      <TextInput
        type="url"
        label={t('url')}
        description={t('urlHint')}
        required
        maxLength={500}
        value={url}
        autoComplete="off"
        onChange={(input) => setUrl(input.currentTarget.value)}
      />
      <MultiSelect
        label={t('stages')}
        description={t('stagesHint')}
        data={TOLD_STAGES.map((value) => ({ value, label: words(`stages.${value}.name`) }))}
        value={stages}
        onChange={(values) => setStages(values as Stage[])}
      />
      {create.error ? <ProblemNotice error={create.error} compact /> : null}
      <Button type="submit" loading={create.isPending}>
        {t('create')}
      </Button>
    </form>
  )
}

function Secret({ secret, onKept }: { secret: string; onKept: () => void }) {
  const t = useMessages(messages)
  return (
    <div className={styles.form}>
      <p role="status">{t('secretOnce')}</p>
      <TextInput
        label={t('secret')}
        readOnly
        value={secret}
        autoComplete="off"
        spellCheck={false}
        onFocus={(input) => input.currentTarget.select()}
      />
      <Button
        onClick={() =>
          void navigator.clipboard.writeText(secret).then(
            () => notify({ text: t('copied') }),
            // Without leave to write there, the field above can still be selected.
            () => {},
          )
        }
      >
        {t('copy')}
      </Button>
      <Button variant="filled" onClick={onKept}>
        {t('kept')}
      </Button>
    </div>
  )
}
