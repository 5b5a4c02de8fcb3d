import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { programmeRoute } from '../../shell/routes.ts'
import { readRequestSearch } from './request-search.ts'

const requestsRoute = createRoute({
  getParentRoute: () => programmeRoute,
  path: '/requests',
  validateSearch: readRequestSearch,
  component: lazyRouteComponent(() => import('./requests-screen.tsx'), 'RequestsScreen'),
  staticData: { stage: 'meetings', title: { en: 'Requests', ko: '상담 신청', ru: 'Заявки' } },
})

const myRequestsRoute = createRoute({
  getParentRoute: () => programmeRoute,
  path: '/my/requests',
  component: lazyRouteComponent(() => import('./mine/my-requests-screen.tsx'), 'MyRequestsScreen'),
  staticData: { title: { en: 'Requests', ko: '상담 신청', ru: 'Заявки' } },
})

/** Where a representative or an interpreter lands. */
const homeRoute = createRoute({
  getParentRoute: () => programmeRoute,
  path: '/my',
  component: lazyRouteComponent(() => import('./home/home-screen.tsx'), 'HomeScreen'),
  staticData: { title: { en: 'Home', ko: '홈', ru: 'Главная' } },
})

export const meetingsRoutes = [requestsRoute, homeRoute, myRequestsRoute] as const
