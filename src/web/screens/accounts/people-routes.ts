import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { programmeRoute } from '../../shell/routes.ts'

const peopleRoute = createRoute({
  getParentRoute: () => programmeRoute,
  path: '/people',
  component: lazyRouteComponent(() => import('./people-screen.tsx'), 'PeopleScreen'),
  staticData: { stage: 'accounts', title: { en: 'People', ko: '사용자', ru: 'Участники системы' } },
})

export const peopleRoutes = [peopleRoute] as const
