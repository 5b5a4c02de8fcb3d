import { useMessages } from '../locale.tsx'
import { messages } from './messages.ts'
import styles from './pending-screen.module.css'

/** Shown when a page takes longer than a blink: the arc draws itself. */
export function PendingScreen() {
  const t = useMessages(messages)
  return (
    <div className={styles.pending} role="status">
      <svg viewBox="0 0 56 40" aria-hidden="true" focusable="false">
        <path d="M11 31C15 7 41 7 45 31" pathLength={1} />
      </svg>
      <span className="hidden-text">{t('loading')}</span>
    </div>
  )
}
