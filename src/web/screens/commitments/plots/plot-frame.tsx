import type { ReactNode } from 'react'
import styles from './plot.module.css'

interface AxisTick {
  /** In percent of the axis. */
  readonly at: number
  readonly label: string
}

/** A plot with its axes: the picture in percent of its surface, the words in the size of the page. */
export function PlotFrame({
  label,
  xName,
  yName,
  xTicks,
  yTicks,
  children,
  key_,
  square = false,
}: {
  /** What is seen, for those who do not see it. */
  label: string
  xName: string
  yName: string
  xTicks: readonly AxisTick[]
  yTicks: readonly AxisTick[]
  children: ReactNode
  /** What the colours and lines mean, below. */
  key_?: ReactNode
  /** Both axes are lengths of one surface. */
  square?: boolean
}) {
  return (
    <figure className={styles.figure} data-square={square || undefined}>
      <p className={styles.yName} aria-hidden="true">
        {yName}
      </p>
      <div className={styles.yAxis} aria-hidden="true">
        {yTicks.map(({ at, label: text }) => (
          <span key={text} style={{ bottom: `${at}%` }}>
            {text}
          </span>
        ))}
      </div>
      <svg className={styles.surface} role="img" aria-label={label}>
        {yTicks.map(({ at }) => (
          <line key={at} className={styles.gridLine} x1="0" x2="100%" y1={`${100 - at}%`} y2={`${100 - at}%`} />
        ))}
        {children}
      </svg>
      <div className={styles.xAxis} aria-hidden="true">
        {xTicks.map(({ at, label: text }) => (
          <span key={text} style={{ left: `${at}%` }}>
            {text}
          </span>
        ))}
      </div>
      <p className={styles.xName} aria-hidden="true">
        {xName}
      </p>
      {key_ ? <figcaption className={styles.key}>{key_}</figcaption> : null}
    </figure>
  )
}
