import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { query } from '../../../api.ts'
import { PendingScreen } from '../../../shell/pending-screen.tsx'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import { ReleasePage } from './release-page.tsx'

const route = getRouteApi('/programmes/$programmeId/events/$eventId/release')

/** What the draft would change for whom, and the button that makes it so. */
export function ReleaseScreen() {
  const input = route.useParams()
  const board = useQuery(query.scheduling.readBoard.queryOptions({ input }))
  const comparison = useQuery({ ...query.scheduling.compareWithReleased.queryOptions({ input }), staleTime: 0 })
  const versions = useQuery(query.scheduling.listVersions.queryOptions({ input }))
  const failed = [board, comparison, versions].find(({ error, data }) => error && !data)
  if (failed) return <ProblemNotice error={failed.error} onRetry={() => void failed.refetch()} />
  if (!board.data || !comparison.data || !versions.data) return <PendingScreen />
  return <ReleasePage {...input} board={board.data} comparison={comparison.data} versions={versions.data.rows} />
}
