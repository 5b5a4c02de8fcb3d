import { useMessages } from '../locale.tsx'
import { messages } from './messages.ts'
import styles from './synthetic-tag.module.css'

/** Says that an organisation, time or value was made up for the demonstration. */
export function SyntheticTag() {
  const t = useMessages(messages)
  return (
    <span className={styles.tag} title={t('syntheticHint')}>
      {t('synthetic')}
    </span>
  )
}
