import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { query } from '../../api.ts'
import { useText } from '../../locale.tsx'
import { PendingScreen } from '../../shell/pending-screen.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import type { Place } from './commitment-columns.tsx'
import { CommitmentDeeds } from './commitment-deeds.tsx'
import { CommitmentFacts } from './commitment-facts.tsx'
import { STATUS_TONES, useCommitmentWords } from './commitment-words.ts'
import { CriteriaPanel } from './criteria-panel.tsx'
import { EvidencePanel } from './evidence-panel.tsx'
import page from './page.module.css'
import { OneTimeline } from './timeline/one-timeline.tsx'

const inChain = getRouteApi('/programmes/$programmeId/commitments/$commitmentId')
const among = getRouteApi('/programmes/$programmeId/my/commitments/$commitmentId')

export function CommitmentScreen() {
  const { commitmentId } = inChain.useParams()
  return <CommitmentPage key={commitmentId} commitmentId={commitmentId} place="chain" />
}

export function MyCommitmentScreen() {
  const { commitmentId } = among.useParams()
  return <CommitmentPage key={commitmentId} commitmentId={commitmentId} place="mine" />
}

/** One promise: what it is, the agreement over time, what it is judged by, and what was shown for it. */
function CommitmentPage({ commitmentId, place }: { commitmentId: string; place: Place }) {
  const text = useText()
  const words = useCommitmentWords()
  const { programme } = useProgramme()
  const { data, error, refetch } = useQuery(
    query.commitments.readCommitment.queryOptions({ input: { programmeId: programme.id, commitmentId } }),
  )
  if (error && !data) return <ProblemNotice error={error} onRetry={() => void refetch()} />
  if (!data) return <PendingScreen />
  return (
    <>
      <PageHead
        title={text(data.what)}
        badge={<StatusBadge tone={STATUS_TONES[data.status]}>{words(`statuses.${data.status}`)}</StatusBadge>}
        lead={`${data.agreement.number} · ${text(data.agreement.title)}`}
        actions={<CommitmentDeeds commitment={data} />}
      />
      <div className={page.page}>
        <div className={page.columns}>
          <div className={page.stack}>
            <EvidencePanel commitment={data} />
            <CriteriaPanel commitment={data} />
          </div>
          <div className={page.stack}>
            <CommitmentFacts commitment={data} />
          </div>
        </div>
        <OneTimeline commitment={data} place={place} />
      </div>
    </>
  )
}
