import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { type ReactNode, useEffect, useRef } from 'react'
import { query } from '../../api.ts'
import { useLocale, useMessages, useText } from '../../locale.tsx'
import { NotFoundScreen } from '../../shell/not-found-screen.tsx'
import { PendingScreen } from '../../shell/pending-screen.tsx'
import { Icon } from '../../ui/icon.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { CeremonyFiles } from './ceremony-files.tsx'
import { CeremonyOpening } from './ceremony-opening.tsx'
import { CeremonyParties } from './ceremony-parties.tsx'
import styles from './ceremony-screen.module.css'
import { messages } from './messages.ts'
import type { Agreement } from './shapes.ts'

const route = getRouteApi('/programmes/$programmeId/agreements/$agreementId/ceremony')

/** A signing day on a large screen: who signs now, who has signed, the witness, and what is kept of the moment. */
export function CeremonyScreen() {
  const params = route.useParams()
  const { data: agreement, error } = useQuery(query.agreements.readAgreement.queryOptions({ input: params }))
  if (error && !agreement) throw error
  if (!agreement) return <PendingScreen />
  const isOperator = Object.values(agreement.may).some(Boolean)
  if (!isOperator || agreement.origin === 'recorded') return <NotFoundScreen />
  return (
    <Stage agreement={agreement}>
      <Scene agreement={agreement} />
    </Stage>
  )
}

/** Above everything else on the page, in the browser's own dialog, which holds the focus; Escape leaves. */
function Stage({ agreement, children }: { agreement: Agreement; children: ReactNode }) {
  const t = useMessages(messages)
  const text = useText()
  const navigate = route.useNavigate()
  const params = route.useParams()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal()
  }, [])
  const to = '/programmes/$programmeId/agreements/$agreementId' as const
  return (
    <>
      <PageHead title={`${t('ceremony.title')}: ${text(agreement.title)}`} />
      <dialog
        ref={dialog}
        className={styles.stage}
        aria-labelledby="ceremony-title"
        onClose={() => void navigate({ to, params })}
      >
        <div className={styles.bar}>
          <span>{t('ceremony.title')}</span>
          <Button
            leftSection={<Icon name="external" />}
            className={styles.wide}
            onClick={() =>
              void (document.fullscreenElement ? document.exitFullscreen() : dialog.current?.requestFullscreen())
            }
          >
            {t('ceremony.fullScreen')}
          </Button>
          <LinkButton to={to} params={params} leftSection={<Icon name="close" />}>
            {t('ceremony.leave')}
          </LinkButton>
        </div>
        <div className={styles.scene}>{children}</div>
      </dialog>
    </>
  )
}

function Scene({ agreement }: { agreement: Agreement }) {
  const t = useMessages(messages)
  const { locale } = useLocale()
  const text = useText()
  const { mode, status, title, languages, signatures, parties } = agreement
  const others = languages.filter(
    (language) => language !== locale && title[language] && title[language] !== text(title),
  )
  const signed = signatures.filter(({ voidedAt }) => voidedAt === null).length
  return (
    <>
      <header className={styles.title}>
        <h2 id="ceremony-title">{text(title)}</h2>
        {others.map((language) => (
          <p key={language} lang={language}>
            {title[language]}
          </p>
        ))}
        <p className={styles.facts}>
          {agreement.number}
          {status === 'sent' || status === 'signed' ? (
            <>
              <span>
                {agreement.witness ? t('ceremony.witness', { name: agreement.witness }) : t('ceremony.noWitness')}
              </span>
              <span>
                {status === 'signed' ? t('ceremony.complete') : t('ceremony.progress', { signed, all: parties.length })}
              </span>
            </>
          ) : null}
        </p>
      </header>
      {mode !== 'ceremony' ? (
        <Stopped>{t('ceremony.notCeremony')}</Stopped>
      ) : status === 'draft' ? (
        <Stopped>{t('ceremony.notFrozen')}</Stopped>
      ) : status === 'frozen' ? (
        <CeremonyOpening agreement={agreement} />
      ) : status === 'sent' || status === 'signed' ? (
        <>
          <CeremonyParties agreement={agreement} />
          <CeremonyFiles agreement={agreement} />
          <p className={styles.level}>{t('ceremony.level')}</p>
        </>
      ) : (
        <Stopped>{t('ceremony.notOpen')}</Stopped>
      )}
    </>
  )
}

/** Why there is nothing to sign, and the way on. */
function Stopped({ children }: { children: ReactNode }) {
  const t = useMessages(messages)
  const params = route.useParams()
  return (
    <div className={styles.stopped}>
      <p>{children}</p>
      <LinkButton to="/programmes/$programmeId/agreements/$agreementId" params={params} variant="filled">
        {t('ceremony.toAgreement')}
      </LinkButton>
    </div>
  )
}
