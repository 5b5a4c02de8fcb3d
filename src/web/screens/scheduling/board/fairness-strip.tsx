import { useMemo } from 'react'
import { useNumbers, useText } from '../../../locale.tsx'
import { useBoardView } from './board-view.ts'
import { fairness } from './fairness.ts'
import styles from './dock.module.css'

/** Beyond this many companies a side shows its worst served. */
const MOST_MARKS = 72

/** One mark a company, as high as the share of its requests that are met; the worst served first. */
export function FairnessStrip() {
  const { facts, speaker } = useBoardView()
  const { t } = speaker
  const { percent } = useNumbers()
  const text = useText()
  const { sides, companies, whole, worst } = useMemo(() => fairness(facts), [facts])
  if (worst === null) return null
  return (
    <section aria-labelledby="fairness-title">
      <h2 id="fairness-title">
        {t('fairness.title')} <small>{t('fairness.note')}</small>
      </h2>
      <div className={styles.fair}>
        {sides.map((side) => {
          const named = facts.board.sides.find(({ id }) => id === side.sideId)
          const sideName = named ? text(named.name) : ''
          return (
            <div key={side.sideId}>
              <span aria-hidden="true">{sideName}</span>
              <div
                role="img"
                aria-label={t('fairness.strip', { side: sideName, share: percent(side.share) })}
                className={styles.marks}
              >
                {side.companies.slice(0, MOST_MARKS).map(({ participantId, held, asked }) => (
                  <i
                    key={participantId}
                    title={t('fairness.mark', { name: speaker.participant(participantId), held, asked })}
                    style={{ '--share': held / asked } as React.CSSProperties}
                    data-short={held < asked || undefined}
                  />
                ))}
              </div>
              <b aria-hidden="true">{percent(side.share)}</b>
            </div>
          )
        })}
      </div>
      <p className={styles.quiet}>
        {t('fairness.whole', { whole, companies })}
        {worst.held < worst.asked ? `; ${t('fairness.worst', { held: worst.held, asked: worst.asked })}` : ''}.
      </p>
    </section>
  )
}
