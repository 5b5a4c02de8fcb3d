import { z } from 'zod'
import { everyRole, route } from '../accounts/contract.ts'
import { acknowledged, id, instant, language, languagePair, localizedName } from '../shapes.ts'
import { ATTENDANCES, EVENT_STATUSES, PLACE_KINDS, REQUEST_MODES, WHO_MAY_MEET } from './domain/event.ts'

export const interval = z.object({ startsAt: instant, endsAt: instant })

export const eventInput = z.object({
  name: localizedName(200),
  requestMode: z.enum(REQUEST_MODES),
  requestExpiryHours: z.number().int().min(1).max(2160),
  maxRequestsPerParticipant: z.number().int().min(1).max(500),
  whoMayMeet: z.enum(WHO_MAY_MEET),
})

export const blockInput = z.object({
  startsAt: instant,
  endsAt: instant,
  slotMinutes: z.number().int().min(5).max(240),
  bufferMinutes: z.number().int().min(0).max(120),
})

export const timeslot = z.object({ id, blockId: id, startsAt: instant, endsAt: instant })
export const place = z.object({ id, kind: z.enum(PLACE_KINDS), name: z.string(), position: z.number().int() })

export const participantInput = z.object({
  companyId: id,
  delegates: z.number().int().min(1).max(20).default(1),
  attendance: z.enum(ATTENDANCES).default('online'),
  languages: z.array(language).min(1).max(10),
  maxMeetings: z.number().int().min(1).max(200).nullable().default(null),
  /** Empty: the whole event. */
  availability: z.array(interval).max(100).default([]),
})

export const participant = z.object({
  ...participantInput.shape,
  id,
  status: z.enum(['registered', 'withdrawn']),
  companyName: localizedName(300),
  companyCode: z.string(),
  sideId: id,
  synthetic: z.boolean(),
})

export const interpreterInput = z.object({
  name: z.string().trim().min(1).max(200),
  email: z.email().max(320).nullable().default(null),
  languagePairs: z.array(languagePair).min(1).max(20),
  maxConsecutiveMinutes: z.number().int().min(10).max(600).nullable().default(null),
  availability: z.array(interval).max(100).default([]),
})

export const interpreter = z.object({ ...interpreterInput.shape, id, synthetic: z.boolean() })

export const eventRow = z.object({
  id,
  name: localizedName(200),
  status: z.enum(EVENT_STATUSES),
  startsAt: instant.nullable(),
  endsAt: instant.nullable(),
  timeslots: z.number().int(),
  participants: z.number().int(),
  interpreters: z.number().int(),
})

export const event = z.object({
  ...eventInput.shape,
  id,
  programmeId: id,
  status: z.enum(EVENT_STATUSES),
  revision: z.number().int(),
  blocks: z.array(blockInput.extend({ id })),
  timeslots: z.array(timeslot),
  places: z.array(place),
  may: z.object({ edit: z.boolean() }),
})

const ofProgramme = z.object({ programmeId: id })
const ofEvent = z.object({ programmeId: id, eventId: id })
const readers = ['operator', 'official'] as const

