import { useLocale, useMessages } from '../../../locale.tsx'
import { useProgramme } from '../../../shell/programme-context.ts'
import { Icon } from '../../../ui/icon.tsx'
import styles from './log.module.css'
import { messages } from './messages.ts'

/** The consultation-log form of one meeting, or the workbook of all; in the reader's language. */
export function Downloads({ requestId }: { requestId?: string }) {
  const t = useMessages(messages)
  const { locale } = useLocale()
  const { programme } = useProgramme()
  const base = `/api/v1/programmes/${programme.id}`
  const one = requestId === undefined ? '' : `&requestId=${requestId}`
  return (
    <>
      {requestId === undefined ? null : (
        <a className={styles.download} href={`${base}/rooms/${requestId}/logs/form?locale=${locale}`} download>
          <Icon name="download" /> {t('pdf')}
        </a>
      )}
      <a className={styles.download} href={`${base}/meeting-logs/workbook?locale=${locale}${one}`} download>
        <Icon name="download" /> {t('workbook')}
      </a>
    </>
  )
}
