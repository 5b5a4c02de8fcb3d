import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useEffect, useState, useSyncExternalStore } from 'react'
import { api } from '../../api.ts'
import { useMessages } from '../../locale.tsx'
import { messages as shellMessages } from '../../shell/messages.ts'
import { TopBar } from '../../shell/top-bar.tsx'
import { Icon } from '../../ui/icon.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import type { Ending, Opened, SigningState } from './shapes.ts'
import { SignCode } from './sign-code.tsx'
import { messages } from './sign-messages.ts'
import { SignPaper } from './sign-paper.tsx'
import styles from './sign-screen.module.css'

const subscribe = (listener: () => void) => {
  addEventListener('hashchange', listener)
  return () => removeEventListener('hashchange', listener)
}

/** What a mail to a signatory links to: no sign-in, a link behind `#`, and a code that only the signatory gets. */
export function SignScreen() {
  const t = useMessages(messages)
  const shell = useMessages(shellMessages)
  const link = useSyncExternalStore(subscribe, () => location.hash.slice(1))
  return (
    <div className={styles.page}>
      <title>{`${t('title')} · ${shell('product')}`}</title>
      <TopBar />
      <main id="main" tabIndex={-1}>
        <Signing key={link} link={link} />
      </main>
    </div>
  )
}

const UNKNOWN: SigningState = {
  state: 'unknown',
  codeGoesTo: null,
  expiresAt: null,
  isSignedIn: false,
  hasPasskey: false,
}

function Signing({ link }: { link: string }) {
  const t = useMessages(messages)
  const [opened, setOpened] = useState<Opened | null>(null)
  const [ending, setEnding] = useState<Ending | null>(null)
  const state = useQuery({
    queryKey: ['signing-state', link],
    queryFn: (): Promise<SigningState> =>
      link === '' || link.length > 200 ? Promise.resolve(UNKNOWN) : api.agreements.readSigningState({ link }),
    staleTime: 0,
    enabled: opened === null && ending === null,
  })
  if (ending) return <Card icon={ending === 'declined' ? 'close' : 'check'} {...wordsOf(t, 'done', ending)} />
  if (opened) {
    return (
      <SignPaper
        link={link}
        paper={opened.paper}
        code={opened.code}
        address={state.data?.codeGoesTo ?? ''}
        hasPasskey={state.data?.hasPasskey ?? false}
        onEnd={setEnding}
        onLookAgain={() => {
          setOpened(null)
          void state.refetch()
        }}
      />
    )
  }
  if (state.error) {
    return (
      <div className={styles.card}>
        <ProblemNotice error={state.error} onRetry={() => void state.refetch()} />
      </div>
    )
  }
  if (!state.data) return <p className={styles.looking}>{t('looking')}</p>
  const { state: now } = state.data
  if (now === 'open' || now === 'not-your-turn' || now === 'signed-by-you') {
    return <SignCode link={link} state={state.data} onOpen={setOpened} />
  }
  return <Card icon={now === 'complete' ? 'check' : 'warning'} {...wordsOf(t, 'ended', now)} />
}

type Words = ReturnType<typeof useMessages<(typeof messages)['en']>>

const wordsOf = <G extends 'ended' | 'done'>(t: Words, group: G, key: keyof (typeof messages)['en'][G]) => ({
  title: t(`${group}.${String(key)}.title` as 'ended.complete.title'),
  children: t(`${group}.${String(key)}.body` as 'ended.complete.body'),
})

/** One clear answer, and nothing to press. */
function Card({ icon, title, children }: { icon: 'check' | 'close' | 'warning'; title: string; children: ReactNode }) {
  useEffect(() => document.getElementById('page-title')?.focus(), [])
  return (
    <div className={styles.card} role="status">
      <span className={styles.sign} data-tone={icon === 'warning' ? 'hand' : undefined}>
        <Icon name={icon} size={28} />
      </span>
      <h1 id="page-title" tabIndex={-1}>
        {title}
      </h1>
      <p>{children}</p>
    </div>
  )
}
