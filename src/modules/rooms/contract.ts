import { oc } from '@orpc/contract'
import { z } from 'zod'
import { acknowledged, day, id, instant, language, locale, localizedText } from '../shapes.ts'
import { PARTIES } from './domain/attendance.ts'
import { ROOM_ROLES } from './domain/room.ts'

export type * from './domain/signalling.ts'
export type { RoomRole } from './domain/room.ts'

const route = oc
const everyRole = ['operator', 'official', 'company-representative', 'interpreter'] as const
const ofProgramme = z.object({ programmeId: id })
const ofRoom = ofProgramme.extend({ requestId: id })

const party = z.object({
  companyId: id,
  code: z.string(),
  name: localizedText(200),
  sideId: id,
  languages: z.array(language),
})

const attendance = z.object({
  party: z.enum(PARTIES),
  attended: z.boolean().nullable(),
  basis: z.enum(['presence', 'corrected', 'decided', 'disputed', 'unknown']),
  wasDisputed: z.boolean(),
  presentSeconds: z.number().int(),
  lateMinutes: z.number().int().nullable(),
})

const inside = z.object({ role: z.enum(ROOM_ROLES), name: z.string() })

export const room = z.object({
  requestId: id,
  eventId: id,
  eventName: localizedText(200),
  startsAt: instant,
  endsAt: instant,
  host: party,
  guest: party,
  interpreterName: z.string().nullable(),
  placeKind: z.enum(['table', 'online']).nullable(),
  placeName: z.string().nullable(),
  link: z.string().nullable(),
  state: z.enum(['early', 'open', 'over', 'cancelled']),
  opensAt: instant,
  softEndAt: instant,
  closesAt: instant,
  rehearsal: z.boolean(),
  result: z.enum(['held', 'no-show']).nullable(),
  attendance: z.array(attendance),
  /** Who is in it at this moment. */
  inside: z.array(inside),
  /** Who waits before it; told to the operator alone. */
  waiting: z.array(z.object({ knockId: id, name: z.string() })),
})

const roomRecord = room.extend({
  seat: z.enum(ROOM_ROLES).nullable(),
  now: instant,
  /** There is a relay that hides one's network address. */
  hasRelay: z.boolean(),
  messages: z.array(
    z.object({ id, role: z.enum(ROOM_ROLES), name: z.string(), text: z.string(), sentAt: instant }),
  ),
  notes: z.object({ text: z.string(), revision: z.number().int() }),
  presences: z.array(
    z.object({ role: z.enum(ROOM_ROLES), name: z.string(), from: instant, until: instant, inside: z.boolean() }),
  ),
  words: z.array(
    z.object({
      saidBy: z.enum([...PARTIES, 'operator']),
      party: z.enum(PARTIES),
      attended: z.boolean(),
      note: z.string().nullable(),
      name: z.string(),
      saidAt: instant,
    }),
  ),
})

/** Video rooms. Talking in a room itself goes over the WebSocket `/api/live/rooms`, opened with a join token. */
export const roomsContract = {
  listRooms: route
    .meta({ access: everyRole })
    .route({
      method: 'GET',
      path: '/programmes/{programmeId}/rooms',
      summary: 'The rooms of a day: all for operator and official, the own ones for the others',
      tags: ['rooms'],
    })
    .input(ofProgramme.extend({ day: day.optional() }))
    .output(
      z.object({
        days: z.array(day),
        day: day.nullable(),
        timeZone: z.string(),
        now: instant,
        /** How long before its time a room opens. */
        opensMinutes: z.number().int(),
        rows: z.array(room),
      }),
    ),

  readRoom: route
    .meta({ access: everyRole })
    .route({
      method: 'GET',
      path: '/programmes/{programmeId}/rooms/{requestId}',
      summary: 'What is kept of a room: chat, notes, who was there and what the sides say of that',
      tags: ['rooms'],
    })
    .input(ofRoom)
    .output(roomRecord),

  issueJoinToken: route
    .meta({ access: everyRole })
    .route({
      method: 'POST',
      path: '/programmes/{programmeId}/rooms/{requestId}/join-tokens',
      summary: 'A token for the door, good for one minute and one use; for others than the people of the meeting it leads to the lobby',
      tags: ['rooms'],
    })
    .input(ofRoom)
    .output(z.object({ token: z.string(), place: z.enum(['room', 'lobby']) })),

  openRoom: route
    .meta({ access: ['operator'] })
    .route({
      method: 'PUT',
      path: '/programmes/{programmeId}/rooms/{requestId}/opening',
      summary: 'Open a room outside its time; 0 minutes shut it again',
      tags: ['rooms'],
    })
    .input(ofRoom.extend({ minutes: z.number().int().min(0).max(240) }))
    .output(z.object({ openedUntil: instant.nullable() })),

  linkRoom: route
    .meta({ access: ['operator'] })
    .route({
      method: 'PUT',
      path: '/programmes/{programmeId}/rooms/{requestId}/link',
      summary: 'Let a Zoom or Teams link stand in for the room; null takes it back',
      tags: ['rooms'],
    })
    .input(ofRoom.extend({ link: z.string().max(2000).nullable() }))
    .output(z.object({ link: z.string().nullable() })),

  sayAttendance: route
    .meta({ access: ['operator', 'company-representative'] })
    .route({
      method: 'POST',
      path: '/programmes/{programmeId}/rooms/{requestId}/attendance',
      summary: 'Say whether a side was there; a contradiction is kept as a dispute',
      tags: ['rooms'],
    })
    .input(
      ofRoom.extend({
        party: z.enum(PARTIES),
        attended: z.boolean(),
        note: z.string().trim().max(500).nullable().default(null),
      }),
    )
    .output(acknowledged),

  answerKnock: route
    .meta({ access: ['operator'] })
    .route({
      method: 'POST',
      path: '/programmes/{programmeId}/rooms/{requestId}/knocks/{knockId}',
      summary: 'Let somebody in who waits before the room, or send them away (role null)',
      tags: ['rooms'],
    })
    .input(ofRoom.extend({ knockId: id, role: z.enum(['interpreter', 'observer']).nullable() }))
    .output(acknowledged),

  readGlossary: route
    .meta({ access: everyRole })
    .route({
      method: 'GET',
      path: '/programmes/{programmeId}/rooms/{requestId}/glossary',
      summary: "The terms of both companies' profiles in the languages of the meeting",
      tags: ['rooms'],
    })
    .input(ofRoom)
    .output(
      z.object({
        languages: z.array(locale),
        terms: z.array(z.object({ term: localizedText(200), usedBy: z.enum(['host', 'guest', 'both']) })),
      }),
    ),
}
