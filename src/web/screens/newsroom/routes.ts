import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { programmeRoute } from '../../shell/routes.ts'

const newsroomRoute = createRoute({
  getParentRoute: () => programmeRoute,
  path: '/newsroom',
  staticData: { stage: 'newsroom', title: { en: 'Newsroom', ko: '뉴스룸', ru: 'Новости' } },
})

const listRoute = createRoute({
  getParentRoute: () => newsroomRoute,
  path: '/',
  component: lazyRouteComponent(() => import('./newsroom-screen.tsx'), 'NewsroomScreen'),
})

const articleRoute = createRoute({
  getParentRoute: () => newsroomRoute,
  path: '/$articleId',
  component: lazyRouteComponent(() => import('./desk/desk-screen.tsx'), 'DeskScreen'),
  staticData: { title: { en: 'Article', ko: '기사', ru: 'Публикация' } },
})

export const newsroomRoutes = [newsroomRoute.addChildren([listRoute, articleRoute])] as const
