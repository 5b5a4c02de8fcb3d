import { useQuery } from '@tanstack/react-query'
import { Link, getRouteApi } from '@tanstack/react-router'
import { query } from '../../api.ts'
import { useMessages, useNumbers } from '../../locale.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import { ViewTabs } from '../../ui/view-tabs.tsx'
import { messages } from './messages.ts'
import type { RequestView } from './request-search.ts'
import styles from './request-tabs.module.css'
import { STATUSES } from './shapes.ts'

const route = getRouteApi('/programmes/$programmeId/requests')

/** One tab a state with its count; the pairs that never meet stand apart at the end. */
export function RequestTabs({ eventId }: { eventId: string }) {
  const t = useMessages(messages)
  const { number } = useNumbers()
  const { programme, roles } = useProgramme()
  const search = route.useSearch()
  const isOperator = roles.includes('operator')
  const ofEvent = { programmeId: programme.id, eventId }
  const counts = useQuery(
    query.meetings.listMeetingRequests.queryOptions({
      input: { ...ofEvent, pageSize: 1, ...(search.company === undefined ? {} : { companyId: search.company }) },
    }),
  )
  const never = useQuery({ ...query.meetings.listNeverMeet.queryOptions({ input: ofEvent }), enabled: isOperator })
  const byStatus = counts.data?.byStatus
  const all = byStatus ? STATUSES.reduce((sum, status) => sum + (byStatus[status] ?? 0), 0) : null
  const tab = (view: RequestView | undefined, label: string, count: number | null) => (
    <li key={view ?? 'all'} data-view={view ?? 'all'}>
      <Link
        to="/programmes/$programmeId/requests"
        params={{ programmeId: programme.id }}
        search={({ page: _page, view: _view, ...rest }) => ({ ...rest, ...(view === undefined ? {} : { view }) })}
        activeOptions={{ exact: true, includeSearch: true }}
        activeProps={{ 'aria-current': undefined }}
        aria-current={view === search.view ? 'page' : undefined}
        resetScroll={false}
      >
        {label} {count === null ? null : <small>{number(count)}</small>}
      </Link>
    </li>
  )
  return (
    <ViewTabs label={t('tabs.label')} className={styles.tabs}>
      {tab(undefined, t('tabs.all'), all)}
      {STATUSES.map((status) => tab(status, t(`statuses.${status}`), byStatus ? (byStatus[status] ?? 0) : null))}
      {isOperator ? tab('never', t('tabs.never'), never.data?.rows.length ?? null) : null}
    </ViewTabs>
  )
}
