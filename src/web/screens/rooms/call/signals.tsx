import { useMessages } from '../../../locale.tsx'
import type { Signalled } from './call-view.ts'
import { messages } from './messages.ts'
import styles from './call.module.css'

/** "Interpreter needed" and the like: large, for a few seconds, and said to screen readers. */
export function Signals({ signals }: { signals: readonly Signalled[] }) {
  const t = useMessages(messages)
  return (
    <div role="status" aria-live="assertive" className={styles.signals}>
      {signals.map(({ key, ask, name }) => (
        <p key={key} data-own={name === '' || undefined}>
          {name === '' ? t(`asked.${ask}`) : t(`asks.${ask}`, { name })}
        </p>
      ))}
    </div>
  )
}
