import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon.tsx'
import styles from './status-badge.module.css'

/** `hand` is the only orange one: somebody has to do something. */
export type Tone = 'neutral' | 'accent' | 'done' | 'hand' | 'off'

const SIGN: Record<Tone, IconName | null> = {
  neutral: null,
  accent: null,
  done: 'check',
  hand: 'warning',
  off: 'minus',
}

/** A state in a word; its tone also shows as a sign, because colour alone is no information. */
export function StatusBadge({ tone = 'neutral', children }: { tone?: Tone; children: ReactNode }) {
  const sign = SIGN[tone]
  return (
    <span className={styles.badge} data-tone={tone}>
      {sign ? <Icon name={sign} size={12} /> : null}
      {children}
    </span>
  )
}
