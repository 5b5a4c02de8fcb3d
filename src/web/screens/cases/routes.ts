import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { programmeRoute } from '../../shell/routes.ts'
import { readCaseSearch } from './case-search.ts'

const casesRoute = createRoute({
  getParentRoute: () => programmeRoute,
  path: '/cases',
  validateSearch: readCaseSearch,
  component: lazyRouteComponent(() => import('./cases-screen.tsx'), 'CasesScreen'),
  staticData: { stage: 'cases', title: { en: 'Cases', ko: '후속 관리', ru: 'Сопровождение' } },
})

const caseRoute = createRoute({
  getParentRoute: () => programmeRoute,
  path: '/cases/$caseId',
  component: lazyRouteComponent(() => import('./case-screen.tsx'), 'CaseScreen'),
  staticData: { stage: 'cases', title: { en: 'Case', ko: '후속 건', ru: 'Дело' } },
})

export const casesRoutes = [casesRoute, caseRoute] as const
