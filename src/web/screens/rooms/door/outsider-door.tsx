import { useMessages } from '../../../locale.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { messages } from '../messages.ts'
import { DeviceCheck } from './device-check.tsx'
import type { Joining } from './joining.ts'
import page from '../page.module.css'
import styles from './door.module.css'

/** For somebody who does not belong to the meeting. Says nothing of it, not even that there is one. */
export function OutsiderDoor({ onJoin }: { onJoin: (joining: Joining) => void }) {
  const t = useMessages(messages)
  return (
    <>
      <PageHead title={t('door.outsider')} lead={t('door.outsiderHint')} />
      <div className={page.page}>
        <div className={styles.door} data-single>
          <DeviceCheck joinLabel={t('door.knock')} hasRelay={false} onJoin={onJoin} />
        </div>
      </div>
    </>
  )
}
