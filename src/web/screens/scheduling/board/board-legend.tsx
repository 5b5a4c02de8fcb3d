import { KeyLine } from '../../../ui/keyboard.tsx'
import { STRENGTH_STEPS } from '../../../ui/shore-flow.tsx'
import { PinMark } from './board-row.tsx'
import { useBoardView } from './board-view.ts'
import styles from './board-legend.module.css'

/** What the signs mean, and the keys that are used most. */
export function BoardLegend({ followedId, keys }: { followedId: string | null; keys: boolean }) {
  const { facts, speaker } = useBoardView()
  const { t } = speaker
  const [, second, third, top] = STRENGTH_STEPS
  const { participants, interpreters, released } = facts.board
  const synthetic = [...participants, ...interpreters].some((one) => one.synthetic)
  return (
    <div className={styles.legend}>
      <span>
        {t('legend.match')}
        <s data-step="1" /> {t('legend.below', { limit: second })}
        <s data-step="2" /> {t('legend.from', { limit: second })}
        <s data-step="3" /> {t('legend.from', { limit: third })}
        <s data-step="4" /> {t('legend.top', { limit: top })}
      </span>
      <span className={styles.pin}>
        <PinMark /> {t('legend.pinned')}
      </span>
      {released ? (
        <span>
          <s data-was /> {t('legend.was')}
        </span>
      ) : null}
      <span>
        <s data-away /> {t('legend.away')}
      </span>
      {followedId === null ? null : (
        <span>
          <s data-followed /> {t('legend.followed', { name: speaker.interpreter(followedId) })}
        </span>
      )}
      {keys ? (
        <KeyLine
          keys={[
            { keys: '←↑↓→', label: t('keys.line.move') },
            { keys: 'Space', label: t('keys.line.pick') },
            { keys: 'P', label: t('keys.line.pin') },
            { keys: 'U', label: t('keys.line.unmet') },
          ]}
        />
      ) : null}
      {synthetic ? <p>{t('grid.synthetic')}</p> : null}
    </div>
  )
}
