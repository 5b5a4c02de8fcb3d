import { Button } from '@mantine/core'
import { useMessages, useNumbers } from '../../locale.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import { Icon } from '../../ui/icon.tsx'
import { Progress } from '../../ui/progress.tsx'
import { Time } from '../../ui/time.tsx'
import { useMatchingWords } from './matching-words.ts'
import { messages } from './messages.ts'
import styles from './run-panel.module.css'
import { type MatchRunControl, isGoing, needsRanking } from './use-match-run.ts'

/** How the newest ranking goes or ended, and whether it still says what is published. */
export function RunPanel({ control }: { control: MatchRunControl }) {
  const t = useMessages(messages)
  const words = useMatchingWords()
  const { number } = useNumbers()
  const { roles } = useProgramme()
  const { run, start, starting, stop } = control
  const isOperator = roles.includes('operator')
  if (!run) return null
  if (isGoing(run)) {
    return (
      <div className={styles.going}>
        <Progress
          label={words(`runStatuses.${run.status}`)}
          done={run.pairsDone}
          total={run.pairsTotal}
          detail={run.pairsTotal > 0 ? t('run.pairsDone', { done: run.pairsDone, total: run.pairsTotal }) : null}
          {...(isOperator ? { onStop: stop } : {})}
        />
      </div>
    )
  }
  const isStale = run.changedProfiles > 0
  const hasEnded = run.status === 'done'
  const needsHand = needsRanking(run)
  return (
    <div className={styles.ended} data-hand={needsHand || undefined}>
      <Icon name={needsHand ? 'warning' : 'check'} />
      <p>
        {hasEnded ? t('run.done', { pairs: number(run.pairsTotal) }) : t(`run.${run.status as 'stopped' | 'failed'}`)}{' '}
        {run.finishedAt ? <Time at={run.finishedAt} day="short" /> : null}
        {isStale ? <strong> {words('outOfDate', { count: run.changedProfiles })}</strong> : null}
      </p>
      {isOperator && needsHand ? (
        <Button size="xs" variant="filled" loading={starting} onClick={start}>
          {t('run.again')}
        </Button>
      ) : null}
    </div>
  )
}
