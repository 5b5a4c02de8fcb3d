import { useQuery } from '@tanstack/react-query'
import { query } from '../../../api.ts'
import { useLocale, useMessages, useNumbers, useText } from '../../../locale.tsx'
import { PendingScreen } from '../../../shell/pending-screen.tsx'
import { useProgramme } from '../../../shell/programme-context.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { LinkButton } from '../../../ui/link-button.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { formatCalendarDay } from '../../../ui/time-format.ts'
import { Time } from '../../../ui/time.tsx'
import { AgreementState } from '../agreement-state.tsx'
import { useAgreementWords } from '../agreement-words.ts'
import { messages } from '../messages.ts'
import page from '../page.module.css'
import type { AgreementRow } from '../shapes.ts'
import styles from './my-agreements-screen.module.css'

/** A representative's agreements: whose signature is awaited first, then the others. */
export function MyAgreementsScreen() {
  const t = useMessages(messages)
  const { programme, grants } = useProgramme()
  const own = new Set(grants.flatMap(({ role, scopeId }) => (role === 'company-representative' ? [scopeId] : [])))
  const { data, error, refetch } = useQuery(
    query.agreements.listAgreements.queryOptions({ input: { programmeId: programme.id, pageSize: 200 } }),
  )
  if (error && !data) return <ProblemNotice error={error} onRetry={() => void refetch()} />
  if (!data) return <PendingScreen />
  const waitsForUs = ({ parties, awaitedParties }: AgreementRow) =>
    parties.some(({ id, companyId }) => companyId !== null && own.has(companyId) && awaitedParties.includes(id))
  const rows = data.rows.toSorted((a, b) => Number(waitsForUs(b)) - Number(waitsForUs(a)))
  return (
    <>
      <PageHead title={t('title')} lead={t('mine.lead')} />
      <div className={page.page}>
        {rows.length === 0 ? (
          <EmptyState title={t('mine.none')}>{t('mine.noneHint')}</EmptyState>
        ) : (
          <ul className={styles.list}>
            {rows.map((row) => (
              <OwnAgreement key={row.id} row={row} waitsForUs={waitsForUs(row)} />
            ))}
          </ul>
        )}
      </div>
    </>
  )
}

function OwnAgreement({ row, waitsForUs }: { row: AgreementRow; waitsForUs: boolean }) {
  const t = useMessages(messages)
  const words = useAgreementWords()
  const text = useText()
  const { locale } = useLocale()
  const { list } = useNumbers()
  const { programme } = useProgramme()
  const { id, number, type, title, status, parties, signatures, signedOn, signedAt, expiresAt, origin } = row
  return (
    <li className={styles.row} data-hand={waitsForUs || undefined}>
      <div className={styles.facts}>
        <h2>{text(title)}</h2>
        <p>
          {[number, words(`types.${type}`), origin === 'recorded' ? t('list.recorded') : null]
            .filter(Boolean)
            .join(' · ')}
        </p>
        <p>{list(parties.map(({ legalName }) => legalName))}</p>
      </div>
      <div className={styles.state}>
        {waitsForUs ? <StatusBadge tone="hand">{t('mine.awaited')}</StatusBadge> : <AgreementState status={status} />}
        {status === 'sent' ? (
          <small>
            {t('list.signatures', { signed: signatures, all: parties.length })}
            {waitsForUs ? null : `, ${t('mine.others')}`}
          </small>
        ) : null}
        {status === 'sent' && expiresAt ? (
          <small>
            {t('list.expires')} <Time at={expiresAt} day="short" />
          </small>
        ) : null}
        {signedOn ? (
          <small>{formatCalendarDay(signedOn, locale)}</small>
        ) : signedAt ? (
          <small>
            <Time at={signedAt} day="short" />
          </small>
        ) : null}
      </div>
      <LinkButton
        to="/programmes/$programmeId/my/agreements/$agreementId"
        params={{ programmeId: programme.id, agreementId: id }}
        variant={waitsForUs ? 'filled' : 'default'}
      >
        {t(waitsForUs ? 'mine.openHand' : 'mine.open')}
        <span className="hidden-text"> {number}</span>
      </LinkButton>
    </li>
  )
}
