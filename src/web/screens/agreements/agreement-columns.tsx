import { Link } from '@tanstack/react-router'
import { useLocale, useMessages, useText } from '../../locale.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import type { Column } from '../../ui/data-table.tsx'
import { formatCalendarDay } from '../../ui/time-format.ts'
import { Time } from '../../ui/time.tsx'
import { AgreementState } from './agreement-state.tsx'
import { useAgreementWords } from './agreement-words.ts'
import { languageName } from './language-names.ts'
import { messages } from './messages.ts'
import { formatMoney } from './money-text.ts'
import page from './page.module.css'
import type { AgreementRow } from './shapes.ts'

/** What the list shows of an agreement. */
export function useAgreementColumns(): readonly Column<AgreementRow>[] {
  const t = useMessages(messages)
  const words = useAgreementWords()
  const text = useText()
  return [
    {
      id: 'agreement',
      head: t('list.agreement'),
      width: '28%',
      onPhone: 'title',
      cell: (row) => <Name row={row} />,
    },
    { id: 'type', head: t('list.type'), cell: ({ type }) => words(`types.${type}`) },
    {
      id: 'parties',
      head: t('list.parties'),
      width: '20%',
      cell: ({ parties }) => (
        <ul>
          {parties.map(({ id, name, legalName }) => (
            <li key={id}>{text(name) || legalName}</li>
          ))}
        </ul>
      ),
    },
    {
      id: 'state',
      head: t('list.status'),
      cell: (row) => <State row={row} />,
    },
    { id: 'amount', head: t('list.amount'), align: 'end', cell: (row) => <Amount row={row} /> },
    { id: 'date', head: t('list.date'), cell: (row) => <Day row={row} /> },
    { id: 'prevailing', head: t('list.prevailing'), cell: (row) => <Prevailing row={row} /> },
  ]
}

function Name({ row: { id, title, number, subject } }: { row: AgreementRow }) {
  const text = useText()
  const { programme } = useProgramme()
  return (
    <span className={page.cell}>
      <Link
        to="/programmes/$programmeId/agreements/$agreementId"
        params={{ programmeId: programme.id, agreementId: id }}
      >
        {text(title)}
      </Link>
      <small>{[number, text(subject)].filter(Boolean).join(' · ')}</small>
    </span>
  )
}

function State({ row: { status, origin, signatures, parties } }: { row: AgreementRow }) {
  const t = useMessages(messages)
  return (
    <span className={page.cell}>
      <span>
        <AgreementState status={status} />
      </span>
      {origin === 'recorded' ? <small>{t('list.recorded')}</small> : null}
      {status === 'sent' ? <small>{t('list.signatures', { signed: signatures, all: parties.length })}</small> : null}
    </span>
  )
}

function Amount({ row: { amount, announcedAs } }: { row: AgreementRow }) {
  const t = useMessages(messages)
  const { locale } = useLocale()
  if (!amount) return <span className={page.quiet}>{t('list.noAmount')}</span>
  return (
    <span className={page.cell}>
      <span className={page.money}>{formatMoney(amount, locale)}</span>
      {announcedAs ? <small>{t('list.announced', { amount: formatMoney(announcedAs.amount, locale) })}</small> : null}
    </span>
  )
}

function Day({ row: { signedOn, signedAt, expiresAt, status } }: { row: AgreementRow }) {
  const t = useMessages(messages)
  const { locale } = useLocale()
  if (signedOn) return <time dateTime={signedOn}>{formatCalendarDay(signedOn, locale)}</time>
  if (signedAt) return <Time at={signedAt} day="full" stacked />
  if (status === 'sent' && expiresAt) {
    return (
      <span className={page.cell}>
        <small>{t('list.expires')}</small>
        <Time at={expiresAt} day="short" stacked />
      </span>
    )
  }
  return <span className={page.quiet}>{t('list.notSigned')}</span>
}

function Prevailing({ row: { prevailing, languages, origin } }: { row: AgreementRow }) {
  const t = useMessages(messages)
  const { locale } = useLocale()
  if (origin === 'recorded') return <span className={page.quiet}>{t('list.noText')}</span>
  if (prevailing) return languageName(prevailing, locale)
  const [only = 'en'] = languages
  return t('list.onlyLanguage', { language: languageName(only, locale) })
}
