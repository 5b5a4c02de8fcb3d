import { Link } from '@tanstack/react-router'
import { useMessages, useNumbers, useText } from '../../../locale.tsx'
import { useProgramme } from '../../../shell/programme-context.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { messages } from '../messages.ts'
import { useAmounts, useOutcomeWords } from '../outcome-words.ts'
import page from '../page.module.css'
import type { Outcome } from '../shapes.ts'
import { type Bank, type Crossings, crossingsOf } from './crossings.ts'
import styles from './shores-panel.module.css'

const MOST = 40
const ROW_PX = 48

/** Who signed with whom across the water; what has parties elsewhere stands below. */
export function ShoresPanel({ records }: { records: readonly Outcome[] }) {
  const t = useMessages(messages)
  const { programme } = useProgramme()
  const [left, right] = programme.sides.toSorted((a, b) => a.position - b.position)
  if (!left || !right) return null
  const crossings = crossingsOf(records, [left.id, right.id], MOST)
  return (
    <Panel title={t('shores.title')} note={crossings.lines.length > 0 ? t('shores.note') : null}>
      {crossings.lines.length === 0 ? (
        <EmptyState title={t('shores.none')} />
      ) : (
        <Water crossings={crossings} left={left} right={right} />
      )}
      {crossings.more > 0 ? <p className={page.small}>{t('shores.more', { count: crossings.more })}</p> : null}
      {crossings.apart.length > 0 ? <Apart records={crossings.apart} /> : null}
    </Panel>
  )
}

type Side = ReturnType<typeof useProgramme>['programme']['sides'][number]

function Water({ crossings, left, right }: { crossings: Crossings; left: Side; right: Side }) {
  const height = ROW_PX * Math.max(crossings.left.length, crossings.right.length)
  const place = (banks: readonly Bank[]) =>
    new Map(banks.map(({ key }, index) => [key, ((index + 0.5) * height) / banks.length]))
  const [fromY, toY] = [place(crossings.left), place(crossings.right)]
  return (
    <div className={styles.picture}>
      <Shore side={left} banks={crossings.left} height={height} />
      <div className={styles.water} style={{ height }}>
        <svg viewBox={`0 0 100 ${height}`} preserveAspectRatio="none" aria-hidden="true" focusable="false">
          {crossings.lines.map(({ id, from, to, outcome }) => {
            const [y1, y2] = [fromY.get(from) ?? 0, toY.get(to) ?? 0]
            return <path key={id} data-basis={outcome.basis} d={`M0 ${y1}C44 ${y1} 56 ${y2} 100 ${y2}`} />
          })}
        </svg>
        <ul>
          {crossings.lines.map(({ id, from, to, outcome }) => (
            <li key={id} style={{ top: ((fromY.get(from) ?? 0) + (toY.get(to) ?? 0)) / 2 }}>
              <OutcomeLink outcome={outcome} />
            </li>
          ))}
        </ul>
      </div>
      <Shore side={right} banks={crossings.right} height={height} />
    </div>
  )
}

function Shore({ side, banks, height }: { side: Side; banks: readonly Bank[]; height: number }) {
  const text = useText()
  const { number } = useNumbers()
  return (
    <div className={styles.shore}>
      <h3>
        {text(side.name)} <span>{number(banks.length)}</span>
      </h3>
      <ul style={{ height }}>
        {banks.map(({ key, name }) => (
          <li key={key}>{text(name)}</li>
        ))}
      </ul>
    </div>
  )
}

function OutcomeLink({ outcome }: { outcome: Outcome }) {
  const text = useText()
  const words = useOutcomeWords()
  const amounts = useAmounts()
  const { programme } = useProgramme()
  const { id, title, kind, amount } = outcome
  return (
    <Link
      to="/programmes/$programmeId/outcomes/$outcomeId"
      params={{ programmeId: programme.id, outcomeId: id }}
      title={[words(`kinds.${kind}`), ...(amount ? [amounts(amount)] : [])].join(', ')}
    >
      {text(title)}
    </Link>
  )
}

function Apart({ records }: { records: readonly Outcome[] }) {
  const t = useMessages(messages)
  const text = useText()
  const { list } = useNumbers()
  const amounts = useAmounts()
  return (
    <section className={styles.apart}>
      <h3>{t('shores.apart')}</h3>
      <ul>
        {records.map((outcome) => (
          <li key={outcome.id}>
            <OutcomeLink outcome={outcome} />
            <small>
              {list(outcome.parties.map(({ name }) => text(name)))}
              {outcome.amount ? ` · ${amounts(outcome.amount)}` : null}
            </small>
          </li>
        ))}
      </ul>
    </section>
  )
}
