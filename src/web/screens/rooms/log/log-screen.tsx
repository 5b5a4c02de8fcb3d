import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { amountText } from '../../../../kernel/money.ts'
import { query } from '../../../api.ts'
import { useLocale, useMessages, useText } from '../../../locale.tsx'
import { PendingScreen } from '../../../shell/pending-screen.tsx'
import { useProgramme } from '../../../shell/programme-context.ts'
import { Confirm } from '../../../ui/confirm.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { notify } from '../../../ui/notices.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { Time } from '../../../ui/time.tsx'
import { formatCalendarDay } from '../../../ui/time-format.ts'
import { Downloads } from './downloads.tsx'
import { type LogRecord, type MeetingLog, logStateOf, logToneOf } from './log-draft.ts'
import { LogForm } from './log-form.tsx'
import styles from './log.module.css'
import { messages } from './messages.ts'
import { useRefreshLogs } from './use-refresh-logs.ts'

/** The logs of one meeting: the own one to write, all of them side by side, and the word of both sides. */
export function LogScreen() {
  const { requestId = '' } = useParams({ strict: false })
  const t = useMessages(messages)
  const text = useText()
  const { programme } = useProgramme()
  const { data, error, refetch } = useQuery(
    query.rooms.readLog.queryOptions({ input: { programmeId: programme.id, requestId } }),
  )
  if (error && !data) return <ProblemNotice error={error} onRetry={() => void refetch()} />
  if (!data) return <PendingScreen />
  const state = logStateOf(data)
  const seat = data.writesAs
  const ownRevision = data.logs.find(({ writtenAs }) => writtenAs === seat)?.revision ?? 0
  return (
    <>
      <PageHead
        title={`${t('one')}: ${t('between', { host: text(data.host.name), guest: text(data.guest.name) })}`}
        badge={<StatusBadge tone={logToneOf(data)}>{t(`states.${state}`)}</StatusBadge>}
        lead={<Time at={data.startsAt} day="short" />}
        actions={data.logs.length > 0 ? <Downloads requestId={requestId} /> : null}
      />
      <div className={styles.page} data-single={seat === null || undefined}>
        {seat === null ? null : <LogForm key={`${seat} ${ownRevision}`} record={data} seat={seat} />}
        <div className={styles.stack}>
          <Beside record={data} />
          {data.revision > 0 ? <SignOff record={data} /> : null}
        </div>
      </div>
    </>
  )
}

type Row = {
  readonly key: string
  readonly head: string
  readonly cell: (log: MeetingLog) => string
  readonly fact?: LogRecord['differences'][number]
}

function Beside({ record }: { record: LogRecord }) {
  const t = useMessages(messages)
  const { locale } = useLocale()
  const { logs, differences } = record
  if (logs.length === 0) {
    return (
      <Panel title={t('beside')}>
        <EmptyState title={t('nothing')}>
          {record.revision > 0 ? t('hidden') : t(record.writesAs ? 'nothingHint' : 'nothingOthers')}
        </EmptyState>
      </Panel>
    )
  }
  const rows: Row[] = [
    { key: 'attended', head: t('attended'), cell: (log) => t(`attendances.${log.attended}`), fact: 'attended' },
    { key: 'interest', head: t('interest'), cell: ({ interest }) => (interest === null ? '–' : `${interest} / 5`) },
    {
      key: 'agreement',
      head: t('agreement'),
      cell: (log) => t(`agreements.${log.agreementKind}`),
      fact: 'agreementKind',
    },
    {
      key: 'amount',
      head: t('amount'),
      cell: ({ amount, amountBasis }) =>
        amount === null
          ? '–'
          : // Within the sentence, not at its head.
            [amountText(amount, locale), amountBasis && t(`bases.${amountBasis}`).toLocaleLowerCase(locale)]
              .filter(Boolean)
              .join(', '),
      fact: 'amount',
    },
    { key: 'note', head: t('note'), cell: ({ note }) => note ?? '–' },
    { key: 'nextStep', head: t('nextStep'), cell: ({ nextStep }) => nextStep ?? '–', fact: 'nextStep' },
    {
      key: 'nextStepOn',
      head: t('nextStepOn'),
      cell: ({ nextStepOn }) => (nextStepOn === null ? '–' : formatCalendarDay(nextStepOn, locale)),
      fact: 'nextStepOn',
    },
  ]
  return (
    <Panel title={t('beside')} flush>
      {/* Scrolled with the keyboard where it is wider than the screen. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={styles.scroll} tabIndex={0} role="region" aria-label={t('besideLabel')}>
        <table className={styles.beside}>
          <thead>
            <tr>
              <th scope="col">
                <span className="hidden-text">{t('point')}</span>
              </th>
              {logs.map((log) => (
                <th key={log.writtenAs} scope="col">
                  {t(`seats.${log.writtenAs}`)}
                  <small>{log.name}</small>
                  {log.confidential ? <StatusBadge tone="neutral">{t('confidential')}</StatusBadge> : null}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, head, cell, fact }) => {
              const differs = fact !== undefined && differences.includes(fact)
              return (
                <tr key={key} data-differs={differs || undefined}>
                  <th scope="row">
                    {head}
                    {differs ? <small>{t('differs')}</small> : null}
                  </th>
                  {logs.map((log) => (
                    <td key={log.writtenAs}>{cell(log)}</td>
                  ))}
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
    </Panel>
  )
}

function SignOff({ record }: { record: LogRecord }) {
  const t = useMessages(messages)
  const text = useText()
  const { programme } = useProgramme()
  const refresh = useRefreshLogs()
  const [asking, setAsking] = useState(false)
  const sign = useMutation({
    ...query.rooms.signLog.mutationOptions(),
    onSuccess: async () => {
      await refresh()
      notify({ text: t('sign.done') })
    },
    onError: refresh,
    onSettled: () => setAsking(false),
  })
  const { requestId, revision, differences, signedOffAt } = record
  return (
    <Panel title={t('sign.title')}>
      <p className={styles.hint}>{signedOffAt ? t('sign.complete') : t('sign.lead')}</p>
      <dl className={styles.sides}>
        {(['host', 'guest'] as const).map((party) => {
          const at = party === 'host' ? record.hostSignedAt : record.guestSignedAt
          return (
            <div key={party}>
              <dt>
                {text(record[party].name)} · {t(`sign.by.${party}`)}
              </dt>
              <dd>{at ? <Time at={at} day="short" /> : t('sign.open')}</dd>
            </div>
          )
        })}
      </dl>
      {record.maySign ? (
        <Button variant="default" onClick={() => setAsking(true)}>
          {t('sign.deed')}
        </Button>
      ) : null}
      <Confirm
        opened={asking}
        title={t('sign.ask')}
        confirmLabel={t('sign.deed')}
        busy={sign.isPending}
        onCancel={() => setAsking(false)}
        onConfirm={() => sign.mutate({ programmeId: programme.id, requestId, revision })}
      >
        {differences.length > 0 ? t('sign.askDiffers') : t('sign.lead')}
      </Confirm>
    </Panel>
  )
}
