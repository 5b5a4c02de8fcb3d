import { useMessages, useNumbers } from '../../../locale.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { messages } from '../messages.ts'
import { useAmounts, useOutcomeWords } from '../outcome-words.ts'
import type { Dashboard } from '../shapes.ts'
import styles from './ladder-panel.module.css'

/** The ladder drawn with its rungs, lowest at the foot: each with its own count and its own sums. */
export function LadderPanel({ ladder }: { ladder: Dashboard['ladder'] }) {
  const t = useMessages(messages)
  const words = useOutcomeWords()
  const { number } = useNumbers()
  const amounts = useAmounts()
  return (
    <Panel title={t('ladder.title')}>
      <ol className={styles.ladder} reversed>
        {ladder.toReversed().map(({ rung, count, amounts: sums }) => (
          <li key={rung} data-state={count === null ? 'unknown' : count === 0 ? 'empty' : 'reached'}>
            <span className={styles.name}>{words(`rungs.${rung}`)}</span>
            <span className={styles.rail} aria-hidden="true" />
            <b>{count === null ? <small>{t('ladder.unknown')}</small> : number(count)}</b>
            <span className={styles.sums}>
              {sums.map((sum) => (
                <span key={sum.currency}>{amounts(sum)}</span>
              ))}
            </span>
          </li>
        ))}
      </ol>
      <p className={styles.note}>{t('ladder.note')}</p>
    </Panel>
  )
}
