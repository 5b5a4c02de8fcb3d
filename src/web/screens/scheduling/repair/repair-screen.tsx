import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { PendingScreen } from '../../../shell/pending-screen.tsx'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import { boardQuery } from '../board/use-draft-edits.ts'
import { useLiveBoard } from '../board/use-live-board.ts'
import { RepairPage } from './repair-page.tsx'

const route = getRouteApi('/programmes/$programmeId/events/$eventId/repair')

/** Something has happened: what now? */
export function RepairScreen() {
  const input = route.useParams()
  const { what, id } = route.useSearch()
  useLiveBoard(input)
  const { data, error, refetch } = useQuery(boardQuery(input))
  if (error && !data) return <ProblemNotice error={error} onRetry={() => void refetch()} />
  if (!data) return <PendingScreen />
  return <RepairPage key={`${what} ${id}`} {...input} board={data} what={what} id={id} />
}
