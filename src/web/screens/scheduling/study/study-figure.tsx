import { useMessages, useNumbers } from '../../../locale.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { Progress } from '../../../ui/progress.tsx'
import { Time } from '../../../ui/time.tsx'
import { HEIGHT, type Study, WIDTH, stepsOf, studyCurve } from './curve.ts'
import { messages } from './messages.ts'
import { isWorkedOn } from './use-studies.ts'
import styles from './what-if-page.module.css'

/** One question: meetings held and idle times at each step, drawn and as figures. */
export function StudyFigure({
  study,
  title,
  onStop,
}: {
  study: Study
  title: string
  onStop: (() => void) | undefined
}) {
  const t = useMessages(messages)
  const { number } = useNumbers()
  const steps = stepsOf(study)
  const curve = studyCurve(study, steps)
  const signed = (step: number) =>
    step === 0 ? t('now') : number(step, { signDisplay: 'always', maximumFractionDigits: 0 })
  return (
    <Panel title={title} note={<Time at={study.createdAt} day="short" />}>
      {isWorkedOn(study) ? (
        <Progress
          label={t(`status.${study.status}`)}
          done={study.points.length}
          total={study.pointsTotal}
          {...(onStop ? { onStop } : {})}
        />
      ) : study.status === 'done' ? null : (
        <p className={styles.state}>{t(`status.${study.status}`)}</p>
      )}
      {curve ? (
        <figure className={styles.figure}>
          <figcaption>
            <span data-line="held">{t('held')}</span>
            <span data-line="idle">{t('idle')}</span>
          </figcaption>
          <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={t('drawn', { title })}>
            {curve.heldTicks.map(({ value, y }) => (
              <g key={value} className={styles.tick}>
                <line x1="36" x2={WIDTH - 36} y1={y} y2={y} />
                <text x="30" y={y + 4} textAnchor="end">
                  {number(value)}
                </text>
              </g>
            ))}
            {curve.idleTicks.map(({ value, y }) => (
              <text key={value} className={styles.idleTick} x={WIDTH - 30} y={y + 4}>
                {number(value)}
              </text>
            ))}
            {curve.nowX === null ? null : (
              <line className={styles.nowLine} x1={curve.nowX} x2={curve.nowX} y1="8" y2={HEIGHT - 22} />
            )}
            <path className={styles.idlePath} d={curve.idlePath} />
            <path className={styles.heldPath} d={curve.heldPath} />
            {curve.marks.map(({ step, x, heldY, idleY }) => (
              <g key={step}>
                <rect className={styles.idleMark} x={x - 3} y={idleY - 3} width="6" height="6" />
                <circle className={styles.heldMark} cx={x} cy={heldY} r="4" />
                <text className={styles.step} x={x} y={HEIGHT - 6} textAnchor="middle">
                  {signed(step)}
                </text>
              </g>
            ))}
          </svg>
          <div className={styles.table}>
            <table>
              <caption className="hidden-text">{title}</caption>
              <thead>
                <tr>
                  <th scope="col">{t('step')}</th>
                  {curve.marks.map(({ step }) => (
                    <th key={step} scope="col">
                      {signed(step)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                <tr>
                  <th scope="row">{t('held')}</th>
                  {curve.marks.map(({ step, held }) => (
                    <td key={step}>{number(held)}</td>
                  ))}
                </tr>
                <tr>
                  <th scope="row">{t('idle')}</th>
                  {curve.marks.map(({ step, idle }) => (
                    <td key={step}>{number(idle)}</td>
                  ))}
                </tr>
              </tbody>
            </table>
          </div>
        </figure>
      ) : null}
    </Panel>
  )
}
