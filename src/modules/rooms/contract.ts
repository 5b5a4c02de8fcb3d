import { oc } from '@orpc/contract'
import { z } from 'zod'
import { acknowledged, day, id, instant, language, locale, localizedText } from '../shapes.ts'
import { CURRENCIES } from '../../kernel/money.ts'
import { PARTIES } from './domain/attendance.ts'
import { AMOUNT_BASES, LOG_AGREEMENTS, LOG_ATTENDANCES, LOG_FACTS, LOG_SEATS } from './domain/log.ts'
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
  messages: z.array(z.object({ id, role: z.enum(ROOM_ROLES), name: z.string(), text: z.string(), sentAt: instant })),
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

const words = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .nullable()
    .default(null)
    .transform((text) => text || null)

const logContent = {
  attended: z.enum(LOG_ATTENDANCES),
  interest: z.int().min(1).max(5).nullable().default(null),
  agreementKind: z.enum(LOG_AGREEMENTS).default('none'),
  /** In minor units of the currency. */
  amount: z
    .object({ minor: z.int().min(0).max(Number.MAX_SAFE_INTEGER), currency: z.enum(CURRENCIES) })
    .nullable()
    .default(null),
  /** Only talked about, or pursued by both. */
  amountBasis: z.enum(AMOUNT_BASES).nullable().default(null),
  note: words(2000),
  nextStep: words(500),
  nextStepOn: day.nullable().default(null),
  confidential: z.boolean().default(false),
}

const meetingLogs = z.object({
  requestId: id,
  eventId: id,
  eventName: localizedText(200),
  startsAt: instant,
  endsAt: instant,
  host: party,
  guest: party,
  interpreterName: z.string().nullable(),
  /** Counts every change of any log; a side signs what it saw. */
  revision: z.int(),
  hostSignedAt: instant.nullable(),
  guestSignedAt: instant.nullable(),
  signedOffAt: instant.nullable(),
  logs: z.array(
    z.object({ ...logContent, writtenAs: z.enum(LOG_SEATS), name: z.string(), revision: z.int(), writtenAt: instant }),
  ),
  differences: z.array(z.enum(LOG_FACTS)),
  /** Whose log the reader may write; null: none, or not any more. */
  writesAs: z.enum(LOG_SEATS).nullable(),
  maySign: z.boolean(),
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
      summary:
        'A token for the door, good for one minute and one use; for others than the people of the meeting it leads to the lobby',
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

  listLogs: route
    .meta({ access: everyRole })
    .route({
      method: 'GET',
      path: '/programmes/{programmeId}/meeting-logs',
      summary:
        'Meetings that have begun with their logs, newest first: all for operator and official, the own ones for the others',
      tags: ['rooms'],
    })
    .input(ofProgramme)
    .output(z.object({ rows: z.array(meetingLogs) })),

  readLog: route
    .meta({ access: everyRole })
    .route({
      method: 'GET',
      path: '/programmes/{programmeId}/rooms/{requestId}/logs',
      summary: 'What host, guest and interpreter wrote of a meeting, and in what they differ',
      tags: ['rooms'],
    })
    .input(ofRoom)
    .output(meetingLogs),

  writeLog: route
    .meta({ access: ['company-representative', 'interpreter'] })
    .route({
      method: 'PUT',
      path: '/programmes/{programmeId}/rooms/{requestId}/logs',
      summary: 'Write the own log; earlier signatures are taken back',
      tags: ['rooms'],
    })
    .input(ofRoom.extend({ ...logContent, revision: z.int().min(0) }))
    .output(z.object({ revision: z.int() })),

  signLog: route
    .meta({ access: ['company-representative'] })
    .route({
      method: 'POST',
      path: '/programmes/{programmeId}/rooms/{requestId}/logs/signatures',
      summary: 'Sign the logs off for the own side; when both sides have, nothing changes any more',
      tags: ['rooms'],
    })
    .input(ofRoom.extend({ revision: z.int().min(0) }))
    .output(
      z.object({
        revision: z.int(),
        hostSignedAt: instant.nullable(),
        guestSignedAt: instant.nullable(),
        signedOffAt: instant.nullable(),
      }),
    ),

  printLog: route
    .meta({ access: everyRole })
    .route({
      method: 'GET',
      path: '/programmes/{programmeId}/rooms/{requestId}/logs/form',
      summary: 'The consultation-log form of a meeting as PDF',
      tags: ['rooms'],
    })
    .input(ofRoom.extend({ locale }))
    .output(z.file()),

  exportLogs: route
    .meta({ access: everyRole })
    .route({
      method: 'GET',
      path: '/programmes/{programmeId}/meeting-logs/workbook',
      summary: 'Logs as a workbook: of one meeting, or all that the reader may see',
      tags: ['rooms'],
    })
    .input(ofProgramme.extend({ requestId: id.optional(), locale }))
    .output(z.file()),
}
