import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { programmeRoute } from '../../shell/routes.ts'
import { readRoomsSearch } from './rooms-search.ts'

const title = { en: 'Rooms', ko: '화상 상담', ru: 'Комнаты' }

const component = lazyRouteComponent(() => import('./list/rooms-screen.tsx'), 'RoomsScreen')

const roomsRoute = createRoute({
  getParentRoute: () => programmeRoute,
  path: '/rooms',
  validateSearch: readRoomsSearch,
  component,
  staticData: { stage: 'rooms', title },
})

const myRoomsRoute = createRoute({
  getParentRoute: () => programmeRoute,
  path: '/my/rooms',
  validateSearch: readRoomsSearch,
  component: lazyRouteComponent(() => import('./list/rooms-screen.tsx'), 'MyRoomsScreen'),
  staticData: { title },
})

const roomRoute = createRoute({
  getParentRoute: () => programmeRoute,
  path: '/rooms/$requestId',
  component: lazyRouteComponent(() => import('./room-screen.tsx'), 'RoomScreen'),
  staticData: { stage: 'rooms', title: { en: 'Room', ko: '상담실', ru: 'Комната' } },
})

export const roomsRoutes = [roomsRoute, myRoomsRoute, roomRoute] as const
