import { Button } from '@mantine/core'
import { type ReactNode, useId, useState } from 'react'
import { useMessages, useNumbers } from '../locale.tsx'
import { messages } from './messages.ts'
import styles from './progress.module.css'

/**
 * Long work with a known end. `done` of `total` in the work's own unit; `detail` says what is best so far.
 * `onStop` shows the stop button; after a press it waits for the work to end by itself.
 */
export function Progress({
  label,
  done,
  total,
  detail,
  onStop,
}: {
  label: string
  done: number
  total: number
  detail?: ReactNode
  onStop?: () => void
}) {
  const t = useMessages(messages)
  const { percent } = useNumbers()
  const labelId = useId()
  const [stopping, setStopping] = useState(false)
  const share = total > 0 ? Math.min(1, Math.max(0, done / total)) : 0
  return (
    <div className={styles.progress}>
      <div className={styles.words}>
        <span id={labelId} className={styles.label}>
          {label}
        </span>
        <span>{percent(share)}</span>
      </div>
      <div
        className={styles.track}
        role="progressbar"
        aria-labelledby={labelId}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(share * 100)}
      >
        <span style={{ transform: `scaleX(${share})` }} />
      </div>
      {detail || onStop ? (
        <div className={styles.foot}>
          <span>{detail}</span>
          {onStop ? (
            <Button
              size="xs"
              disabled={stopping}
              onClick={() => {
                setStopping(true)
                onStop()
              }}
            >
              {stopping ? t('stopping') : t('stop')}
            </Button>
          ) : null}
        </div>
      ) : null}
    </div>
  )
}
