import { useMessages, useNumbers } from '../../../locale.tsx'
import { Progress } from '../../../ui/progress.tsx'
import type { Run } from './board-facts.ts'
import { gapOf, gapPercent, progressCurve } from './bound.ts'
import { messages } from './messages.ts'
import { isGoing } from './use-run.ts'
import styles from './dock.module.css'

/** A search as it goes: time, best so far, how far from the bound, and the curve towards it. */
export function RunPanel({ run, onStop }: { run: Run; onStop: (() => void) | undefined }) {
  const t = useMessages(messages)
  const { number, percent } = useNumbers()
  const { progress, budgetMs, status } = run
  const seconds = (ms: number) => number(ms / 1000, { maximumFractionDigits: 1 })
  const gap = gapOf(progress.weight, progress.boundWeight)
  const gain = gap === null ? '' : gap === 0 ? t('run.gapNone') : t('run.gap', { gap: gapWords(gap, percent) })
  const counts = { held: progress.held, requested: progress.requested }
  const best = t('run.best', counts)
  const reached = t('bound.held', counts)
  return (
    <section aria-labelledby="run-title">
      <h2 id="run-title">
        {t('run.title')}{' '}
        <small>{t('run.lead', { seconds: seconds(progress.elapsedMs), budget: seconds(budgetMs) })}</small>
      </h2>
      {isGoing(run) ? (
        <>
          <Progress
            label={t(`run.${status}`)}
            done={progress.elapsedMs}
            total={budgetMs}
            {...(onStop ? { onStop } : {})}
          />
          {progress.held > 0 ? <p className={styles.quiet}>{gain ? `${best}; ${gain}` : best}</p> : null}
        </>
      ) : (
        <p className={styles.quiet} data-wrong={status === 'failed' || undefined}>
          {status === 'failed'
            ? t('run.failed')
            : [t(`run.${status}`), reached, gain].filter((part) => part !== '').join('; ')}
        </p>
      )}
      <Curve run={run} />
    </section>
  )
}

function gapWords(gap: number, percent: (share: number, digits?: number) => string): string {
  const { share, digits } = gapPercent(gap)
  return percent(share, digits)
}

function Curve({ run }: { run: Run }) {
  const t = useMessages(messages)
  const curve = progressCurve(run)
  if (!curve) return null
  const { path, area, boundY, tip } = curve
  return (
    <div className={styles.curve}>
      <svg viewBox="0 0 1000 100" preserveAspectRatio="none" role="img" aria-label={t('run.curve')}>
        <path className={styles.area} d={area} />
        {boundY === null ? null : <path className={styles.boundLine} d={`M0 ${boundY}H1000`} />}
        <path className={styles.best} d={path} />
      </svg>
      <i style={{ left: `${tip.x / 10}%`, top: `${tip.y}%` }} aria-hidden="true" />
      {boundY === null ? null : <small style={{ top: `${boundY}%` }}>{t('run.bound')}</small>}
    </div>
  )
}
