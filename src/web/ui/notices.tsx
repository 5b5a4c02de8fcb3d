import { type ReactNode, useEffect, useSyncExternalStore } from 'react'
import { useMessages } from '../locale.tsx'
import { Icon } from './icon.tsx'
import { messages } from './messages.ts'
import styles from './notices.module.css'

export interface Notice {
  readonly text: ReactNode
  /** `hand`: something went wrong or waits for a person; stays until closed. */
  readonly tone?: 'done' | 'hand'
  /** One way on, usually "Undo". */
  readonly action?: { readonly label: string; readonly run: () => void }
}

interface Shown extends Notice {
  readonly key: number
}

const VISIBLE_MS = 8000
let shown: readonly Shown[] = []
let nextKey = 1
const listeners = new Set<() => void>()

function update(next: readonly Shown[]): void {
  shown = next
  for (const listener of listeners) listener()
}

/** Says something in the corner and to screen readers. Returns the way to take it back. */
export function notify(notice: Notice): () => void {
  const key = nextKey++
  // More than three would hide the page.
  update([...shown.slice(-2), { ...notice, key }])
  return () => update(shown.filter((one) => one.key !== key))
}

/** The corner where notices appear; once in the app. */
export function Notices() {
  const current = useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => shown,
  )
  return (
    <div className={styles.corner} role="status" aria-live="polite">
      {current.map((notice) => (
        <NoticeCard
          key={notice.key}
          notice={notice}
          onClose={() => update(shown.filter((one) => one.key !== notice.key))}
        />
      ))}
    </div>
  )
}

function NoticeCard({ notice, onClose }: { notice: Shown; onClose: () => void }) {
  const t = useMessages(messages)
  const stays = notice.tone === 'hand'
  useEffect(() => {
    if (stays) return
    const timer = setTimeout(onClose, VISIBLE_MS)
    return () => clearTimeout(timer)
    // The timer belongs to the notice, not to each rendering of its corner.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [notice.key, stays])
  return (
    <div className={styles.notice} data-tone={notice.tone ?? 'done'}>
      <Icon name={stays ? 'warning' : 'check'} />
      <div className={styles.text}>{notice.text}</div>
      {notice.action ? (
        <button
          type="button"
          className={styles.action}
          onClick={() => {
            notice.action?.run()
            onClose()
          }}
        >
          {notice.action.label}
        </button>
      ) : null}
      <button type="button" className={styles.close} aria-label={t('close')} onClick={onClose}>
        <Icon name="close" size={14} />
      </button>
    </div>
  )
}
