import { Button } from '@mantine/core'
import type { Knock } from '../../../../modules/rooms/contract.ts'
import { useMessages } from '../../../locale.tsx'
import type { Call } from './call.ts'
import { messages } from './messages.ts'
import styles from './call.module.css'

/** Who waits at the door, for the broker. */
export function Knocks({ knocks, call }: { knocks: readonly Knock[]; call: Call }) {
  const t = useMessages(messages)
  if (knocks.length === 0) return null
  return (
    <ul className={styles.knocks}>
      {knocks.map(({ knockId, name }) => (
        <li key={knockId}>
          <span>{t('knocks.title', { name })}</span>
          <Button size="xs" variant="filled" onClick={() => call.admit(knockId, 'observer')}>
            {t('knocks.admit')}
          </Button>
          <Button size="xs" onClick={() => call.admit(knockId, 'interpreter')}>
            {t('knocks.asInterpreter')}
          </Button>
          <Button size="xs" onClick={() => call.decline(knockId)}>
            {t('knocks.decline')}
          </Button>
        </li>
      ))}
    </ul>
  )
}
