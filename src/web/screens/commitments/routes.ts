import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { programmeRoute } from '../../shell/routes.ts'
import { readCommitmentSearch, readExampleSearch } from './commitment-search.ts'

const TITLE = { en: 'Commitments', ko: '이행 약속', ru: 'Обязательства' }
const ONE = { en: 'Promise', ko: '약속', ru: 'Обязательство' }

const commitmentsRoute = createRoute({
  getParentRoute: () => programmeRoute,
  path: '/commitments',
  validateSearch: readCommitmentSearch,
  component: lazyRouteComponent(() => import('./commitments-screen.tsx'), 'CommitmentsScreen'),
  staticData: { stage: 'commitments', title: TITLE },
})

const examplesRoute = createRoute({
  getParentRoute: () => programmeRoute,
  path: '/commitments/examples',
  validateSearch: readExampleSearch,
  component: lazyRouteComponent(() => import('./examples-screen.tsx'), 'ExamplesScreen'),
  staticData: {
    stage: 'commitments',
    title: { en: 'Worked examples', ko: '판정 예시', ru: 'Примеры расчёта' },
  },
})

const commitmentRoute = createRoute({
  getParentRoute: () => programmeRoute,
  path: '/commitments/$commitmentId',
  component: lazyRouteComponent(() => import('./commitment-screen.tsx'), 'CommitmentScreen'),
  staticData: { stage: 'commitments', title: ONE },
})

const myCommitmentsRoute = createRoute({
  getParentRoute: () => programmeRoute,
  path: '/my/commitments',
  component: lazyRouteComponent(() => import('./mine/my-commitments-screen.tsx'), 'MyCommitmentsScreen'),
  staticData: { title: TITLE },
})

const myCommitmentRoute = createRoute({
  getParentRoute: () => programmeRoute,
  path: '/my/commitments/$commitmentId',
  component: lazyRouteComponent(() => import('./commitment-screen.tsx'), 'MyCommitmentScreen'),
  staticData: { title: ONE },
})

export const commitmentsRoutes = [
  commitmentsRoute,
  examplesRoute,
  commitmentRoute,
  myCommitmentsRoute,
  myCommitmentRoute,
] as const
