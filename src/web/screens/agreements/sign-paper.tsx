import { useEffect } from 'react'
import { useMessages, useText } from '../../locale.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Time } from '../../ui/time.tsx'
import { ownZone } from './own-zone.ts'
import type { Ending, SigningPaper } from './shapes.ts'
import { SignDeeds } from './sign-deeds.tsx'
import { messages } from './sign-messages.ts'
import styles from './sign-screen.module.css'
import { VersionText } from './version-text.tsx'

/** The text in each of its languages, who signs it, and the two things a signatory can do. */
export function SignPaper({
  link,
  paper,
  code,
  address,
  hasPasskey,
  onEnd,
  onLookAgain,
}: {
  link: string
  paper: SigningPaper
  code: string | null
  /** Masked: where a further code goes. */
  address: string
  hasPasskey: boolean
  onEnd: (ending: Ending) => void
  onLookAgain: () => void
}) {
  const t = useMessages(messages)
  const text = useText()
  const { content } = paper
  useEffect(() => document.getElementById('page-title')?.focus(), [])
  return (
    <article className={styles.paper}>
      <header>
        <h1 id="page-title" tabIndex={-1}>
          {text(content.title)}
        </h1>
        <p className={styles.small}>
          {content.number}
          {paper.expiresAt ? (
            <>
              {' · '}
              {t('paper.expires')} <Time at={paper.expiresAt} day="full" zones={ownZone()} />
            </>
          ) : null}
        </p>
      </header>
      <Signers paper={paper} />
      <VersionText link={link} code={code} content={content} />
      <p className={styles.small}>
        {t('paper.hash')} <code>{paper.contentHash}</code>
      </p>
      <SignDeeds
        link={link}
        paper={paper}
        firstCode={code}
        address={address}
        hasPasskey={hasPasskey}
        onEnd={onEnd}
        onLookAgain={onLookAgain}
      />
    </article>
  )
}

function Signers({ paper: { parties, partyId } }: { paper: SigningPaper }) {
  const t = useMessages(messages)
  return (
    <section aria-label={t('paper.parties')}>
      <ul className={styles.signers}>
        {parties.map(({ id, legalName, latinName, signatoryName, signedAt }) => (
          <li key={id}>
            <Icon name={signedAt ? 'check' : 'person'} />
            <span>
              <b>{legalName}</b>
              {latinName === legalName ? null : <small>{latinName}</small>}
              <small>
                {signatoryName}
                {id === partyId ? ` (${t('paper.you')})` : null}
              </small>
            </span>
            <small>{t(signedAt ? 'paper.signed' : 'paper.open')}</small>
          </li>
        ))}
      </ul>
    </section>
  )
}
