import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { programmeRoute } from '../../shell/routes.ts'
import { type DeskView, deskViewOf } from './desk-view.ts'

const STAGE = 'compliance' as const
const deskRoute = createRoute({
  getParentRoute: () => programmeRoute,
  path: '/screening',
  validateSearch: ({ view }: Record<string, unknown>): { view?: DeskView } => {
    const found = deskViewOf(view)
    return found ? { view: found } : {}
  },
  component: lazyRouteComponent(() => import('./desk-screen.tsx'), 'DeskScreen'),
  staticData: { stage: STAGE, title: { en: 'Compliance', ko: '규제 확인', ru: 'Проверка' } },
})

const partyRoute = createRoute({
  getParentRoute: () => programmeRoute,
  path: '/screening/$screeningId',
  component: lazyRouteComponent(() => import('./party-screen.tsx'), 'PartyScreen'),
  staticData: { stage: STAGE, title: { en: 'Party', ko: '확인 대상', ru: 'Сторона' } },
})

export const complianceRoutes = [deskRoute, partyRoute] as const
