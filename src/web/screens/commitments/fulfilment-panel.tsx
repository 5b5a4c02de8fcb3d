import { useMessages, useNumbers } from '../../locale.tsx'
import { Panel } from '../../ui/panel.tsx'
import { useCommitmentWords } from './commitment-words.ts'
import styles from './fulfilment-panel.module.css'
import { messages } from './messages.ts'
import type { Commitment, CommitmentStatus, Fulfilment } from './shapes.ts'

/** From kept to forgotten: the order in which the parts of the bar stand. */
const ORDER: readonly CommitmentStatus[] = [
  'fulfilled',
  'accepted',
  'evidence-given',
  'open',
  'objected',
  'overdue',
  'suspended-by-law',
  'withdrawn',
  'not-followed',
]

/** The rate with what it is taken of, and all promises as one bar parted by state. */
export function FulfilmentPanel({ fulfilment, rows }: { fulfilment: Fulfilment; rows: readonly Commitment[] }) {
  const t = useMessages(messages)
  const words = useCommitmentWords()
  const { number, percent } = useNumbers()
  const parts = ORDER.map((status) => ({ status, count: rows.filter((row) => row.status === status).length })).filter(
    ({ count }) => count > 0,
  )
  return (
    <Panel title={t('rate.title')}>
      <div className={styles.rate}>
        {fulfilment.rate === null ? (
          <p>{t('rate.none')}</p>
        ) : (
          <p>
            <b>{percent(fulfilment.rate)}</b> {t('rate.of', { fulfilled: fulfilment.fulfilled, due: fulfilment.due })}
          </p>
        )}
        <small>{t('rate.what')}</small>
      </div>
      <div className={styles.bar} aria-hidden="true">
        {parts.map(({ status, count }) => (
          <i key={status} data-status={status} style={{ flexGrow: count }} />
        ))}
      </div>
      <ul className={styles.key}>
        {parts.map(({ status, count }) => (
          <li key={status}>
            <i data-status={status} aria-hidden="true" />
            {words(`statuses.${status}`)} <b>{number(count)}</b>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
