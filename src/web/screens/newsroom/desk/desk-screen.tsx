import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { query } from '../../../api.ts'
import { PendingScreen } from '../../../shell/pending-screen.tsx'
import { useProgramme } from '../../../shell/programme-context.ts'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import { ArticleDesk } from './article-desk.tsx'

const route = getRouteApi('/programmes/$programmeId/newsroom/$articleId')

/** Where an article is written, held against the records, published and corrected. */
export function DeskScreen() {
  const { programme } = useProgramme()
  const { articleId } = route.useParams()
  const { data, error, refetch } = useQuery(
    query.newsroom.readArticle.queryOptions({ input: { programmeId: programme.id, articleId } }),
  )
  if (error && !data) return <ProblemNotice error={error} onRetry={() => void refetch()} />
  if (!data) return <PendingScreen />
  return <ArticleDesk key={articleId} desk={data} />
}
