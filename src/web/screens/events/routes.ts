import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { programmeRoute } from '../../shell/routes.ts'
import type { EventView } from './event-views.ts'

const STAGE = 'events' as const

/** The stage's link in the chain: on to the event, or the list of several. */
const listRoute = createRoute({
  getParentRoute: () => programmeRoute,
  path: '/event',
  component: lazyRouteComponent(() => import('./events-screen.tsx'), 'EventsScreen'),
  staticData: { stage: STAGE, title: { en: 'Events', ko: '상담회', ru: 'Мероприятия' } },
})

const eventRoute = createRoute({
  getParentRoute: () => programmeRoute,
  path: '/events/$eventId',
  validateSearch: ({ view }: Record<string, unknown>): { view?: Exclude<EventView, 'setup'> } => {
    return view === 'participants' || view === 'interpreters' ? { view } : {}
  },
  component: lazyRouteComponent(() => import('./event-screen.tsx'), 'EventScreen'),
  staticData: { stage: STAGE, title: { en: 'Event', ko: '상담회', ru: 'Мероприятие' } },
})

const myAvailabilityRoute = createRoute({
  getParentRoute: () => programmeRoute,
  path: '/my/availability',
  component: lazyRouteComponent(() => import('./my-availability-screen.tsx'), 'MyAvailabilityScreen'),
  staticData: { title: { en: 'My hours', ko: '내 참여 시간', ru: 'Моё время' } },
})

export const eventsRoutes = [listRoute, eventRoute, myAvailabilityRoute] as const
