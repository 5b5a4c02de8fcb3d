import { useQuery } from '@tanstack/react-query'
import { query } from '../../api.ts'
import { useMessages } from '../../locale.tsx'
import { PendingScreen } from '../../shell/pending-screen.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { InterpreterHours } from './interpreter-hours.tsx'
import { messages } from './messages.ts'
import { OwnParticipation } from './own-participation.tsx'
import page from './page.module.css'

/** A representative's own hours in every event; an interpreter's timeslots to read. */
export function MyAvailabilityScreen() {
  const t = useMessages(messages)
  const { programme, grants } = useProgramme()
  const { data, error, refetch } = useQuery(
    query.events.listEvents.queryOptions({ input: { programmeId: programme.id } }),
  )
  const companies = grants.flatMap(({ role, scopeId }) =>
    role === 'company-representative' && scopeId ? [scopeId] : [],
  )
  if (error && !data) return <ProblemNotice error={error} onRetry={() => void refetch()} />
  if (!data) return <PendingScreen />
  return (
    <>
      <PageHead title={t('mine.title')} lead={t(companies.length > 0 ? 'mine.lead' : 'mine.leadInterpreter')} />
      <div className={page.page}>
        {data.rows.length === 0 ? <EmptyState title={t('mine.none')}>{t('mine.noneHint')}</EmptyState> : null}
        {data.rows.map(({ id }) =>
          companies.length > 0 ? (
            companies.map((companyId) => (
              <OwnParticipation key={`${id} ${companyId}`} eventId={id} companyId={companyId} />
            ))
          ) : (
            <InterpreterHours key={id} eventId={id} />
          ),
        )}
      </div>
    </>
  )
}