export const eventsContract = {
  listEvents: route
    .meta({ access: everyRole })
    .route({
      method: 'GET',
      path: '/programmes/{programmeId}/events',
      summary: 'Consultation events',
      tags: ['events'],
    })
    .input(ofProgramme)
    .output(z.object({ rows: z.array(eventRow) })),

  readEvent: route
    .meta({ access: everyRole })
    .route({
      method: 'GET',
      path: '/programmes/{programmeId}/events/{eventId}',
      summary: 'One event: blocks, timeslots, places',
      tags: ['events'],
    })
    .input(ofEvent)
    .output(event),

  createEvent: route
    .meta({ access: ['operator'] })
    .route({ method: 'POST', path: '/programmes/{programmeId}/events', summary: 'Create an event', tags: ['events'] })
    .input(ofProgramme.extend(eventInput.shape))
    .output(z.object({ id })),

  updateEvent: route
    .meta({ access: ['operator'] })
    .route({
      method: 'PUT',
      path: '/programmes/{programmeId}/events/{eventId}',
      summary: 'Change the rules of an event',
      tags: ['events'],
    })
    .input(ofEvent.extend(eventInput.shape).extend({ status: z.enum(EVENT_STATUSES), revision: z.number().int() }))
    .output(z.object({ revision: z.number().int() })),

  addBlock: route
    .meta({ access: ['operator'] })
    .route({
      method: 'POST',
      path: '/programmes/{programmeId}/events/{eventId}/blocks',
      summary: 'Add a block; its timeslots are cut at once',
      tags: ['events'],
    })
    .input(ofEvent.extend(blockInput.shape))
    .output(z.object({ id, timeslots: z.number().int() })),

  removeBlock: route
    .meta({ access: ['operator'] })
    .route({
      method: 'DELETE',
      path: '/programmes/{programmeId}/events/{eventId}/blocks/{blockId}',
      summary: 'Remove a block that no released schedule uses',
      tags: ['events'],
    })
    .input(ofEvent.extend({ blockId: id }))
    .output(acknowledged),

  setPlaces: route
    .meta({ access: ['operator'] })
    .route({
      method: 'PUT',
      path: '/programmes/{programmeId}/events/{eventId}/places',
      summary: 'How many tables and online places there are',
      tags: ['events'],
    })
    .input(ofEvent.extend({ tables: z.number().int().min(0).max(2000), online: z.number().int().min(0).max(2000) }))
    .output(z.object({ places: z.array(place) })),

  listParticipants: route
    .meta({ access: everyRole })
    .route({
      method: 'GET',
      path: '/programmes/{programmeId}/events/{eventId}/participants',
      summary: 'Participants; a representative sees availability of the own company only',
      tags: ['events'],
    })
    .input(ofEvent)
    .output(z.object({ rows: z.array(participant) })),

  registerParticipant: route
    .meta({ access: ['operator', 'company-representative'] })
    .route({
      method: 'POST',
      path: '/programmes/{programmeId}/events/{eventId}/participants',
      summary: 'Register a company',
      tags: ['events'],
    })
    .input(ofEvent.extend(participantInput.shape))
    .output(z.object({ id })),

  updateParticipant: route
    .meta({ access: ['operator', 'company-representative'] })
    .route({
      method: 'PUT',
      path: '/programmes/{programmeId}/events/{eventId}/participants/{participantId}',
      summary: 'Change availability, delegates, languages',
      tags: ['events'],
    })
    .input(ofEvent.extend({ participantId: id }).extend(participantInput.omit({ companyId: true }).shape))
    .output(acknowledged),

  withdrawParticipant: route
    .meta({ access: ['operator', 'company-representative'] })
    .route({
      method: 'DELETE',
      path: '/programmes/{programmeId}/events/{eventId}/participants/{participantId}',
      summary: 'Withdraw from an event',
      tags: ['events'],
    })
    .input(ofEvent.extend({ participantId: id }))
    .output(acknowledged),

  listInterpreters: route
    .meta({ access: readers })
    .route({
      method: 'GET',
      path: '/programmes/{programmeId}/events/{eventId}/interpreters',
      summary: 'Interpreters',
      tags: ['events'],
    })
    .input(ofEvent)
    .output(z.object({ rows: z.array(interpreter) })),

  addInterpreter: route
    .meta({ access: ['operator'] })
    .route({
      method: 'POST',
      path: '/programmes/{programmeId}/events/{eventId}/interpreters',
      summary: 'Add an interpreter',
      tags: ['events'],
    })
    .input(ofEvent.extend(interpreterInput.shape))
    .output(z.object({ id })),

  updateInterpreter: route
    .meta({ access: ['operator'] })
    .route({
      method: 'PUT',
      path: '/programmes/{programmeId}/events/{eventId}/interpreters/{interpreterId}',
      summary: 'Change an interpreter',
      tags: ['events'],
    })
    .input(ofEvent.extend({ interpreterId: id }).extend(interpreterInput.shape))
    .output(acknowledged),

  removeInterpreter: route
    .meta({ access: ['operator'] })
    .route({
      method: 'DELETE',
      path: '/programmes/{programmeId}/events/{eventId}/interpreters/{interpreterId}',
      summary: 'Remove an interpreter whom no schedule uses',
      tags: ['events'],
    })
    .input(ofEvent.extend({ interpreterId: id }))
    .output(acknowledged),
}
