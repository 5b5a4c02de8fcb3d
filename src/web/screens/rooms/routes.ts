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

const deskRoute = createRoute({
  getParentRoute: () => programmeRoute,
  path: '/rooms/desk',
  validateSearch: readRoomsSearch,
  component: lazyRouteComponent(() => import('./desk/desk-screen.tsx'), 'DeskScreen'),
  staticData: { stage: 'rooms', title: { en: 'Live desk', ko: '현장 상황판', ru: 'Пульт дня' } },
})

const roomRoute = createRoute({
  getParentRoute: () => programmeRoute,
  path: '/rooms/$requestId',
  component: lazyRouteComponent(() => import('./room-screen.tsx'), 'RoomScreen'),
  staticData: { stage: 'rooms', title: { en: 'Room', ko: '상담실', ru: 'Комната' } },
})

const logTitle = { en: 'Meeting logs', ko: '상담일지', ru: 'Протоколы встреч' }

const logsRoute = createRoute({
  getParentRoute: () => programmeRoute,
  path: '/rooms/logs',
  component: lazyRouteComponent(() => import('./log/logs-screen.tsx'), 'LogsScreen'),
  staticData: { stage: 'rooms', title: logTitle },
})

const myLogsRoute = createRoute({
  getParentRoute: () => programmeRoute,
  path: '/my/logs',
  component: lazyRouteComponent(() => import('./log/logs-screen.tsx'), 'MyLogsScreen'),
  staticData: { title: logTitle },
})

const logRoute = createRoute({
  getParentRoute: () => programmeRoute,
  path: '/rooms/$requestId/log',
  component: lazyRouteComponent(() => import('./log/log-screen.tsx'), 'LogScreen'),
  staticData: { stage: 'rooms', title: { en: 'Meeting log', ko: '상담일지', ru: 'Протокол встречи' } },
})

export const roomsRoutes = [roomsRoute, deskRoute, myRoomsRoute, roomRoute, logsRoute, myLogsRoute, logRoute] as const
