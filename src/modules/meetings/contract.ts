import { z } from 'zod'
import { everyRole, route } from '../accounts/contract.ts'
import { acknowledged, id, instant, localizedName } from '../shapes.ts'
import { REQUEST_STATUSES, WISHES } from './domain/request.ts'

const partyOfRequest = z.object({
  participantId: id,
  companyId: id,
  code: z.string(),
  name: localizedName(300),
  sideId: id,
})

export const meetingRequest = z.object({
  id,
  host: partyOfRequest,
  guest: partyOfRequest,
  wish: z.enum(WISHES),
  note: z.string().nullable(),
  status: z.enum(REQUEST_STATUSES),
  /** Would count as accepted, but a company of the pair is not cleared yet; told to operator and official only. */
  waitsForScreening: z.boolean(),
  onBehalf: z.boolean(),
  createdAt: instant,
  expiresAt: instant,
  decidedAt: instant.nullable(),
  declineReason: z.string().nullable(),
  /** Match score of the pair, when ranked. */
  score: z.number().nullable(),
  /** Two languages when the pair has none in common. */
  languagePair: z.string().nullable(),
  may: z.object({ accept: z.boolean(), decline: z.boolean(), cancel: z.boolean() }),
})

const ofEvent = z.object({ programmeId: id, eventId: id })
const ofRequest = ofEvent.extend({ requestId: id })
const askers = ['operator', 'company-representative'] as const

export const meetingsContract = {
  listMeetingRequests: route
    .meta({ access: ['operator', 'official', 'company-representative'] })
    .route({
      method: 'GET',
      path: '/programmes/{programmeId}/events/{eventId}/meeting-requests',
      summary: 'Requests; a representative sees those of the own company',
      tags: ['meetings'],
    })
    .input(
      ofEvent.extend({
        companyId: id.optional(),
        status: z.enum(REQUEST_STATUSES).optional(),
        page: z.coerce.number().int().min(1).max(10_000).default(1),
        pageSize: z.coerce.number().int().min(1).max(500).default(100),
      }),
    )
    .output(
      z.object({
        rows: z.array(meetingRequest),
        total: z.number().int(),
        byStatus: z.record(z.enum(REQUEST_STATUSES), z.number().int()),
      }),
    ),

  requestMeeting: route
    .meta({ access: askers })
    .route({
      method: 'POST',
      path: '/programmes/{programmeId}/events/{eventId}/meeting-requests',
      summary: 'Ask for a meeting; the operator may ask on behalf of a company',
      tags: ['meetings'],
    })
    .input(
      ofEvent.extend({
        hostId: id,
        guestId: id,
        wish: z.enum(WISHES).default('want'),
        note: z.string().trim().max(1000).nullable().default(null),
      }),
    )
    .output(z.object({ id, status: z.enum(REQUEST_STATUSES), expiresAt: instant })),

  acceptMeetingRequest: route
    .meta({ access: askers })
    .route({
      method: 'POST',
      path: '/programmes/{programmeId}/events/{eventId}/meeting-requests/{requestId}/acceptance',
      summary: 'Accept as the guest',
      tags: ['meetings'],
    })
    .input(ofRequest)
    .output(acknowledged),

  declineMeetingRequest: route
    .meta({ access: askers })
    .route({
      method: 'POST',
      path: '/programmes/{programmeId}/events/{eventId}/meeting-requests/{requestId}/refusal',
      summary: 'Decline as the guest',
      tags: ['meetings'],
    })
    .input(ofRequest.extend({ reason: z.string().trim().max(500).nullable().default(null) }))
    .output(acknowledged),

  cancelMeetingRequest: route
    .meta({ access: askers })
    .route({
      method: 'POST',
      path: '/programmes/{programmeId}/events/{eventId}/meeting-requests/{requestId}/cancellation',
      summary: 'Take back as the host; an accepted meeting either side may call off',
      tags: ['meetings'],
    })
    .input(ofRequest)
    .output(acknowledged),

  /** The operator turns shortlists and the best matches into requests on behalf of companies. */
  requestFromMatches: route
    .meta({ access: ['operator'] })
    .route({
      method: 'POST',
      path: '/programmes/{programmeId}/events/{eventId}/meeting-requests/from-matches',
      summary: 'Ask on behalf of companies for their best matches',
      tags: ['meetings'],
    })
    .input(
      ofEvent.extend({
        perParticipant: z.number().int().min(1).max(20),
        minScore: z.number().min(0).max(100).default(0),
        /** Accept at once for both: the operator has asked them by other means. */
        accepted: z.boolean().default(false),
      }),
    )
    .output(
      z.object({
        created: z.number().int(),
        skipped: z.number().int(),
        /** Of those created: would be accepted, but wait for screening. */
        held: z.number().int(),
      }),
    ),

  listNeverMeet: route
    .meta({ access: askers })
    .route({
      method: 'GET',
      path: '/programmes/{programmeId}/events/{eventId}/never-meet',
      summary: 'Whom participants will not meet; a representative sees the own list',
      tags: ['meetings'],
    })
    .input(ofEvent)
    .output(z.object({ rows: z.array(z.object({ participantId: id, unwantedId: id })) })),

  setNeverMeet: route
    .meta({ access: askers })
    .route({
      method: 'PUT',
      path: '/programmes/{programmeId}/events/{eventId}/participants/{participantId}/never-meet/{unwantedId}',
      summary: 'Never schedule these two',
      tags: ['meetings'],
    })
    .input(ofEvent.extend({ participantId: id, unwantedId: id, never: z.boolean() }))
    .output(acknowledged),

  /** Everything a representative's first page needs, of every event of the programme. */
  listMyRequests: route
    .meta({ access: everyRole })
    .route({
      method: 'GET',
      path: '/programmes/{programmeId}/my-requests',
      summary: 'Requests that wait for my answer',
      tags: ['meetings'],
    })
    .input(z.object({ programmeId: id }))
    .output(z.object({ rows: z.array(meetingRequest.extend({ eventId: id })) })),
}
