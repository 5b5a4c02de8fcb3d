import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { query } from '../../../api.ts'
import { PendingScreen } from '../../../shell/pending-screen.tsx'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import { useLiveBoard } from '../board/use-live-board.ts'
import { boardQuery } from '../board/use-draft-edits.ts'
import { FairnessPage } from './fairness-page.tsx'

const route = getRouteApi('/programmes/$programmeId/events/$eventId/fairness')

/** Who asked for how much and got it, with what waiting and at what hours. */
export function FairnessScreen() {
  const input = route.useParams()
  useLiveBoard(input)
  const board = useQuery(boardQuery(input))
  const revision = board.data?.revision
  const picture = useQuery({
    ...query.scheduling.readFairness.queryOptions({ input, enabled: revision !== undefined && revision > 0 }),
    staleTime: 0,
  })
  const failed = [board, picture].find(({ error, data }) => error && !data)
  if (failed) return <ProblemNotice error={failed.error} onRetry={() => void failed.refetch()} />
  if (!board.data || (board.data.revision > 0 && !picture.data)) return <PendingScreen />
  return <FairnessPage {...input} board={board.data} picture={picture.data ?? null} />
}
