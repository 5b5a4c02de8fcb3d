import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { programmeRoute } from '../../shell/routes.ts'
import { readOutcomeSearch } from './outcome-search.ts'

const outcomesRoute = createRoute({
  getParentRoute: () => programmeRoute,
  path: '/outcomes',
  validateSearch: readOutcomeSearch,
  component: lazyRouteComponent(() => import('./outcomes-screen.tsx'), 'OutcomesScreen'),
  staticData: { stage: 'outcomes', title: { en: 'Outcomes', ko: '성과', ru: 'Результаты' } },
})

const outcomeRoute = createRoute({
  getParentRoute: () => programmeRoute,
  path: '/outcomes/$outcomeId',
  component: lazyRouteComponent(() => import('./outcome-screen.tsx'), 'OutcomeScreen'),
  staticData: { stage: 'outcomes', title: { en: 'Record', ko: '성과 기록', ru: 'Запись' } },
})

const figureRoute = createRoute({
  getParentRoute: () => programmeRoute,
  path: '/outcomes/figures/$figureId',
  validateSearch: ({ asOf }: Record<string, unknown>) => {
    const read = readOutcomeSearch({ asOf })
    return read.asOf === undefined ? {} : { asOf: read.asOf }
  },
  component: lazyRouteComponent(() => import('./figure-screen.tsx'), 'FigureScreen'),
  staticData: { stage: 'outcomes', title: { en: 'Figure', ko: '수치', ru: 'Показатель' } },
})

export const outcomesRoutes = [outcomesRoute, figureRoute, outcomeRoute] as const
