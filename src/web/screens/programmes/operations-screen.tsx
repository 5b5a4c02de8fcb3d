import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type Outputs, query } from '../../api.ts'
import { useMessages, useNumbers } from '../../locale.tsx'
import { PendingScreen } from '../../shell/pending-screen.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { notify } from '../../ui/notices.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { Time } from '../../ui/time.tsx'
import { messages } from './operations-messages.ts'
import styles from './settings.module.css'

type Installation = Outputs['programmes']['readInstallation']
type Whole = NonNullable<Installation['whole']>

/** The installation as its administrator watches it, or the work of one programme: what waits, what failed. */
export function OperationsScreen() {
  const t = useMessages(messages)
  const { heldRoles } = useProgramme()
  if (heldRoles.includes('operator')) return <InstallationPage />
  return (
    <>
      <PageHead title={t('title')} />
      <EmptyState title={t('operatorsOnly')}>{t('operatorsOnlyHint')}</EmptyState>
    </>
  )
}

function InstallationPage() {
  const t = useMessages(messages)
  const { programme } = useProgramme()
  const { data, error, refetch } = useQuery({
    ...query.programmes.readInstallation.queryOptions({ input: { programmeId: programme.id } }),
    refetchInterval: 15_000,
  })
  if (error && !data) return <ProblemNotice error={error} onRetry={() => void refetch()} />
  if (!data) return <PendingScreen />
  return (
    <>
      <PageHead title={t('title')} lead={t(data.whole ? 'lead' : 'leadOfProgramme')} />
      <div className={styles.page}>
        <State />
        <Work {...data} />
        {data.whole ? (
          <>
            <Mails {...data.whole} />
            <Sizes {...data.whole} />
          </>
        ) : null}
      </div>
    </>
  )
}

/** As monitors see it at /readyz; an answer of 503 is one too. */
function State() {
  const t = useMessages(messages)
  const { data } = useQuery({
    queryKey: ['readyz'],
    queryFn: async () => (await (await fetch('/readyz')).json()) as Record<string, string>,
    refetchInterval: 15_000,
  })
  if (!data) return null
  const { status, ...parts } = data
  const known = status === 'ready' || status === 'degraded' ? status : 'unavailable'
  const names = ['database', 'jobs', 'lists'] as const
  const words = ['ok', 'stuck', 'stale'] as const
  return (
    <Panel title={t('state')} note={<StatusBadge tone={known === 'ready' ? 'done' : 'hand'}>{t(known)}</StatusBadge>}>
      <dl className={styles.facts}>
        {names
          .filter((name) => parts[name] !== undefined)
          .map((name) => {
            const word = words.find((one) => one === parts[name])
            return (
              <div key={name}>
                <dt>{t(`parts.${name}`)}</dt>
                <dd>{word ? t(`words.${word}`) : t('unavailable')}</dd>
              </div>
            )
          })}
      </dl>
    </Panel>
  )
}

function Work({ queues, failedJobs }: Installation) {
  const t = useMessages(messages)
  const columns = useQueueColumns()
  return (
    <>
      <Panel title={t('work')}>
        {queues.length === 0 ? <p className={styles.quiet}>{t('noWork')}</p> : null}
        {queues.length === 0 ? null : (
          <DataTable
            label={t('work')}
            rows={queues}
            rowKey={({ name }) => name}
            rowNote={({ failed }) => (failed > 0 ? 'hand' : undefined)}
            columns={columns}
          />
        )}
      </Panel>
      <Panel title={t('failedJobs')}>
        {failedJobs.length === 0 ? <p className={styles.quiet}>{t('noFailedJobs')}</p> : null}
        <ul className={styles.list}>
          {failedJobs.map(({ id, name, failedAt }) => (
            <li key={id}>
              <span>
                <code>{name}</code> <small>{failedAt ? <Time at={failedAt} day="short" /> : null}</small>
              </span>
              <RetryJob id={id} name={name} />
            </li>
          ))}
        </ul>
      </Panel>
    </>
  )
}

function useQueueColumns(): Column<Installation['queues'][number]>[] {
  const t = useMessages(messages)
  const { number } = useNumbers()
  return [
    { id: 'name', head: t('queue'), onPhone: 'title', cell: ({ name }) => <code>{name}</code> },
    { id: 'waiting', head: t('waiting'), align: 'end', cell: ({ waiting }) => number(waiting) },
    { id: 'active', head: t('active'), align: 'end', cell: ({ active }) => number(active) },
    { id: 'failed', head: t('failed'), align: 'end', cell: ({ failed }) => number(failed) },
  ]
}

function Mails({ mails, unsentMails }: Whole) {
  const t = useMessages(messages)
  return (
    <Panel title={t('mails')} note={t('mailCounts', mails)}>
      {unsentMails.length === 0 ? <p className={styles.quiet}>{t('noMails')}</p> : null}
      <ul className={styles.list}>
        {unsentMails.map(({ id, kind, status, attempts, createdAt, error }) => (
          <li key={id}>
            <span>
              <code>{kind}</code>{' '}
              <StatusBadge tone={status === 'failed' ? 'hand' : 'neutral'}>{t(`mailStatus.${status}`)}</StatusBadge>
              <small>
                <Time at={createdAt} day="short" /> · {t('attempts', { count: attempts })}
              </small>
              {error ? <small>{error.startsWith('held back') ? t('held') : error}</small> : null}
            </span>
            {status === 'failed' ? <RetryMail id={id} name={kind} /> : null}
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function Sizes({ storage, versions }: Whole) {
  const t = useMessages(messages)
  const { number } = useNumbers()
  const megabytes = (bytes: number) =>
    number(bytes / 1_000_000, { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 })
  const facts = [
    [t('database'), megabytes(storage.databaseBytes)],
    [t('files'), `${t('fileCount', { count: storage.files })}, ${megabytes(storage.fileBytes)}`],
    ['Naru', versions.naru],
    ['Node', versions.node],
    ['PostgreSQL', versions.postgres],
    [t('migration'), versions.migration],
  ]
  return (
    <Panel title={`${t('storage')} · ${t('versions')}`}>
      <dl className={styles.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  )
}

function useReread(): () => Promise<void> {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: query.programmes.readInstallation.key() })
}

function RetryJob({ id, name }: { id: string; name: string }) {
  const t = useMessages(messages)
  const { programme } = useProgramme()
  const reread = useReread()
  const retry = useMutation({
    ...query.programmes.retryJob.mutationOptions(),
    onSuccess: async () => {
      await reread()
      notify({ text: t('retried') })
    },
  })
  const input = { programmeId: programme.id, jobId: id }
  return (
    <Button size="xs" aria-label={t('retryOf', { name })} loading={retry.isPending} onClick={() => retry.mutate(input)}>
      {t('retry')}
    </Button>
  )
}

function RetryMail({ id, name }: { id: string; name: string }) {
  const t = useMessages(messages)
  const { programme } = useProgramme()
  const reread = useReread()
  const retry = useMutation({
    ...query.programmes.retryMail.mutationOptions(),
    onSuccess: async () => {
      await reread()
      notify({ text: t('sent') })
    },
  })
  const input = { programmeId: programme.id, mailId: id }
  return (
    <Button size="xs" aria-label={t('sendOf', { name })} loading={retry.isPending} onClick={() => retry.mutate(input)}>
      {t('send')}
    </Button>
  )
}
