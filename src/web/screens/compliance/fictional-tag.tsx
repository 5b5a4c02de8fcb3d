import { useMessages } from '../../locale.tsx'
import { messages } from './messages.ts'
import styles from './fictional-tag.module.css'

/** Says that a list was made up for the demonstration. */
export function FictionalTag() {
  const t = useMessages(messages)
  return (
    <span className={styles.tag} title={t('fictionalHint')}>
      {t('fictional')}
    </span>
  )
}
