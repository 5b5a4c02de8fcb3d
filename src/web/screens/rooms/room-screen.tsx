import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Suspense, lazy, useState } from 'react'
import { query } from '../../api.ts'
import { useMessages, useText } from '../../locale.tsx'
import { toProblem } from '../../problem.ts'
import { PendingScreen } from '../../shell/pending-screen.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { Door } from './door/door.tsx'
import type { Joining } from './door/joining.ts'
import { OutsiderDoor } from './door/outsider-door.tsx'
import { messages } from './messages.ts'
import { RoomRecordView } from './record/room-record.tsx'
import { TONES, stateOf } from './room-words.ts'
import type { RoomRecord } from './shapes.ts'
import styles from './page.module.css'

// Picture and sound need their own code; who only looks at the record need not load it.
const CallScreen = lazy(() => import('./call/call-screen.tsx').then(({ CallScreen: View }) => ({ default: View })))

const REFRESH_MS = 10_000

/** One room: the door before the call, the call, and what is kept of it. */
export function RoomScreen() {
  const { requestId = '' } = useParams({ strict: false })
  const { programme } = useProgramme()
  const input = { programmeId: programme.id, requestId }
  const queries = useQueryClient()
  const [joining, setJoining] = useState<Joining | null>(null)
  const { data, error, refetch } = useQuery(
    query.rooms.readRoom.queryOptions({ input, refetchInterval: joining ? false : REFRESH_MS }),
  )
  if (joining) {
    const leave = () => {
      setJoining(null)
      void queries.invalidateQueries({ queryKey: query.rooms.key() })
    }
    return (
      <Suspense fallback={<PendingScreen />}>
        <CallScreen joining={joining} requestId={requestId} record={data ?? null} onLeave={leave} />
      </Suspense>
    )
  }
  if (error && !data) {
    // Somebody else's room and none at all look alike: one may knock at both.
    if (toProblem(error).status === 404) return <OutsiderDoor onJoin={setJoining} />
    return <ProblemNotice error={error} onRetry={() => void refetch()} />
  }
  if (!data) return <PendingScreen />
  return <RoomPage room={data} onJoin={setJoining} />
}

function RoomPage({ room, onJoin }: { room: RoomRecord; onJoin: (joining: Joining) => void }) {
  const t = useMessages(messages)
  const text = useText()
  const state = stateOf(room)
  return (
    <>
      <PageHead
        title={t('between', { host: text(room.host.name), guest: text(room.guest.name) })}
        badge={<StatusBadge tone={TONES[state]}>{t(`states.${state}`)}</StatusBadge>}
        lead={text(room.eventName)}
      />
      <div className={styles.page}>
        <Door room={room} onJoin={onJoin} />
        <RoomRecordView room={room} />
      </div>
    </>
  )
}
