import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { programmeRoute } from '../../shell/routes.ts'

const peopleRoute = createRoute({
  getParentRoute: () => programmeRoute,
  path: '/people',
  component: lazyRouteComponent(() => import('./people-screen.tsx'), 'PeopleScreen'),
  staticData: { stage: 'accounts', title: { en: 'People', ko: '사용자', ru: 'Участники системы' } },
})

const accountRoute = createRoute({
  getParentRoute: () => programmeRoute,
  path: '/my/account',
  component: lazyRouteComponent(() => import('./account-screen.tsx'), 'AccountScreen'),
  staticData: { title: { en: 'Sign-in and devices', ko: '로그인 및 기기', ru: 'Вход и устройства' } },
})

export const peopleRoutes = [peopleRoute, accountRoute] as const
