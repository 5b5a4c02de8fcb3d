import { Button } from '@mantine/core'
import { useMessages, useText } from '../../../locale.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { messages } from './desk-messages.ts'
import type { Standby } from './desk-shapes.ts'
import styles from './desk.module.css'

const SHOWN = 8

/** Accepted requests without a meeting, the most wanted first. */
export function DeskStandby({ rows, onFind }: { rows: readonly Standby[]; onFind: (requestId: string) => void }) {
  const t = useMessages(messages)
  const text = useText()
  return (
    <Panel title={t('standby')} note={rows.length}>
      <p className={styles.line}>{rows.length === 0 ? t('standbyNone') : t('standbyHint')}</p>
      <ul className={styles.standby}>
        {rows.slice(0, SHOWN).map(({ requestId, wish, hostName, guestName }) => {
          const names = { host: text(hostName), guest: text(guestName) }
          return (
            <li key={requestId}>
              <span>
                {t('between', names)} {wish === 'must' ? <StatusBadge tone="accent">{t('must')}</StatusBadge> : null}
              </span>
              <Button size="xs" aria-label={t('findOf', names)} onClick={() => onFind(requestId)}>
                {t('find')}
              </Button>
            </li>
          )
        })}
      </ul>
      {rows.length > SHOWN ? <p className={styles.line}>{t('more', { count: rows.length - SHOWN })}</p> : null}
    </Panel>
  )
}
