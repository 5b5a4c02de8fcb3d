import type { ReactNode } from 'react'
import { amountText } from '../../../kernel/money.ts'
import { useLocale, useMessages, useNumbers, useText } from '../../locale.tsx'
import { ProgrammeLink, useHasScreen } from '../../shell/programme-link.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import { Panel } from '../../ui/panel.tsx'
import { Time } from '../../ui/time.tsx'
import { formatCalendarDay } from '../../ui/time-format.ts'
import { useCommitmentWords } from './commitment-words.ts'
import { endOfDay } from './due-day.ts'
import { messages } from './messages.ts'
import page from './page.module.css'
import { usePartyName } from './party-name.ts'
import type { Commitment } from './shapes.ts'

/** What is promised, by whom, until when on both clocks, and where the day stood before. */
export function CommitmentFacts({ commitment }: { commitment: Commitment }) {
  const t = useMessages(messages)
  const words = useCommitmentWords()
  const text = useText()
  const { locale } = useLocale()
  const { list } = useNumbers()
  const partyName = usePartyName()
  const { parties, partyId, dueOn, timeZone, evidenceKind, amount, source, note, reason } = commitment
  const others = parties.filter(({ id }) => id !== partyId).map(({ id }) => partyName(parties, id))
  return (
    <Panel title={t('detail.facts')}>
      <dl className={page.facts}>
        <Fact name={t('detail.agreement')}>
          <AgreementLink commitment={commitment} />
        </Fact>
        <Fact name={t('detail.owner')}>{partyName(parties, partyId)}</Fact>
        <Fact name={t('detail.others')}>{list(others)}</Fact>
        <Fact name={t('detail.due')}>{dueOn ? formatCalendarDay(dueOn, locale) : t('noDay')}</Fact>
        {dueOn ? (
          <Fact name={t('detail.ends')}>
            <Time at={endOfDay(dueOn, timeZone)} day="short" />
          </Fact>
        ) : null}
        {commitment.overdueSince ? (
          <Fact name={t('detail.overdueSince')}>{formatCalendarDay(commitment.overdueSince, locale)}</Fact>
        ) : null}
        {commitment.fulfilledAt ? (
          <Fact name={t('detail.fulfilled')}>
            <Time at={commitment.fulfilledAt} day="full" />
          </Fact>
        ) : null}
        <Fact name={t('detail.evidence')}>{words(`evidenceKinds.${evidenceKind}`)}</Fact>
        {amount ? <Fact name={t('detail.amount')}>{amountText(amount, locale)}</Fact> : null}
        {reason ? <Fact name={t('detail.reason')}>{reason}</Fact> : null}
        {text(note) ? <Fact name={t('detail.note')}>{text(note)}</Fact> : null}
        {source ? <Fact name={t('detail.source')}>{source}</Fact> : null}
      </dl>
      <Moves commitment={commitment} />
    </Panel>
  )
}

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </>
)

function AgreementLink({ commitment: { agreement } }: { commitment: Commitment }) {
  const text = useText()
  const hasScreen = useHasScreen()
  const { seesChain } = useProgramme()
  const name = `${text(agreement.title)} (${agreement.number})`
  return seesChain && hasScreen('/agreements/$agreementId') ? (
    <ProgrammeLink path={`/agreements/${agreement.id}`}>{name}</ProgrammeLink>
  ) : (
    name
  )
}

/** Each move with its reason and when it was made, newest first. */
function Moves({ commitment: { moves } }: { commitment: Commitment }) {
  const t = useMessages(messages)
  const { locale } = useLocale()
  if (moves.length === 0) return null
  const dayText = (day: string | null) => (day ? formatCalendarDay(day, locale) : t('noDay'))
  return (
    <>
      <h3 className={page.label}>{t('detail.moves')}</h3>
      <ol className={page.plain}>
        {moves.toReversed().map(({ fromOn, toOn, reason, movedAt }) => (
          <li key={movedAt}>
            {t('detail.moveRow', { from: dayText(fromOn), to: dayText(toOn) })}
            <p className={page.quote}>{reason}</p>
            <p className={page.small}>
              <Time at={movedAt} day="full" />
            </p>
          </li>
        ))}
      </ol>
    </>
  )
}
