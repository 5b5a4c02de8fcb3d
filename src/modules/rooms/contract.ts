import { oc } from '@orpc/contract'
import { z } from 'zod'
import { repairChoice } from '../scheduling/contract.ts'
import { acknowledged, day, id, instant, language, locale, localizedText } from '../shapes.ts'
import { CURRENCIES } from '../../kernel/money.ts'
import { PARTIES } from './domain/attendance.ts'
import { AMOUNT_BASES, LOG_AGREEMENTS, LOG_ATTENDANCES, LOG_FACTS, LOG_SEATS } from './domain/log.ts'
import { DESK_PHASES } from './domain/desk.ts'
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

const deskParty = z.object({
  party: z.enum(PARTIES),
  inside: z.boolean(),
  lateMinutes: z.number().int().nullable(),
  absent: z.boolean(),
})

const ofParty = { requestId: id, party: z.enum(PARTIES) }
const deskCause = z.discriminatedUnion('code', [
  z.object({ code: z.literal('no-show'), ...ofParty }),
  z.object({ code: z.literal('late'), ...ofParty, minutes: z.number().int().min(1).max(600) }),
  z.object({ code: z.literal('interpreter-lost'), requestId: id, rest: z.boolean() }),
  z.object({ code: z.literal('standby'), requestId: id }),
])

const deskPosition = z.object({
  startsAt: instant,
  placeName: z.string().nullable(),
  interpreterName: z.string().nullable(),
})

const deskChoice = repairChoice
  .pick({ code: true, moved: true, dropped: true, added: true, provenLeast: true, changes: true })
  .extend({
    rows: z.array(
      z.object({
        requestId: id,
        kind: repairChoice.shape.rows.element.shape.kind,
        hostName: localizedText(200),
        guestName: localizedText(200),
        before: deskPosition.nullable(),
        after: deskPosition.nullable(),
      }),
    ),
    toldCompanies: z.array(localizedText(200)),
    toldInterpreters: z.array(z.string()),
  })

const applied = z.object({
  revision: z.number().int(),
  version: z.number().int().nullable(),
  /** Requests whose new meetings wait in the draft, because a company of theirs is not cleared by screening. */
  heldBack: z.array(id),
})

/** Video rooms. Talking in a room itself goes over the WebSocket `/api/live/rooms`, opened with a join token. */
export const roomsContract = {
  readDesk: route
    .meta({ access: ['operator'] })
    .route({
      method: 'GET',
      path: '/programmes/{programmeId}/rooms-desk',
      summary: 'The live desk: every room of a day with who is in it, whom to call, who waits for a freed time',
      tags: ['rooms'],
    })
    .input(ofProgramme.extend({ day: day.optional() }))
    .output(
      z.object({
        days: z.array(day),
        day: day.nullable(),
        timeZone: z.string(),
        now: instant,
        rows: z.array(
          room.extend({ interpreterId: id.nullable(), phase: z.enum(DESK_PHASES), parties: z.array(deskParty) }),
        ),
        contacts: z.array(
          z.object({
            companyId: id,
            name: z.string(),
            jobTitle: z.string().nullable(),
            phone: z.string().nullable(),
            email: z.string().nullable(),
          }),
        ),
        zones: z.array(z.object({ companyId: id, timeZone: z.string() })),
        interpreters: z.array(z.object({ id, eventId: id, name: z.string() })),
        standby: z.array(
          z.object({
            requestId: id,
            eventId: id,
            wish: z.enum(['must', 'want']),
            hostName: localizedText(200),
            guestName: localizedText(200),
          }),
        ),
      }),
    ),

  proposeDeskRepair: route
    .meta({ access: ['operator'] })
    .route({
      method: 'POST',
      path: '/programmes/{programmeId}/rooms-desk/proposals',
      summary:
        'Ways to go on after a no-show, a delay, a lost interpreter, or to hold an unmet request; changes nothing',
      tags: ['rooms'],
    })
    .input(ofProgramme.extend({ cause: deskCause }))
    .output(
      z.object({
        eventId: id,
        revision: z.number().int(),
        pendingChanges: z.number().int(),
        choices: z.array(deskChoice),
      }),
    ),

  applyDeskRepair: route
    .meta({ access: ['operator'] })
    .route({
      method: 'POST',
      path: '/programmes/{programmeId}/rooms-desk/repairs',
      summary: 'Make one way true, release it and tell those whose day changes, all or nothing',
      tags: ['rooms'],
    })
    .input(
      ofProgramme.extend({
        cause: deskCause,
        revision: z.number().int(),
        changes: repairChoice.shape.changes.max(5000),
      }),
    )
    .output(applied),

  moveFromDesk: route
    .meta({ access: ['operator'] })
    .route({
      method: 'POST',
      path: '/programmes/{programmeId}/rooms-desk/{requestId}/moves',
      summary: 'Move one meeting or give it another interpreter, release it and tell those concerned',
      tags: ['rooms'],
    })
    .input(ofRoom.extend({ revision: z.number().int(), timeslotId: id.optional(), interpreterId: id.optional() }))
    .output(applied),

  writeFromDesk: route
    .meta({ access: ['operator'] })
    .route({
      method: 'POST',
      path: '/programmes/{programmeId}/rooms-desk/{requestId}/messages',
      summary: 'Write to everybody of a meeting: into the chat of the room and by mail',
      tags: ['rooms'],
    })
    .input(ofRoom.extend({ text: z.string().trim().min(1).max(1000) }))
    .output(z.object({ mailed: z.number().int() })),

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
