import { useLocale, useMessages, useText } from '../../locale.tsx'
import { Panel } from '../../ui/panel.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { formatCalendarDay } from '../../ui/time-format.ts'
import { Time } from '../../ui/time.tsx'
import styles from './agreement-parties.module.css'
import { messages } from './messages.ts'
import type { Agreement, Party } from './shapes.ts'
import { useToday } from './use-today.ts'

/** The parties in their order, each with whoever signs for it and whether that has happened. */
export function AgreementParties({ agreement }: { agreement: Agreement }) {
  const t = useMessages(messages)
  const { parties, signingOrder, origin } = agreement
  const note = origin === 'recorded' ? null : t(signingOrder === 'in-order' ? 'detail.order' : 'detail.parallel')
  return (
    <Panel title={t('detail.parties')} note={note} flush>
      <ol className={styles.parties}>
        {parties.map((party) => (
          <li key={party.id}>
            <span className={styles.position}>{party.position}</span>
            <PartyName party={party} />
            <Signing party={party} agreement={agreement} />
          </li>
        ))}
      </ol>
    </Panel>
  )
}

function PartyName({ party: { name, legalName, latinName, identifier, signatory } }: { party: Party }) {
  const t = useMessages(messages)
  const text = useText()
  const called = text(name)
  return (
    <div className={styles.name}>
      <b>{legalName}</b>
      <small>
        {[latinName === legalName ? null : latinName, called === legalName || called === latinName ? null : called]
          .filter(Boolean)
          .join(' · ')}
      </small>
      {identifier ? (
        <small>
          {t('detail.identifier')} {identifier}
        </small>
      ) : null}
      {signatory ? <SignatoryFacts signatory={signatory} /> : null}
    </div>
  )
}

function SignatoryFacts({ signatory }: { signatory: NonNullable<Party['signatory']> }) {
  const t = useMessages(messages)
  const { locale } = useLocale()
  const { name, latinName, office, email, authority, authorityUntil } = signatory
  const today = useToday()
  const lapsed = authorityUntil !== null && authorityUntil < today
  return (
    <div className={styles.signatory}>
      <span>
        {name === latinName ? name : `${name} (${latinName})`}, {office}
      </span>
      <small>
        {t('detail.authority', { authority })}
        {authorityUntil ? `, ${t('detail.until', { day: formatCalendarDay(authorityUntil, locale) })}` : null}{' '}
        {lapsed ? <StatusBadge tone="hand">{t('detail.lapsed')}</StatusBadge> : null}
      </small>
      {email ? <small>{email}</small> : null}
    </div>
  )
}

/** What a time-stamping authority says of a signature; nothing where none was asked. */
function Stamp({ at, problem }: { at: string | null; problem: Agreement['signatures'][number]['stampProblem'] }) {
  const t = useMessages(messages)
  if (problem) return <small className={styles.stampProblem}>{t(`detail.stampProblems.${problem}`)}</small>
  if (!at) return null
  return (
    <small>
      {t('detail.stamped')} <Time at={at} day="short" stacked />
    </small>
  )
}

/** Signed, whose turn it is, or still waiting: never by colour alone. */
function Signing({ party, agreement }: { party: Party; agreement: Agreement }) {
  const t = useMessages(messages)
  const { signatures, awaitedParties, status, origin } = agreement
  if (origin === 'recorded') return null
  const signature = signatures.find(({ partyId, voidedAt }) => partyId === party.id && voidedAt === null)
  if (signature) {
    return (
      <div className={styles.state}>
        <StatusBadge tone="done">{t('detail.signed')}</StatusBadge>
        <small>
          {t(`detail.methods.${signature.method}`)}
          <br />
          <Time at={signature.signedAt} day="short" stacked />
        </small>
        <Stamp at={signature.stampedAt} problem={signature.stampProblem} />
      </div>
    )
  }
  if (!party.signatory) {
    return (
      <div className={styles.state}>
        <StatusBadge tone="hand">{t('detail.noSignatory')}</StatusBadge>
      </div>
    )
  }
  const isNext = awaitedParties.includes(party.id)
  const word =
    status === 'sent' ? (isNext ? 'awaited' : 'waits') : status === 'draft' || status === 'frozen' ? 'notYet' : 'open'
  return (
    <div className={styles.state}>
      <StatusBadge tone={isNext ? 'accent' : 'neutral'}>{t(`detail.${word}`)}</StatusBadge>
    </div>
  )
}
