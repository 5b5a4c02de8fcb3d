import { Button, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { api, query } from '../../api.ts'
import { useMessages } from '../../locale.tsx'
import { toProblem } from '../../problem.ts'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { Time } from '../../ui/time.tsx'
import { ownZone } from './own-zone.ts'
import type { Opened, SigningState } from './shapes.ts'
import { messages } from './sign-messages.ts'
import styles from './sign-screen.module.css'

/** Has a code mailed to the signatory, whose address nobody can choose, and opens the paper with it. */
export function SignCode({
  link,
  state,
  onOpen,
}: {
  link: string
  state: SigningState
  onOpen: (opened: Opened) => void
}) {
  const t = useMessages(messages)
  const open = useMutation({
    mutationFn: async (code: string | null) => ({ code, paper: await api.agreements.openSigningPaper({ link, code }) }),
    meta: { quiet: true },
    onSuccess: onOpen,
  })
  const address = state.codeGoesTo ?? ''
  return (
    <div className={styles.card}>
      <h1 id="page-title" tabIndex={-1}>
        {t('ask.title')}
      </h1>
      <p>{state.isSignedIn ? t('ask.known') : t('ask.lead', { address })}</p>
      {state.state === 'not-your-turn' ? <p className={styles.note}>{t('ask.notTurn')}</p> : null}
      {state.state === 'signed-by-you' ? <p className={styles.note}>{t('ask.signed')}</p> : null}
      {state.expiresAt ? (
        <p>
          {t('ask.expires')} <Time at={state.expiresAt} day="full" zones={ownZone()} />
        </p>
      ) : null}
      {state.isSignedIn ? (
        <Button variant="filled" size="md" loading={open.isPending} onClick={() => open.mutate(null)}>
          {t('ask.open')}
        </Button>
      ) : (
        <CodeForm link={link} address={address} label={t('ask.open')} busy={open.isPending} onCode={open.mutate} />
      )}
      {open.error ? <CodeProblem error={open.error} /> : null}
      {state.isSignedIn ? null : <p className={styles.small}>{t('ask.stranger')}</p>}
    </div>
  )
}

/** Wrong, used and old codes are one and the same to whoever tries. */
export function CodeProblem({ error }: { error: unknown }) {
  const t = useMessages(messages)
  return toProblem(error).code === 'agreements.code-wrong' ? (
    <p className={styles.wrong} role="alert">
      {t('ask.codeWrong')}
    </p>
  ) : (
    <ProblemNotice error={error} compact />
  )
}

/** The button that has a code mailed, and the field for it once it is on its way. */
export function CodeForm({
  link,
  address,
  label,
  busy,
  onCode,
}: {
  link: string
  address: string
  /** What the code is for. */
  label: string
  busy: boolean
  onCode: (code: string) => void
}) {
  const t = useMessages(messages)
  const [code, setCode] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const ask = useMutation({ ...query.agreements.requestSigningCode.mutationOptions(), meta: { quiet: true } })
  // The button is gone, so the focus moves to what took its place.
  useEffect(() => {
    if (ask.isSuccess) field.current?.focus()
  }, [ask.isSuccess])
  if (!ask.isSuccess) {
    return (
      <>
        <Button variant="filled" size="md" loading={ask.isPending} onClick={() => ask.mutate({ link })}>
          {t('ask.send')}
        </Button>
        {ask.error ? <ProblemNotice error={ask.error} compact /> : null}
      </>
    )
  }
  return (
    <form
      className={styles.code}
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        if (/^\d{6}$/.test(code)) onCode(code)
      }}
    >
      <p role="status">{t('ask.sent', { address })}</p>
      <TextInput
        size="md"
        label={t('ask.code')}
        inputMode="numeric"
        autoComplete="one-time-code"
        pattern="\d{6}"
        required
        withAsterisk={false}
        maxLength={6}
        ref={field}
        value={code}
        onChange={(event) => setCode(event.currentTarget.value.replaceAll(/\D/g, ''))}
      />
      <Button type="submit" variant="filled" size="md" loading={busy} disabled={code.length !== 6}>
        {label}
      </Button>
      <Button size="md" loading={ask.isPending} onClick={() => ask.mutate({ link })}>
        {t('ask.again')}
      </Button>
      <p className={styles.small}>{t('ask.againHint')}</p>
    </form>
  )
}
