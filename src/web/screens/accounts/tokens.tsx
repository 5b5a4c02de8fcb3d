import { Button, SegmentedControl, Select, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { type Outputs, query } from '../../api.ts'
import { useMessages } from '../../locale.tsx'
import { notify } from '../../ui/notices.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { Time } from '../../ui/time.tsx'
import styles from './account.module.css'
import { messages } from './token-messages.ts'

type Token = Outputs['accounts']['listTokens']['rows'][number]

const DAYS = [30, 90, 366]

/** Tokens with which programs act for the person; what one consists of is shown once. */
export function Tokens() {
  const t = useMessages(messages)
  const { data, error, refetch } = useQuery(query.accounts.listTokens.queryOptions())
  const [made, setMade] = useState<string | null>(null)
  return (
    <Panel title={t('title')}>
      <p className={styles.quiet}>
        {t('hint')} <a href="/api/docs">/api/docs</a>
      </p>
      {error && !data ? <ProblemNotice error={error} onRetry={() => void refetch()} compact /> : null}
      {data?.rows.length === 0 ? <p className={styles.quiet}>{t('none')}</p> : null}
      <ul className={styles.list}>
        {(data?.rows ?? []).map((row) => (
          <TokenRow key={row.id} row={row} />
        ))}
      </ul>
      {made === null ? <MakeToken onMade={setMade} /> : <MadeToken token={made} onKept={() => setMade(null)} />}
    </Panel>
  )
}

function useReread(): () => Promise<void> {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: query.accounts.listTokens.key() })
}

function TokenRow({ row: { id, name, scope, expiresAt, lastUsedAt } }: { row: Token }) {
  const t = useMessages(messages)
  const reread = useReread()
  const revoke = useMutation({
    ...query.accounts.revokeToken.mutationOptions(),
    onSuccess: async () => {
      await reread()
      notify({ text: t('revoked') })
    },
  })
  const [openedAt] = useState(() => Date.now())
  const isOver = Date.parse(expiresAt) <= openedAt
  return (
    <li>
      <span>
        <b>{name}</b> {t(scope)}{' '}
        <small>
          {isOver ? t('expired') : t('until')} <Time at={expiresAt} day="short" /> ·{' '}
          {lastUsedAt === null ? (
            t('unused')
          ) : (
            <>
              {t('used')} <Time at={lastUsedAt} day="short" />
            </>
          )}
        </small>
      </span>
      <Button
        size="xs"
        aria-label={t('revokeOf', { name })}
        loading={revoke.isPending}
        onClick={() => revoke.mutate({ tokenId: id })}
      >
        {t('revoke')}
      </Button>
    </li>
  )
}

function MakeToken({ onMade }: { onMade: (token: string) => void }) {
  const t = useMessages(messages)
  const reread = useReread()
  const [name, setName] = useState('')
  const [scope, setScope] = useState<Token['scope']>('read')
  const [days, setDays] = useState(DAYS[1]!)
  const create = useMutation({
    ...query.accounts.createToken.mutationOptions(),
    meta: { quiet: true },
    onSuccess: async ({ token }) => {
      onMade(token)
      await reread()
    },
  })
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        create.mutate({ name: name.trim(), scope, validDays: days })
      }}
    >
      <TextInput
        label={t('name')}
        required
        maxLength={80}
        value={name}
        autoComplete="off"
        onChange={(input) => setName(input.currentTarget.value)}
      />
      <SegmentedControl
        aria-label={t('scope')}
        value={scope}
        onChange={(value) => setScope(value as Token['scope'])}
        data={(['read', 'write'] as const).map((value) => ({ value, label: t(value) }))}
      />
      <Select
        label={t('days')}
        data={DAYS.map((count) => ({ value: String(count), label: t('dayCount', { count }) }))}
        value={String(days)}
        allowDeselect={false}
        onChange={(value) => setDays(Number(value))}
      />
      {create.error ? <ProblemNotice error={create.error} compact /> : null}
      <Button type="submit" loading={create.isPending}>
        {t('create')}
      </Button>
    </form>
  )
}

function MadeToken({ token, onKept }: { token: string; onKept: () => void }) {
  const t = useMessages(messages)
  return (
    <div className={styles.form}>
      <p role="status">{t('shownOnce')}</p>
      <TextInput
        label={t('token')}
        readOnly
        value={token}
        onFocus={(input) => input.currentTarget.select()}
        autoComplete="off"
        spellCheck={false}
      />
      <Button
        onClick={() =>
          void navigator.clipboard.writeText(token).then(
            () => notify({ text: t('copied') }),
            // Without leave to write there, the field above can still be selected.
            () => {},
          )
        }
      >
        {t('copy')}
      </Button>
      <Button variant="filled" onClick={onKept}>
        {t('done')}
      </Button>
    </div>
  )
}
