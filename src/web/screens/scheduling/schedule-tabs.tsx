import { Link } from '@tanstack/react-router'
import { useMessages } from '../../locale.tsx'
import { ViewTabs } from '../../ui/view-tabs.tsx'
import { messages } from './messages.ts'

const TABS = [
  { id: 'board', to: '/programmes/$programmeId/events/$eventId/schedule' },
  { id: 'repair', to: '/programmes/$programmeId/events/$eventId/repair' },
  { id: 'whatIf', to: '/programmes/$programmeId/events/$eventId/what-if' },
  { id: 'fairness', to: '/programmes/$programmeId/events/$eventId/fairness' },
] as const

/** The four pages of one event's draft. Who only reads has nothing to repair. */
export function ScheduleTabs({
  programmeId,
  eventId,
  mayEdit,
}: {
  programmeId: string
  eventId: string
  mayEdit: boolean
}) {
  const t = useMessages(messages)
  return (
    <ViewTabs label={t('tabs.label')} wide>
      {TABS.filter(({ id }) => mayEdit || id !== 'repair').map(({ id, to }) => (
        <li key={id}>
          <Link
            to={to}
            params={{ programmeId, eventId }}
            activeOptions={{ exact: true, includeSearch: false }}
            activeProps={{ 'aria-current': 'page' }}
          >
            {t(`tabs.${id}`)}
          </Link>
        </li>
      ))}
    </ViewTabs>
  )
}
