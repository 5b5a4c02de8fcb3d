import { Button, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Locale } from '../../../kernel/locale.ts'
import { type Outputs, query } from '../../api.ts'
import { useLocale, useMessages } from '../../locale.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import { Confirm } from '../../ui/confirm.tsx'
import { notify } from '../../ui/notices.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { Time } from '../../ui/time.tsx'
import styles from './account.module.css'
import { messages } from './privacy-messages.ts'

type Consents = Outputs['accounts']['readConsents']

const LANGUAGE_NAMES: Readonly<Record<Locale, string>> = { en: 'English', ko: '한국어', ru: 'русский' }

/** What needs the person's consent, with every word said of it so far. */
export function Consents() {
  const t = useMessages(messages)
  const { locale } = useLocale()
  const { data, error, refetch } = useQuery({
    ...query.accounts.readConsents.queryOptions(),
    // The texts come in the language of the reader.
    queryKey: [...query.accounts.readConsents.queryKey(), locale],
  })
  if (error && !data) return <ProblemNotice error={error} onRetry={() => void refetch()} />
  if (!data) return null
  return (
    <Panel title={t('title')}>
      <p className={styles.quiet}>{t('hint')}</p>
      <ul className={styles.list}>
        {data.consents.map((consent) => (
          <Consent key={consent.purpose} consent={consent} />
        ))}
      </ul>
      {data.ledger.length > 0 ? <Ledger rows={data.ledger} /> : null}
    </Panel>
  )
}

function Consent({ consent }: { consent: Consents['consents'][number] }) {
  const t = useMessages(messages)
  const { locale } = useLocale()
  const client = useQueryClient()
  const { purpose, textVersion, title, text, given } = consent
  const decide = useMutation({
    ...query.accounts.decideConsent.mutationOptions(),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: query.accounts.readConsents.key() })
      notify({ text: t('saved') })
    },
  })
  const say = (word: boolean) => decide.mutate({ purpose, textVersion, locale, given: word })
  const state = given === null ? t('open') : given ? t('given') : t('refused')
  return (
    <li>
      <div>
        <b>{title}</b> <small>{state}</small>
        <p>{text}</p>
        <div className={styles.choices}>
          {given === true ? (
            <Button aria-label={t('withdrawOf', { title })} loading={decide.isPending} onClick={() => say(false)}>
              {t('withdraw')}
            </Button>
          ) : (
            <Button aria-label={t('agreeTo', { title })} loading={decide.isPending} onClick={() => say(true)}>
              {t('agree')}
            </Button>
          )}
          {given === null ? (
            <Button aria-label={t('disagreeTo', { title })} disabled={decide.isPending} onClick={() => say(false)}>
              {t('disagree')}
            </Button>
          ) : null}
        </div>
      </div>
    </li>
  )
}

function Ledger({ rows }: { rows: Consents['ledger'] }) {
  const t = useMessages(messages)
  return (
    <details>
      <summary>{t('ledger')}</summary>
      <ul className={styles.list}>
        {rows.map(({ id, title, given, textVersion, locale, decidedAt }) => (
          <li key={id}>
            <span>
              {title}: <b>{given ? t('gave') : t('took')}</b>{' '}
              <small>
                {t('version', { version: textVersion, language: LANGUAGE_NAMES[locale] })} ·{' '}
                <Time at={decidedAt} day="short" />
              </small>
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}

/** Taking everything away, and being forgotten. */
export function OwnData() {
  const t = useMessages(messages)
  const { person } = useProgramme()
  const [asking, setAsking] = useState(false)
  const [typed, setTyped] = useState('')
  const erase = useMutation({
    ...query.accounts.eraseSelf.mutationOptions(),
    // Nobody is signed in any more.
    onSuccess: () => location.assign('/app/sign-in'),
    onError: () => setAsking(false),
  })
  const isConfirmed = typed.trim().toLowerCase() === person.email
  return (
    <Panel title={t('data')}>
      <p className={styles.quiet}>{t('dataHint')}</p>
      <Button component="a" href="/api/v1/session/data" download>
        {t('download')}
      </Button>
      <p className={styles.apart}>{t('eraseHint')}</p>
      <Button onClick={() => setAsking(true)}>{t('erase')}</Button>
      <Confirm
        opened={asking}
        title={t('eraseTitle')}
        confirmLabel={t('erase')}
        serious
        busy={erase.isPending}
        onCancel={() => setAsking(false)}
        onConfirm={() => {
          if (isConfirmed) erase.mutate({ email: typed.trim() })
        }}
      >
        <p>{t('eraseHint')}</p>
        <TextInput
          label={t('typeAddress', { email: person.email })}
          value={typed}
          autoComplete="off"
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      </Confirm>
    </Panel>
  )
}
