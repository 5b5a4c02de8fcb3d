import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { programmeRoute } from '../../shell/routes.ts'

const overviewRoute = createRoute({
  getParentRoute: () => programmeRoute,
  path: '/',
  component: lazyRouteComponent(() => import('./overview-screen.tsx'), 'OverviewScreen'),
  staticData: { stage: 'programmes', title: { en: 'Overview', ko: '개요', ru: 'Обзор' } },
})

export const programmesRoutes = [overviewRoute] as const
