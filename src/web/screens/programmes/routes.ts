import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { programmeRoute } from '../../shell/routes.ts'

const overviewRoute = createRoute({
  getParentRoute: () => programmeRoute,
  path: '/',
  component: lazyRouteComponent(() => import('./overview-screen.tsx'), 'OverviewScreen'),
  staticData: { stage: 'programmes', title: { en: 'Overview', ko: '개요', ru: 'Обзор' } },
})

const webhooksRoute = createRoute({
  getParentRoute: () => programmeRoute,
  path: '/settings/webhooks',
  component: lazyRouteComponent(() => import('./webhooks-screen.tsx'), 'WebhooksScreen'),
  staticData: { stage: 'programmes', title: { en: 'Webhooks', ko: '웹훅', ru: 'Вебхуки' } },
})

const operationsRoute = createRoute({
  getParentRoute: () => programmeRoute,
  path: '/operations',
  component: lazyRouteComponent(() => import('./operations-screen.tsx'), 'OperationsScreen'),
  staticData: { stage: 'programmes', title: { en: 'Operations', ko: '운영 현황', ru: 'Состояние системы' } },
})

export const programmesRoutes = [overviewRoute, webhooksRoute, operationsRoute] as const
