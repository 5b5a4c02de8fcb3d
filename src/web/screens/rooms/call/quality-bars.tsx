import type { Quality } from '../../../../modules/rooms/contract.ts'
import { useMessages } from '../../../locale.tsx'
import { messages } from './messages.ts'
import styles from './quality-bars.module.css'

const BARS: Readonly<Record<Quality, number>> = { good: 3, fair: 2, poor: 1, lost: 0 }

/** The state of a connection as three bars; a cross where there is none. */
export function QualityBars({ quality }: { quality: Quality }) {
  const t = useMessages(messages)
  const label = t(`qualities.${quality}`)
  return (
    <svg
      viewBox="0 0 16 12"
      width="16"
      height="12"
      role="img"
      aria-label={label}
      className={styles.bars}
      data-quality={quality}
    >
      <title>{label}</title>
      {[0, 1, 2].map((bar) => (
        <rect
          key={bar}
          x={bar * 5.5}
          y={8 - bar * 4}
          width="4"
          height={4 + bar * 4}
          rx="1"
          data-on={bar < BARS[quality] || undefined}
        />
      ))}
      {quality === 'lost' ? <path d="M1 1l10 10M11 1L1 11" /> : null}
    </svg>
  )
}
