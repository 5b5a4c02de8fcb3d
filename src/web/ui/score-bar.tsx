import { useNumbers } from '../locale.tsx'
import styles from './score-bar.module.css'

export interface ScorePart {
  /** In the reader's language: "offer meets request". */
  readonly label: string
  /** Contribution in points of `max`. */
  readonly value: number
}

/** A score explained as the parts of one bar; what is missing to `max` stays grey. The parts add up to the score. */
export function ScoreBar({
  parts,
  max = 100,
  compact = false,
}: {
  parts: readonly ScorePart[]
  max?: number
  compact?: boolean
}) {
  const { number, list } = useNumbers()
  const shown = parts.filter((part) => part.value > 0)
  const sentence = list(shown.map((part) => `${part.label} ${number(Math.round(part.value))}`))
  return (
    <div className={compact ? styles.compact : styles.score}>
      <svg className={styles.bar} viewBox={`0 0 ${max} 8`} preserveAspectRatio="none" role="img" aria-label={sentence}>
        <rect className={styles.rest} width={max} height={8} />
        {shown.map((part, index) => (
          <rect
            key={part.label}
            x={shown.slice(0, index).reduce((sum, { value }) => sum + value, 0)}
            width={Math.max(0, part.value - max / 200)}
            height={8}
            className={styles.part}
            data-step={index % 4}
          />
        ))}
      </svg>
      {compact ? null : (
        <ul className={styles.legend} aria-hidden="true">
          {shown.map((part, index) => (
            <li key={part.label}>
              <i data-step={index % 4} className={styles.key} />
              {part.label} <b>{number(Math.round(part.value))}</b>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
