import type { ReactNode } from 'react'
import { plainUnits } from '../../../kernel/money.ts'
import { useLocale, useMessages, useNumbers, useText } from '../../locale.tsx'
import { ProgrammeLink, useHasScreen } from '../../shell/programme-link.tsx'
import { Panel } from '../../ui/panel.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { Time } from '../../ui/time.tsx'
import { formatCalendarDay } from '../../ui/time-format.ts'
import { GradeSteps } from './grade-steps.tsx'
import { messages } from './messages.ts'
import { useAmounts, useOutcomeWords } from './outcome-words.ts'
import page from './page.module.css'
import type { Outcome } from './shapes.ts'

/** Every fact of a record in words. */
export function OutcomeFacts({ outcome }: { outcome: Outcome }) {
  const t = useMessages(messages)
  const words = useOutcomeWords()
  const text = useText()
  const { list } = useNumbers()
  const { locale } = useLocale()
  const amounts = useAmounts()
  const hasScreen = useHasScreen()
  const { kind, basis, grade, parties, happenedOn, amount, conversions, evidence, agreementId, reason } = outcome
  return (
    <Panel title={t('one.facts')}>
      <dl className={page.facts}>
        <Fact name={t('one.kind')}>
          {agreementId && hasScreen('/agreements/$agreementId') ? (
            <ProgrammeLink path={`/agreements/${agreementId}`}>{words(`kinds.${kind}`)}</ProgrammeLink>
          ) : (
            words(`kinds.${kind}`)
          )}
        </Fact>
        <Fact name={t('one.parties')}>{list(parties.map(({ name }) => text(name)))}</Fact>
        <Fact name={t('one.day')}>{formatCalendarDay(happenedOn, locale)}</Fact>
        <Fact name={t('one.basis')}>{words(`bases.${basis}`)}</Fact>
        <Fact name={t('one.amount')}>{amount ? amounts(amount) : t('records.noAmount')}</Fact>
        {amount && conversions.length > 0 ? (
          <Fact name={t('one.conversions')}>
            {conversions.map((one) => (
              <SecondAmount key={one.amount.currency} conversion={one} currency={amount.currency} />
            ))}
          </Fact>
        ) : null}
        <Fact name={t('one.proof')}>
          <GradeSteps grade={grade} />
        </Fact>
        <Fact name={t('one.evidence')}>{evidence ?? '–'}</Fact>
        {reason ? <Fact name={t('one.reason')}>{reason}</Fact> : null}
        <Fact name={t('one.changed')}>
          <Time at={outcome.changedAt} day="full" />
        </Fact>
      </dl>
    </Panel>
  )
}

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </>
)

/** Beside the amount, never in its place: with its rate, or said to have been published without one. */
function SecondAmount({
  conversion: { amount, rate, origin, roundedTo, departure, warns },
  currency,
}: {
  conversion: Outcome['conversions'][number]
  currency: string
}) {
  const t = useMessages(messages)
  const { number, percent } = useNumbers()
  const { locale } = useLocale()
  const amounts = useAmounts()
  const how = [
    ...(rate
      ? [
          t('one.rate', {
            currency,
            value: rate.value,
            other: amount.currency,
            day: formatCalendarDay(rate.date, locale),
            source: rate.source,
          }),
        ]
      : [t('one.noRate')]),
    ...(origin === 'computed' ? [t('one.computed')] : []),
    ...(roundedTo > 1 ? [t('one.rounded', { unit: number(roundedTo) })] : []),
  ]
  return (
    <div className={page.what}>
      <span title={plainUnits(amount)}>{amounts(amount)}</span>
      <small>{how.join(' · ')}</small>
      {warns && departure !== null ? (
        <span>
          <StatusBadge tone="hand">{t('records.warns', { share: percent(Math.abs(departure), 1) })}</StatusBadge>
        </span>
      ) : null}
    </div>
  )
}
