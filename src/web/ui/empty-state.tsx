import type { ReactNode } from 'react'
import styles from './empty-state.module.css'

/** Nothing here yet: says why and what the next step is. Still water between two shores. */
export function EmptyState({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className={styles.empty}>
      <svg viewBox="0 0 200 56" aria-hidden="true" focusable="false">
        <path d="M0 36h34c10 0 12 8 20 8M200 36h-34c-10 0-12 8-20 8" className={styles.shore} />
        <path d="M64 48q6-4 12 0t12 0 12 0 12 0 12 0 12 0" className={styles.wave} />
        <path d="M52 44C70 6 130 6 148 44" className={styles.arc} />
      </svg>
      <p className={styles.title}>{title}</p>
      {children ? <p>{children}</p> : null}
      {action ? <div className={styles.action}>{action}</div> : null}
    </div>
  )
}
