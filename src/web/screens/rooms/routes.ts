import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { programmeRoute } from '../../shell/routes.ts'

const title = { en: 'Rooms', ko: '화상 상담', ru: 'Комнаты' }

export interface RoomsSearch {
  /** A day by the clock of the programme's first side, `2020-10-26`. */
  readonly day?: string
}

const validateSearch = (search: Record<string, unknown>): RoomsSearch =>
  typeof search.day === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(search.day) ? { day: search.day } : {}

const component = lazyRouteComponent(() => import('./list/rooms-screen.tsx'), 'RoomsScreen')

const roomsRoute = createRoute({
  getParentRoute: () => programmeRoute,
  path: '/rooms',
  validateSearch,
  component,
  staticData: { stage: 'rooms', title },
})

const myRoomsRoute = createRoute({
  getParentRoute: () => programmeRoute,
  path: '/my/rooms',
  validateSearch,
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
