import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { type Outputs, query } from '../../api.ts'
import { useMessages, useText } from '../../locale.tsx'
import { PendingScreen } from '../../shell/pending-screen.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import { Confirm } from '../../ui/confirm.tsx'
import { notify } from '../../ui/notices.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { Time } from '../../ui/time.tsx'
import { messages } from './account-messages.ts'
import styles from './account.module.css'
import { Colleagues } from './colleagues.tsx'
import { deviceName } from './device-name.ts'
import { addPasskey, hasPasskeys } from './passkeys.ts'
import { Consents, OwnData } from './privacy.tsx'
import { Tokens } from './tokens.tsx'

type Account = Outputs['accounts']['readAccount']

/** How the person signs in, where, for whom else, and the way out of the programme. */
export function AccountScreen() {
  const t = useMessages(messages)
  const { heldRoles } = useProgramme()
  const { data, error, refetch } = useQuery(query.accounts.readAccount.queryOptions())
  if (error && !data) return <ProblemNotice error={error} onRetry={() => void refetch()} />
  if (!data) return <PendingScreen />
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} />
      <div className={styles.page}>
        <Passkeys passkeys={data.passkeys} />
        <Sessions sessions={data.sessions} />
        {heldRoles.includes('company-representative') ? <Colleagues /> : null}
        <Tokens />
        <Consents />
        <OwnData />
        <Leaving />
      </div>
    </>
  )
}

function useReread(): () => Promise<void> {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: query.accounts.readAccount.key() })
}

function Passkeys({ passkeys }: Pick<Account, 'passkeys'>) {
  const t = useMessages(messages)
  const reread = useReread()
  const add = useMutation({
    mutationFn: () => addPasskey(deviceName(navigator.userAgent) ?? ''),
    meta: { quiet: true },
    onSuccess: async () => {
      await reread()
      notify({ text: t('added') })
    },
  })
  const remove = useMutation({
    ...query.accounts.removePasskey.mutationOptions(),
    onSuccess: async () => {
      await reread()
      notify({ text: t('removed') })
    },
  })
  return (
    <Panel title={t('passkeys')}>
      <p className={styles.quiet}>{t('passkeysHint')}</p>
      {passkeys.length === 0 ? <p className={styles.quiet}>{t('noPasskeys')}</p> : null}
      <ul className={styles.list}>
        {passkeys.map(({ id, name, createdAt }) => (
          <li key={id}>
            <span>
              <b>{name || t('passkey')}</b>{' '}
              <small>
                {t('since')} <Time at={createdAt} day="short" />
              </small>
            </span>
            <Button
              size="xs"
              aria-label={t('removeOf', { name: name || t('passkey') })}
              loading={remove.isPending && remove.variables.passkeyId === id}
              onClick={() => remove.mutate({ passkeyId: id })}
            >
              {t('remove')}
            </Button>
          </li>
        ))}
      </ul>
      {hasPasskeys() ? (
        <Button loading={add.isPending} onClick={() => add.mutate()}>
          {t('add')}
        </Button>
      ) : (
        <p className={styles.quiet}>{t('noSupport')}</p>
      )}
      {add.isError ? (
        <p className={styles.fault} role="alert">
          {t('addFailed')}
        </p>
      ) : null}
    </Panel>
  )
}

function Sessions({ sessions }: Pick<Account, 'sessions'>) {
  const t = useMessages(messages)
  const reread = useReread()
  const end = useMutation({
    ...query.accounts.endOwnSession.mutationOptions(),
    onSuccess: async () => {
      await reread()
      notify({ text: t('ended') })
    },
  })
  const endOthers = useMutation({
    ...query.accounts.endOtherSessions.mutationOptions(),
    onSuccess: async ({ ended }) => {
      await reread()
      notify({ text: t('othersEnded', { count: ended }) })
    },
  })
  return (
    <Panel title={t('sessions')}>
      <ul className={styles.list}>
        {sessions.map(({ id, lastSeenAt, userAgent, ipAddress, current }) => {
          const name = (userAgent && deviceName(userAgent)) || t('unknownDevice')
          return (
            <li key={id}>
              <span>
                <b>{name}</b> {ipAddress ? <span>{ipAddress}</span> : null}{' '}
                <small>
                  {current ? (
                    t('here')
                  ) : (
                    <>
                      {t('seen')} <Time at={lastSeenAt} day="short" />
                    </>
                  )}
                </small>
              </span>
              {current ? null : (
                <Button size="xs" aria-label={t('endOf', { name })} onClick={() => end.mutate({ sessionId: id })}>
                  {t('end')}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
      {sessions.length > 1 ? (
        <Button loading={endOthers.isPending} onClick={() => endOthers.mutate(undefined)}>
          {t('endOthers')}
        </Button>
      ) : null}
    </Panel>
  )
}

function Leaving() {
  const t = useMessages(messages)
  const text = useText()
  const { programme, heldRoles } = useProgramme()
  const [asking, setAsking] = useState(false)
  const leave = useMutation({
    ...query.accounts.leaveProgramme.mutationOptions(),
    // A full load forgets everything that the roles had opened.
    onSuccess: () => location.assign('/app/'),
    onError: () => setAsking(false),
  })
  return (
    <Panel title={t('leave')}>
      <p className={styles.quiet}>{t('leaveHint')}</p>
      <Button onClick={() => setAsking(true)}>{t('leave')}</Button>
      <Confirm
        opened={asking}
        title={t('leaveTitle', { programme: text(programme.name) })}
        confirmLabel={t('leave')}
        serious
        busy={leave.isPending}
        onCancel={() => setAsking(false)}
        onConfirm={() => leave.mutate({ programmeId: programme.id, roles: [...heldRoles] })}
      >
        <p>{t('leaveHint')}</p>
      </Confirm>
    </Panel>
  )
}
