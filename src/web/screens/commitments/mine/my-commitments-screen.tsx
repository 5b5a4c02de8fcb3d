import { useQuery } from '@tanstack/react-query'
import { query } from '../../../api.ts'
import { useMessages } from '../../../locale.tsx'
import { PendingScreen } from '../../../shell/pending-screen.tsx'
import { useProgramme } from '../../../shell/programme-context.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import { useCommitmentColumns } from '../commitment-columns.tsx'
import { messages } from '../messages.ts'
import page from '../page.module.css'
import type { Commitment } from '../shapes.ts'
import { ResultsToConfirm } from './results-to-confirm.tsx'

/** A representative's own promises, those made to the company, and results that wait for its word. */
export function MyCommitmentsScreen() {
  const t = useMessages(messages)
  const { programme, grants } = useProgramme()
  const own = new Set(grants.flatMap(({ role, scopeId }) => (role === 'company-representative' ? [scopeId] : [])))
  const { data, error, refetch } = useQuery(
    query.commitments.listCommitments.queryOptions({ input: { programmeId: programme.id } }),
  )
  if (error && !data) return <ProblemNotice error={error} onRetry={() => void refetch()} />
  if (!data) return <PendingScreen />
  const isOurs = ({ parties, partyId }: Commitment) =>
    parties.some(({ id, companyId }) => id === partyId && companyId !== null && own.has(companyId))
  return (
    <>
      <PageHead title={t('mine.title')} lead={t('mine.lead')} />
      <div className={page.page}>
        <CommitmentsOf title={t('mine.own')} rows={data.rows.filter(isOurs)} empty={t('mine.ownNone')} />
        <CommitmentsOf
          title={t('mine.toUs')}
          rows={data.rows.filter((row) => !isOurs(row))}
          empty={t('mine.toUsNone')}
        />
        <ResultsToConfirm />
      </div>
    </>
  )
}

function CommitmentsOf({ title, rows, empty }: { title: string; rows: readonly Commitment[]; empty: string }) {
  const columns = useCommitmentColumns('mine')
  const waits = ({ status, may }: Commitment) =>
    status === 'overdue' || status === 'objected' || (status === 'evidence-given' && may.judgeFor.length > 0)
  return (
    <section>
      <h2 className={page.label}>{title}</h2>
      {rows.length === 0 ? (
        <p className={page.quiet}>{empty}</p>
      ) : (
        <DataTable
          label={title}
          rows={rows}
          columns={columns}
          rowKey={({ id }) => id}
          rowNote={(row) => (waits(row) ? 'hand' : undefined)}
        />
      )}
    </section>
  )
}
