import { useMessages } from '../locale.tsx'
import { messages } from './messages.ts'
import styles from './skip-link.module.css'

/** The first stop of the Tab key: over the navigation, to the content. */
export function SkipLink() {
  const t = useMessages(messages)
  return (
    <a
      href="#main"
      className={styles.skip}
      onClick={(event) => {
        event.preventDefault()
        document.getElementById('main')?.focus()
      }}
    >
      {t('skip')}
    </a>
  )
}
