import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { programmeRoute } from '../../shell/routes.ts'
import { readMatchSearch } from './match-search.ts'

const matchingRoute = createRoute({
  getParentRoute: () => programmeRoute,
  path: '/matching',
  staticData: { stage: 'matching', title: { en: 'Matches', ko: '매칭', ru: 'Подбор партнёров' } },
})

const indexRoute = createRoute({
  getParentRoute: () => matchingRoute,
  path: '/',
  validateSearch: readMatchSearch,
  component: lazyRouteComponent(() => import('./matching-screen.tsx'), 'MatchingScreen'),
})

const WHY = { title: { en: 'Why these two', ko: '매칭 근거', ru: 'Почему эти двое' } }
const explain = lazyRouteComponent(() => import('./explain-screen.tsx'), 'ExplainScreen')

const explainRoute = createRoute({
  getParentRoute: () => matchingRoute,
  path: '/$companyId/$partnerId',
  component: explain,
  staticData: WHY,
})

/** What a representative sees: the partners of the own company, and why they fit. */
const myPartnersRoute = createRoute({
  getParentRoute: () => programmeRoute,
  path: '/my/partners',
  staticData: { title: { en: 'Partners', ko: '추천 파트너', ru: 'Партнёры' } },
})

const myPartnersIndexRoute = createRoute({
  getParentRoute: () => myPartnersRoute,
  path: '/',
  component: lazyRouteComponent(() => import('./my-partners-screen.tsx'), 'MyPartnersScreen'),
})

const myExplainRoute = createRoute({
  getParentRoute: () => myPartnersRoute,
  path: '/$companyId/$partnerId',
  component: explain,
  staticData: WHY,
})

export const matchingRoutes = [
  matchingRoute.addChildren([indexRoute, explainRoute]),
  myPartnersRoute.addChildren([myPartnersIndexRoute, myExplainRoute]),
] as const
