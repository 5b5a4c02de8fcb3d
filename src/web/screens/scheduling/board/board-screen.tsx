import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useZones } from '../../../ui/time.tsx'
import { PendingScreen } from '../../../shell/pending-screen.tsx'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import { useLiveBoard } from './use-live-board.ts'
import { ScheduleBoard } from './schedule-board.tsx'
import { boardQuery } from './use-draft-edits.ts'

const route = getRouteApi('/programmes/$programmeId/events/$eventId/schedule')

/** Others may edit too: the server says so; without a stream the board asks again now and then. */
const REFRESH_MS = 20_000
const REFRESH_LIVE_MS = 300_000

export function BoardScreen() {
  const input = route.useParams()
  const zones = useZones()
  const isLive = useLiveBoard(input)
  const refetchInterval = isLive ? REFRESH_LIVE_MS : REFRESH_MS
  const { data, error, refetch } = useQuery({ ...boardQuery(input), refetchInterval })
  if (error && !data) return <ProblemNotice error={error} onRetry={() => void refetch()} />
  if (!data) return <PendingScreen />
  // Day tabs and rows are cut by the leading zone: another event starts afresh.
  return <ScheduleBoard key={`${input.eventId} ${zones[0]?.zone}`} programmeId={input.programmeId} board={data} />
}
