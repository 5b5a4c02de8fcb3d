import { useMessages } from '../../../locale.tsx'
import { useProgramme } from '../../../shell/programme-context.ts'
import { LinkButton } from '../../../ui/link-button.tsx'
import { Panel } from '../../../ui/panel.tsx'
import styles from './log.module.css'
import { messages } from './messages.ts'

/** From a room whose meeting has begun to its log. */
export function LogPanel({ requestId, seat }: { requestId: string; seat: string | null }) {
  const t = useMessages(messages)
  const { programme } = useProgramme()
  const writes = seat === 'host' || seat === 'guest' || seat === 'interpreter'
  return (
    <Panel title={t('one')}>
      <div className={styles.form}>
        {writes ? <p className={styles.hint}>{t('openHint')}</p> : null}
        <div>
          <LinkButton
            to="/programmes/$programmeId/rooms/$requestId/log"
            params={{ programmeId: programme.id, requestId }}
          >
            {t(writes ? 'open' : 'look')}
          </LinkButton>
        </div>
      </div>
    </Panel>
  )
}

/** From the rooms to the logs of all meetings. */
export function LogsLink({ mine }: { mine: boolean }) {
  const t = useMessages(messages)
  const { programme } = useProgramme()
  return (
    <LinkButton
      to={mine ? '/programmes/$programmeId/my/logs' : '/programmes/$programmeId/rooms/logs'}
      params={{ programmeId: programme.id }}
    >
      {t('toLogs')}
    </LinkButton>
  )
}
