import type { Platform } from '../../platform/context.ts'
import { roomsRoutes } from './http/routes.ts'
import { mountSignalling } from './http/signalling/mount-signalling.ts'
import { startRoomsJobs } from './jobs/conclude-meetings.ts'
import { startMeetingReminders } from './jobs/remind-meetings.ts'
import { messages } from './messages.ts'
import { deskTopic } from './queries/desk-topic.ts'
import { summariseRooms } from './queries/summarise-rooms.ts'
import { personalData, retention } from './store/personal-data.ts'

export { relayConfiguration, type RelayPlace } from './domain/relay-configuration.ts'
export { nextStepOf } from './domain/log.ts'
export { signLog } from './operations/sign-log.ts'
export { writeLog } from './operations/write-log.ts'
export { type LogView, listLogs, readLog } from './queries/read-log.ts'
export type { RoomsTables } from './store/tables.ts'

export const roomsModule = {
  name: 'rooms',
  routes: roomsRoutes,
  summariseStage: summariseRooms,
  startJobs: async (platform: Platform): Promise<void> => {
    await startRoomsJobs(platform)
    await startMeetingReminders(platform)
  },
  liveTopics: { desk: deskTopic },
  mount: mountSignalling,
  personalData,
  retention,
  messages,
} as const
