import type { ReactNode } from 'react'
import { useLocale, useMessages, useNumbers, useText } from '../../locale.tsx'
import { Panel } from '../../ui/panel.tsx'
import { formatCalendarDay } from '../../ui/time-format.ts'
import { Time } from '../../ui/time.tsx'
import { useAgreementWords } from './agreement-words.ts'
import { languageName } from './language-names.ts'
import { messages } from './messages.ts'
import { formatMoney } from './money-text.ts'
import page from './page.module.css'
import type { Agreement } from './shapes.ts'

/** How it was signed; before the first signature the way that is open to everybody. */
function methodsOf({ mode, signatures }: Agreement) {
  const used = signatures.flatMap(({ method, voidedAt }) => (voidedAt === null ? method : []))
  return used.length > 0 ? [...new Set(used)] : [mode === 'ceremony' ? ('ceremony' as const) : ('mailed-code' as const)]
}

/** What is known of the agreement as data; a fact that is absent has no row. */
export function AgreementFacts({ agreement }: { agreement: Agreement }) {
  const t = useMessages(messages)
  const words = useAgreementWords()
  const text = useText()
  const { locale } = useLocale()
  const { list } = useNumbers()
  const { origin, prevailing, languages, amount, announcedAs, signedOn, signedAt } = agreement
  const isDrafted = origin === 'drafted'
  const versions = list(languages.map((language) => languageName(language, locale)))
  const precedence = prevailing ? t('detail.prevails', { language: languageName(prevailing, locale) }) : null
  const rows: readonly { readonly label: string; readonly value: ReactNode }[] = [
    { label: t('detail.amount'), value: amount ? formatMoney(amount, locale) : null },
    { label: t('detail.announced'), value: announcedAs ? formatMoney(announcedAs.amount, locale) : null },
    { label: t('detail.languages'), value: isDrafted ? [versions, precedence].filter(Boolean).join('; ') : null },
    { label: t('detail.mode'), value: isDrafted ? t(`detail.modes.${agreement.mode}`) : null },
    {
      label: t('detail.level'),
      value: isDrafted ? list(methodsOf(agreement).map((method) => words(`levels.${method}`))) : null,
    },
    { label: t('detail.sentAt'), value: agreement.sentAt ? <Time at={agreement.sentAt} day="full" stacked /> : null },
    {
      label: t('detail.expires'),
      value: agreement.expiresAt ? <Time at={agreement.expiresAt} day="full" stacked /> : null,
    },
    {
      label: t('detail.signedOn'),
      value: signedOn ? (
        formatCalendarDay(signedOn, locale)
      ) : signedAt ? (
        <Time at={signedAt} day="full" stacked />
      ) : null,
    },
    { label: t('detail.witness'), value: agreement.witness },
    { label: t('detail.reason'), value: agreement.reason },
    { label: t('detail.origin'), value: words(`origins.${origin}`) },
    { label: t('detail.source'), value: agreement.source ? <Source source={agreement.source} /> : null },
    { label: t('detail.note'), value: text(agreement.note) || null },
    {
      label: t('detail.hash'),
      value: agreement.contentHash ? <span className={page.hash}>{agreement.contentHash}</span> : null,
    },
  ]
  return (
    <Panel title={t('detail.facts')}>
      <dl className={page.facts}>
        {rows
          .filter(({ value }) => value !== null)
          .map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
    </Panel>
  )
}

/** A source that is an address can be followed. */
const Source = ({ source }: { source: string }) =>
  /^https?:\/\/\S+$/.test(source) ? (
    <a href={source} rel="noreferrer" target="_blank">
      {source}
    </a>
  ) : (
    source
  )
