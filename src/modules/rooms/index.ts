import { roomsRoutes } from './http/routes.ts'
import { mountSignalling } from './http/signalling/mount-signalling.ts'
import { startRoomsJobs } from './jobs/conclude-meetings.ts'
import { messages } from './messages.ts'
import { summariseRooms } from './queries/summarise-rooms.ts'

export { relayConfiguration, type RelayPlace } from './domain/relay-configuration.ts'
export type { RoomsTables } from './store/tables.ts'

export const roomsModule = {
  name: 'rooms',
  routes: roomsRoutes,
  summariseStage: summariseRooms,
  startJobs: startRoomsJobs,
  mount: mountSignalling,
  messages,
} as const
