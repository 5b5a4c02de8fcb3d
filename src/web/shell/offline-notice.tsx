import { useSyncExternalStore } from 'react'
import { useMessages } from '../locale.tsx'
import { Icon } from '../ui/icon.tsx'
import { messages } from './messages.ts'
import styles from './offline-notice.module.css'

function subscribe(listener: () => void): () => void {
  window.addEventListener('online', listener)
  window.addEventListener('offline', listener)
  return () => {
    window.removeEventListener('online', listener)
    window.removeEventListener('offline', listener)
  }
}

/** Says that the machine is offline, as long as it is. */
export function OfflineNotice() {
  const t = useMessages(messages)
  const online = useSyncExternalStore(subscribe, () => navigator.onLine)
  return (
    <div role="status">
      {online ? null : (
        <p className={styles.offline}>
          <Icon name="warning" />
          {t('offline')}
        </p>
      )}
    </div>
  )
}
