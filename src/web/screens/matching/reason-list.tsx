import { useMessages, useNumbers, useText } from '../../locale.tsx'
import { quoteAround } from './marked-text.ts'
import { messages } from './messages.ts'
import styles from './reason-list.module.css'
import { useReasonSentence } from './reason-sentence.ts'
import type { ExplainedMatch, Reason, Span } from './shapes.ts'

const QUOTE_REACH = 48
const HUNDREDTHS = { minimumFractionDigits: 2, maximumFractionDigits: 2 } as const

/**
 * Every reason with its share; the shares add up to the score, to the hundredth. Pointing at one or focusing it
 * lights its places in both texts, pressing it also quotes them.
 */
export function ReasonList({
  match,
  active,
  pinned,
  onLight,
  onPin,
}: {
  match: ExplainedMatch
  active: number | null
  pinned: number | null
  onLight: (reason: number | null) => void
  onPin: (reason: number) => void
}) {
  const t = useMessages(messages)
  const { number } = useNumbers()
  return (
    <section className={styles.list} aria-labelledby="reasons">
      <header className={styles.head}>
        <h2 id="reasons">{t('explain.reasons')}</h2>
        <span>{t('explain.points')}</span>
      </header>
      <ol>
        {match.reasons.map((reason, index) => (
          // Two reasons may say the same of both directions; their place in the account tells them apart.
          <li key={`${reason.code} ${reason.direction} ${reason.concept?.id ?? ''} ${index}`}>
            <ReasonRow
              reason={reason}
              match={match}
              isActive={index === active}
              isPinned={index === pinned}
              onLight={(on) => onLight(on ? index : null)}
              onPin={() => onPin(index)}
            />
          </li>
        ))}
      </ol>
      {match.reasons.length === 0 ? <p className={styles.none}>{t('explain.noReason')}</p> : null}
      <p className={styles.sum}>
        <span>{t('explain.sum')}</span>
        <b>{number(match.score, HUNDREDTHS)}</b>
      </p>
    </section>
  )
}

function ReasonRow({
  reason,
  match,
  isActive,
  isPinned,
  onLight,
  onPin,
}: {
  reason: Reason
  match: ExplainedMatch
  isActive: boolean
  isPinned: boolean
  onLight: (on: boolean) => void
  onPin: () => void
}) {
  const { number } = useNumbers()
  const sentence = useReasonSentence()
  const hasPlaces = reason.need.length + reason.offer.length > 0
  const content = (
    <>
      <span className={styles.words}>
        {sentence(reason, match)}
        <Direction reason={reason} match={match} />
      </span>
      <b className={styles.points}>{number(reason.points, HUNDREDTHS)}</b>
      <span className={styles.share} aria-hidden="true">
        <i style={{ width: `${match.score > 0 ? (100 * reason.points) / match.score : 0}%` }} />
      </span>
    </>
  )
  return (
    <>
      <button
        type="button"
        className={styles.reason}
        data-active={isActive || undefined}
        {...(hasPlaces ? { 'aria-expanded': isPinned } : { 'aria-pressed': isPinned })}
        onMouseEnter={() => onLight(true)}
        onMouseLeave={() => onLight(false)}
        onFocus={() => onLight(true)}
        onBlur={() => onLight(false)}
        onClick={onPin}
      >
        {content}
      </button>
      {isPinned && hasPlaces ? <Quotes reason={reason} match={match} /> : null}
    </>
  )
}

/** Whose need is answered by whom, in codes: the names stand at the head of the columns. */
function Direction({ reason: { direction }, match }: { reason: Reason; match: ExplainedMatch }) {
  const t = useMessages(messages)
  if (direction === 'both') return null
  const [needs, has] = direction === 'forward' ? [match.company, match.partner] : [match.partner, match.company]
  return <small className={styles.direction}>{t('explain.seeksOffers', { needs: needs.code, has: has.code })}</small>
}

/** The places of a reason in the words around them: for small screens and for those who listen. */
function Quotes({ reason, match }: { reason: Reason; match: ExplainedMatch }) {
  const t = useMessages(messages)
  const text = useText()
  return (
    <dl className={styles.quotes}>
      {(['need', 'offer'] as const).map((role) => {
        const [span] = reason[role]
        if (!span) return null
        const found = textOf(span, match)
        const company = found?.companyId === match.partner.id ? match.partner : match.company
        return (
          <div key={role}>
            <dt>{t(`explain.${role}`, { company: text(company.name) })}</dt>
            <dd lang={span.locale}>
              <Quote span={span} text={found?.text ?? span.surface} />
            </dd>
          </div>
        )
      })}
    </dl>
  )
}

const textOf = (span: Span, match: ExplainedMatch) =>
  match.texts.find(
    ({ profileId, field, locale }) => profileId === span.profileId && field === span.field && locale === span.locale,
  )

function Quote({ span, text }: { span: Span; text: string }) {
  const { before, marked, after } = quoteAround(text, span, QUOTE_REACH)
  return (
    <>
      {before}
      <mark>{marked}</mark>
      {after}
    </>
  )
}
