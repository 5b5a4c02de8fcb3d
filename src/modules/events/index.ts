import { eventsRoutes } from './http/routes.ts'
import { messages } from './messages.ts'
import { interpreterSheet } from './operations/sheets/interpreter-sheet.ts'
import { participantSheet } from './operations/sheets/participant-sheet.ts'
import { summariseEvents } from './queries/summarise-events.ts'
import { personalData } from './store/personal-data.ts'

export type { Block } from './domain/block.ts'
export type { Attendance, EventRules, EventStatus, PlaceKind, RequestMode, WhoMayMeet } from './domain/event.ts'
export type { InterpreterFacts } from './domain/interpreter.ts'
export type { Participation } from './domain/participant.ts'
export type { Place } from './domain/place.ts'
export type { Standing } from './domain/policy.ts'
export { type AddBlock, addBlock } from './operations/add-block.ts'
export { type AddInterpreter, addInterpreter } from './operations/add-interpreter.ts'
export { type CreateEvent, createEvent } from './operations/create-event.ts'
export { type RegisterParticipant, registerParticipant } from './operations/register-participant.ts'
export { setPlaces } from './operations/set-places.ts'
export { standingOf } from './operations/standing.ts'
export { type UpdateEvent, updateEvent } from './operations/update-event.ts'
export { updateParticipant } from './operations/update-participant.ts'
export { withdrawParticipant } from './operations/withdraw-participant.ts'
export { listEvents } from './queries/list-events.ts'
export { listParticipants } from './queries/list-participants.ts'
export { readEvent } from './queries/read-event.ts'
export type { EventKey } from './store/event-store.ts'
export type { EventsTables } from './store/tables.ts'
export { messages as eventsMessages }

export const eventsModule = {
  name: 'events',
  routes: eventsRoutes,
  summariseStage: summariseEvents,
  sheetImporters: [participantSheet, interpreterSheet],
  personalData,
  messages,
} as const
