import { Button } from '@mantine/core'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { api } from '../../../api.ts'
import { useMessages, useText } from '../../../locale.tsx'
import { PendingScreen } from '../../../shell/pending-screen.tsx'
import { useProgramme } from '../../../shell/programme-context.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { NextRoom } from '../door/door.tsx'
import type { Joining } from '../door/joining.ts'
import type { RoomRecord } from '../shapes.ts'
import { Call } from './call.ts'
import type { CallView } from './call-view.ts'
import { Controls } from './controls.tsx'
import { InterpretationBar } from './interpretation-bar.tsx'
import { Knocks } from './knocks.tsx'
import { messages } from './messages.ts'
import { SidePanel } from './side-panel.tsx'
import { Signals } from './signals.tsx'
import { Stage } from './stage.tsx'
import { Timer } from './timer.tsx'
import styles from './call.module.css'

/** The call from the press of the button until one has left. */
export function CallScreen({
  joining,
  requestId,
  record,
  onLeave,
}: {
  joining: Joining
  requestId: string
  /** Null for somebody who was let in: the record is not theirs to read. */
  record: RoomRecord | null
  onLeave: () => void
}) {
  const call = useCall(joining, requestId)
  return call ? <OpenCall call={call} requestId={requestId} record={record} onLeave={onLeave} /> : <PendingScreen />
}

function useCall(joining: Joining, requestId: string): Call | null {
  const { programme } = useProgramme()
  const [call, setCall] = useState<Call | null>(null)
  useEffect(() => {
    const input = { programmeId: programme.id, requestId }
    const begun = new Call({
      ...joining,
      room: input.requestId,
      askToken: async () => (await api.rooms.issueJoinToken(input)).token,
    })
    setCall(begun)
    // A page that is left says so; one that is merely reloaded finds its place again.
    return () => begun.leave()
    // The choice at the door is made once.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [])
  return call
}

function OpenCall({
  call,
  requestId,
  record,
  onLeave,
}: {
  call: Call
  requestId: string
  record: RoomRecord | null
  onLeave: () => void
}) {
  const t = useMessages(messages)
  const text = useText()
  const view = useSyncExternalStore(call.subscribe, call.view)
  const { room, self } = view
  if (view.phase === 'ended') return <Ended view={view} record={record} onLeave={onLeave} />
  if (view.phase === 'waiting') {
    return (
      <>
        <PageHead title={t('waiting')} lead={t('waitingHint')} />
        <div className={styles.page}>
          <Button onClick={onLeave}>{t('stopWaiting')}</Button>
        </div>
      </>
    )
  }
  if (!room || !self) {
    return (
      <>
        <PageHead title={t('title')} lead={t('connecting')} />
        <PendingScreen />
      </>
    )
  }
  return (
    <>
      <PageHead
        title={t('pair', { host: text(room.host.name), guest: text(room.guest.name) })}
        actions={<Timer room={room} offsetMs={view.clockOffsetMs} isBroker={self.role === 'broker'} call={call} />}
      />
      <div className={styles.page}>
        {view.phase === 'reconnecting' ? (
          <p className={styles.notice} role="status">
            {t('reconnecting')}
          </p>
        ) : null}
        {view.savedLine ? (
          <p className={styles.notice} role="status">
            {t('savedLine')}
          </p>
        ) : null}
        <Knocks knocks={view.knocks} call={call} />
        <Signals signals={view.signals} />
        <div className={styles.room}>
          <div className={styles.main}>
            <Stage view={view} call={call} />
            <Controls view={view} call={call} onLeave={onLeave} />
            <InterpretationBar view={view} self={self} room={room} call={call} />
          </div>
          <SidePanel view={view} call={call} requestId={requestId} />
        </div>
        {record ? <NextRoom after={record} /> : null}
      </div>
    </>
  )
}

const REFUSED: Readonly<Record<string, 'full' | 'too-fast'>> = { 'rooms.full': 'full', 'rooms.too-fast': 'too-fast' }

function Ended({
  view: { ended },
  record,
  onLeave,
}: {
  view: CallView
  record: RoomRecord | null
  onLeave: () => void
}) {
  const t = useMessages(messages)
  const refused = t(`ended.${REFUSED[ended?.code ?? ''] ?? 'refused'}`)
  const sentence = ended?.reason ? t(`ended.${ended.reason}`) : (ended?.sentence ?? refused)
  return (
    <>
      <PageHead title={t('title')} />
      <div className={styles.page}>
        <EmptyState
          title={sentence}
          action={
            <Button variant="filled" onClick={onLeave}>
              {t('back')}
            </Button>
          }
        />
        {record ? <NextRoom after={record} /> : null}
      </div>
    </>
  )
}
