import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { PendingScreen } from '../../../shell/pending-screen.tsx'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import { boardQuery } from '../board/use-draft-edits.ts'
import { useStudies } from './use-studies.ts'
import { WhatIfPage } from './what-if-page.tsx'

const route = getRouteApi('/programmes/$programmeId/events/$eventId/what-if')

/** What more or less of something would change, as curves. */
export function WhatIfScreen() {
  const input = route.useParams()
  const board = useQuery(boardQuery(input))
  const studies = useStudies(input)
  const failed = [board, studies].find(({ error, data }) => error && !data)
  if (failed) return <ProblemNotice error={failed.error} onRetry={() => void failed.refetch()} />
  if (!board.data || !studies.data) return <PendingScreen />
  return <WhatIfPage {...input} board={board.data} studies={studies.data.rows} />
}
