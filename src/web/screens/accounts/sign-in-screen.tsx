import { Button, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, useRouter } from '@tanstack/react-router'
import { type FormEvent, useEffect, useState } from 'react'
import { query } from '../../api.ts'
import { useLocale, useMessages } from '../../locale.tsx'
import { Icon } from '../../ui/icon.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { messages as shellMessages } from '../../shell/messages.ts'
import { sessionQuery } from '../../shell/session.ts'
import { TopBar } from '../../shell/top-bar.tsx'
import { messages } from './messages.ts'
import { hasPasskeys, signInWithPasskey } from './passkeys.ts'
import { goToProvider } from './sign-in-service.ts'
import styles from './sign-in-screen.module.css'

const route = getRouteApi('/sign-in')

/** Enter an address, get a link by mail. The answer is the same whether or not the address is known. */
export function SignInScreen() {
  const t = useMessages(messages)
  const shell = useMessages(shellMessages)
  const { locale } = useLocale()
  const [email, setEmail] = useState('')
  const request = useMutation({ ...query.accounts.requestSignInLink.mutationOptions(), meta: { quiet: true } })
  const { data: session } = useQuery({ ...sessionQuery(), refetchOnWindowFocus: 'always' })
  useGoOn(session?.person !== null && session !== undefined)
  const send = () => request.mutate({ email: email.trim(), locale })
  return (
    <div className={styles.page}>
      <title>{`${t('title')} · ${shell('product')}`}</title>
      <TopBar />
      <Scene />
      <main id="main" tabIndex={-1} className={styles.card}>
        {request.isSuccess ? (
          <Sent
            email={email.trim()}
            mailIsLocal={session?.mailIsLocal ?? false}
            onAgain={send}
            onOther={() => request.reset()}
          />
        ) : (
          <form
            onSubmit={(event: FormEvent) => {
              event.preventDefault()
              send()
            }}
          >
            <h1 id="page-title" tabIndex={-1}>
              {t('title')}
            </h1>
            <p>{t('lead')}</p>
            <TextInput
              type="email"
              name="email"
              size="md"
              label={t('email')}
              placeholder={t('emailPlaceholder')}
              autoComplete="email"
              required
              withAsterisk={false}
              maxLength={320}
              value={email}
              onChange={(event) => setEmail(event.currentTarget.value)}
            />
            {request.isError ? <ProblemNotice error={request.error} compact /> : null}
            <Button type="submit" variant="filled" size="md" loading={request.isPending}>
              {t('send')}
            </Button>
            <p className={styles.small}>{t('how')}</p>
            <OtherWays singleSignOn={session?.singleSignOn ?? false} />
          </form>
        )}
      </main>
    </div>
  )
}

/** A passkey where the browser has them, and the organisation's account where it is set up. */
function OtherWays({ singleSignOn }: { singleSignOn: boolean }) {
  const t = useMessages(messages)
  const client = useQueryClient()
  const passkey = useMutation({
    mutationFn: signInWithPasskey,
    meta: { quiet: true },
    onSuccess: () => client.invalidateQueries({ queryKey: sessionQuery().queryKey }),
  })
  const provider = useMutation({ mutationFn: goToProvider, meta: { quiet: true } })
  if (!hasPasskeys() && !singleSignOn) return null
  return (
    <div className={styles.others}>
      {hasPasskeys() ? (
        <Button loading={passkey.isPending} onClick={() => passkey.mutate()}>
          {t('passkey')}
        </Button>
      ) : null}
      {singleSignOn ? (
        <Button loading={provider.isPending} onClick={() => provider.mutate()}>
          {t('organisation')}
        </Button>
      ) : null}
      {passkey.isError ? <p role="alert">{t('passkeyFailed')}</p> : null}
      {provider.isError ? <p role="alert">{t('organisationFailed')}</p> : null}
    </div>
  )
}

/** Once the link was opened in another tab, this one goes where the person wanted to be. */
function useGoOn(signedIn: boolean): void {
  const router = useRouter()
  const { next } = route.useSearch()
  useEffect(() => {
    if (signedIn) void router.navigate({ to: next ?? '/' })
  }, [signedIn, next, router])
}

function Sent({
  email,
  mailIsLocal,
  onAgain,
  onOther,
}: {
  email: string
  mailIsLocal: boolean
  onAgain: () => void
  onOther: () => void
}) {
  const t = useMessages(messages)
  // The form is gone, so the focus moves to what took its place.
  useEffect(() => document.getElementById('page-title')?.focus(), [])
  return (
    <>
      <span className={styles.letter}>
        <Icon name="mail" size={28} />
      </span>
      <h1 id="page-title" tabIndex={-1}>
        {t('sentTitle')}
      </h1>
      <p>{t('sentTo', { email })}</p>
      <p className={styles.small}>{t('waiting')}</p>
      {mailIsLocal ? (
        <div className={styles.local}>
          <strong>{t('localTitle')}</strong>
          <p>{t('local')}</p>
        </div>
      ) : null}
      <div className={styles.actions}>
        <Button onClick={onOther}>{t('other')}</Button>
        <Button onClick={onAgain}>{t('again')}</Button>
      </div>
    </>
  )
}

/** The arc of the scene in a 1440 × 720 box: one cubic curve from shore to shore. */
const ARC = [
  [214, 440],
  [420, -40],
  [1020, -40],
  [1226, 440],
] as const

function onArc(share: number): { x: number; y: number } {
  const rest = 1 - share
  const weights = [rest ** 3, 3 * rest ** 2 * share, 3 * rest * share ** 2, share ** 3]
  const along = (axis: 0 | 1) => ARC.reduce((sum, point, index) => sum + point[axis] * (weights[index] ?? 0), 0)
  return { x: along(0), y: along(1) }
}

/** Two shores, the water, and the arc of fourteen links that joins them. */
function Scene() {
  return (
    <svg
      className={styles.scene}
      viewBox="0 0 1440 720"
      preserveAspectRatio="xMidYMax slice"
      aria-hidden="true"
      focusable="false"
    >
      <rect className={styles.water} y="440" width="1440" height="280" />
      {[472, 504, 540, 580, 624, 672].map((y, row) => (
        <path key={y} className={styles.wave} d={`M${260 + (row % 2) * 40} ${y}${'q20 -6 40 0t40 0'.repeat(11)}`} />
      ))}
      <path className={styles.shore} d="M-2 440H236C300 440 312 502 352 540S404 650 470 722H-2z" />
      <path className={styles.shore} d="M1442 440H1204C1140 440 1128 502 1088 540S1036 650 970 722H1442z" />
      <path className={styles.arc} d={`M${ARC[0].join(' ')}C${ARC.slice(1).flat().join(' ')}`} />
      {Array.from({ length: 14 }, (_, index) => {
        const { x, y } = onArc(index / 13)
        return <circle key={index} className={styles.link} cx={x} cy={y} r="6" />
      })}
    </svg>
  )
}
