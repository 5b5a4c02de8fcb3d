import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { programmeRoute } from '../../shell/routes.ts'
import { readSettingsSearch } from './settings-search.ts'

const overviewRoute = createRoute({
  getParentRoute: () => programmeRoute,
  path: '/',
  component: lazyRouteComponent(() => import('./overview-screen.tsx'), 'OverviewScreen'),
  staticData: { stage: 'programmes', title: { en: 'Overview', ko: '개요', ru: 'Обзор' } },
})

const settingsRoute = createRoute({
  getParentRoute: () => programmeRoute,
  path: '/settings',
  validateSearch: readSettingsSearch,
  component: lazyRouteComponent(() => import('./settings-screen.tsx'), 'SettingsScreen'),
  staticData: { stage: 'programmes', title: { en: 'Settings', ko: '설정', ru: 'Настройки' } },
})

const newProgrammeRoute = createRoute({
  getParentRoute: () => programmeRoute,
  path: '/settings/new-programme',
  component: lazyRouteComponent(() => import('./new-programme-screen.tsx'), 'NewProgrammeScreen'),
  staticData: { stage: 'programmes', title: { en: 'New programme', ko: '새 사업', ru: 'Новая программа' } },
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

export const programmesRoutes = [
  overviewRoute,
  settingsRoute,
  newProgrammeRoute,
  webhooksRoute,
  operationsRoute,
] as const
