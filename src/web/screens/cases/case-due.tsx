import { useLocale, useMessages } from '../../locale.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { formatCalendarDay } from '../../ui/time-format.ts'
import styles from './cases.module.css'
import { messages } from './messages.ts'
import type { CaseRow } from './shapes.ts'

/** The day of the next action; a late one says so in words. */
export function CaseDue({ row: { nextActionOn, age } }: { row: Pick<CaseRow, 'nextActionOn' | 'age'> }) {
  const t = useMessages(messages)
  const { locale } = useLocale()
  if (nextActionOn === null) return null
  return (
    <span className={styles.due}>
      {formatCalendarDay(nextActionOn, locale)}
      {age.overdue ? <StatusBadge tone="hand">{t('overdue')}</StatusBadge> : null}
    </span>
  )
}
