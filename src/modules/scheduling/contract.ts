import { z } from 'zod'
import { everyRole, route } from '../accounts/contract.ts'
import { participantInput, place, timeslot } from '../events/contract.ts'
import { PARTIES } from './domain/delegates.ts'
import { meetingRequest } from '../meetings/contract.ts'
import { acknowledged, id, instant, languagePair, locale, localizedName, timeZone } from '../shapes.ts'

export const value = z.object({
  musts: z.number().int(),
  weight: z.number(),
  breaks: z.number().int(),
  idleSlots: z.number().int(),
  worstBreaks: z.number().int(),
  held: z.number().int(),
  requested: z.number().int(),
  /** Meetings of the released version that are not held where they were told. */
  moved: z.number().int().optional(),
  /** Meetings that companies lack to the floor everybody should reach. */
  shortfall: z.number().int().optional(),
  /** Meetings before 8 or after 19 o'clock at home of the side that has most of them. */
  unsocial: z.number().int().optional(),
})

export const bound = z.object({
  weight: z.number(),
  breaks: z.number().int(),
  provenBest: z.boolean(),
  method: z.string(),
})

const reasonValues = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.null()]))

/** Why a request is not in the plan; `code` is a key of `scheduling.unmet`, `values` are ids and numbers for its sentence. */
export const unmet = z.object({
  requestId: id,
  code: z.string(),
  values: reasonValues,
  /** The cheapest change that would admit it, proven by solving with that change; null while none is known. */
  change: z
    .object({
      code: z.string(),
      values: reasonValues,
      held: z.number().int(),
      moved: z.number().int(),
    })
    .nullable(),
})

export const outcome = z.object({
  value: value.nullable(),
  bound: bound.nullable(),
  unmet: z.array(unmet),
  issues: z.array(z.object({ code: z.string(), values: reasonValues })),
  seed: z.number().int().nullable(),
  elapsedMs: z.number().nullable(),
})

export const run = z.object({
  id,
  status: z.enum(['queued', 'running', 'done', 'stopped', 'failed']),
  seed: z.number().int(),
  budgetMs: z.number().int(),
  progress: z.object({
    elapsedMs: z.number(),
    held: z.number().int(),
    requested: z.number().int(),
    weight: z.number(),
    boundWeight: z.number().nullable(),
    breaks: z.number().int(),
    /** Best so far over time, for the curve. */
    curve: z.array(z.object({ elapsedMs: z.number(), weight: z.number(), breaks: z.number() })),
  }),
  createdAt: instant,
  finishedAt: instant.nullable(),
})

export const meeting = z.object({
  requestId: id,
  timeslotId: id,
  placeId: id.nullable(),
  interpreterId: id.nullable(),
  hostDelegate: z.number().int(),
  guestDelegate: z.number().int(),
  pinned: z.boolean(),
})

export const versionRow = z.object({
  id,
  number: z.number().int(),
  releasedAt: instant,
  releasedByName: z.string().nullable(),
  note: z.string().nullable(),
  meetings: z.number().int(),
  value: value.nullable(),
})

/** What differs between the released version and the draft, one row a request. */
export const difference = z.object({
  requestId: id,
  kind: z.enum(['added', 'cancelled', 'moved', 'interpreter-changed', 'place-changed']),
  before: meeting.nullable(),
  after: meeting.nullable(),
})

export const boardParticipant = z.object({
  id,
  companyId: id,
  code: z.string(),
  name: localizedName(300),
  sideId: id,
  delegates: z.number().int(),
  attendance: participantInput.shape.attendance,
  /** Timeslots in which the participant is there. */
  timeslots: z.array(id),
  synthetic: z.boolean(),
})

export const boardInterpreter = z.object({
  id,
  name: z.string(),
  languagePairs: z.array(languagePair),
  timeslots: z.array(id),
  synthetic: z.boolean(),
})

export const boardRequest = z.object({
  id,
  hostId: id,
  guestId: id,
  wish: meetingRequest.shape.wish,
  /** Match score of the pair, 0 to 100; null when never ranked. */
  score: z.number().nullable(),
  /** The languages an interpreter has to bridge; null when the two share one. */
  languagePair: z.string().nullable(),
  placeKind: place.shape.kind,
})

export const board = z.object({
  eventId: id,
  eventName: localizedName(200),
  /** 0 while there is no draft. */
  revision: z.number().int(),
  sides: z.array(z.object({ id, name: localizedName(200), timeZone })),
  timeslots: z.array(timeslot.omit({ blockId: true })),
  places: z.array(place.omit({ position: true })),
  participants: z.array(boardParticipant),
  interpreters: z.array(boardInterpreter),
  /** Accepted requests: what the schedule has to serve. */
  requests: z.array(boardRequest),
  meetings: z.array(meeting),
  outcome,
  released: z.object({ number: z.number().int(), releasedAt: instant, meetings: z.array(meeting) }).nullable(),
  run: run.nullable(),
  may: z.object({ edit: z.boolean() }),
})

/** What dropping a meeting on each timeslot would mean, before it is dropped. */
export const landing = z.object({
  timeslotId: id,
  /** free: drop it. taken: somebody or something is busy, `swapWith` names meetings in the way. forbidden: a hard rule. */
  state: z.enum(['free', 'taken', 'forbidden']),
  /** Key of `scheduling.landing`. */
  code: z.string().nullable(),
  swapWith: z.array(id),
})

export const agendaEntry = z.object({
  requestId: id,
  startsAt: instant,
  endsAt: instant,
  partnerName: localizedName(300),
  partnerCode: z.string(),
  partnerSideId: id,
  hostName: localizedName(300),
  guestName: localizedName(300),
  placeKind: z.enum(['table', 'online']).nullable(),
  placeName: z.string().nullable(),
  interpreterName: z.string().nullable(),
  languagePair: z.string().nullable(),
  /** Whoever is named to attend for the holder and for the partner. */
  attends: z.string().nullable(),
  partnerAttends: z.string().nullable(),
  cancelled: z.boolean(),
})

export const agenda = z.object({
  eventId: id,
  eventName: localizedName(200),
  /** Whose day: exactly one of the two. */
  participantId: id.nullable(),
  interpreterId: id.nullable(),
  version: z.number().int(),
  releasedAt: instant,
  /** A company's name in its languages, or an interpreter's as `en`. */
  holderName: localizedName(300),
  zones: z.array(z.object({ sideId: id, name: localizedName(200), timeZone })),
  /** The zone the reader lives in: that of the own side. */
  ownTimeZone: timeZone,
  entries: z.array(agendaEntry),
})

/** After an edit by hand: the new revision, and what the whole plan is now worth. */
export const edited = z.object({ revision: z.number().int(), outcome })

const slots = z.array(id)

/** What happened to a schedule that people already go by. */
export const disturbance = z.discriminatedUnion('code', [
  z.object({ code: z.literal('cancelled'), requestId: id }),
  z.object({ code: z.literal('no-show'), participantId: id, from: instant.nullable().default(null) }),
  z.object({ code: z.literal('late-arrival'), participantId: id, until: instant }),
  z.object({ code: z.literal('new-request'), requestId: id }),
  z.object({
    code: z.literal('interpreter-lost'),
    interpreterId: id,
    from: instant.nullable().default(null),
    until: instant.nullable().default(null),
  }),
  z.object({
    code: z.literal('place-lost'),
    placeId: id,
    from: instant.nullable().default(null),
    until: instant.nullable().default(null),
  }),
  /** The meeting goes on through this many further timeslots. */
  z.object({ code: z.literal('longer-meeting'), requestId: id, timeslots: z.number().int().min(1).max(6) }),
])

/** One way to go on; `changes` is what `applyRepair` takes. */
export const repairChoice = z.object({
  code: z.enum(['fewest-moves', 'fills-gaps', 'moves-nobody-else', 'other-way']),
  rows: z.array(difference),
  changes: z.array(z.object({ requestId: id, after: meeting.nullable() })),
  value,
  moved: z.number().int(),
  dropped: z.number().int(),
  added: z.number().int(),
  /** No schedule that keeps as many meetings moves fewer. */
  provenLeast: z.boolean(),
  toldParticipants: z.array(id),
  toldInterpreters: z.array(id),
})

export const outage = z.object({
  id,
  cause: z.enum(['no-show', 'late-arrival', 'interpreter-lost', 'place-lost', 'longer-meeting']),
  participantId: id.nullable(),
  interpreterId: id.nullable(),
  placeId: id.nullable(),
  timeslotIds: slots,
  recordedAt: instant,
})

export const studyQuestion = z.discriminatedUnion('code', [
  z.object({
    code: z.literal('places'),
    kind: z.enum(['table', 'online']),
    most: z.number().int().min(1).max(5).default(3),
  }),
  z.object({ code: z.literal('timeslots'), day: z.iso.date(), most: z.number().int().min(1).max(5).default(3) }),
  z.object({
    code: z.literal('interpreters'),
    languagePair,
    most: z.number().int().min(1).max(5).default(3),
  }),
])

/** A question "what if" with the points of its curve; step 0 is how things are. */
export const study = z.object({
  id,
  status: z.enum(['queued', 'running', 'done', 'stopped', 'failed']),
  question: studyQuestion,
  points: z.array(
    z.object({
      step: z.number().int(),
      held: z.number().int(),
      requested: z.number().int(),
      weight: z.number(),
      boundWeight: z.number(),
      breaks: z.number().int(),
      idleSlots: z.number().int(),
    }),
  ),
  pointsTotal: z.number().int(),
  createdAt: instant,
  finishedAt: instant.nullable(),
})

const share = {
  asked: z.number().int(),
  held: z.number().int(),
  breaks: z.number().int(),
  idleSlots: z.number().int(),
  /** Meetings that begin before 8 or end after 19 o'clock at home. */
  unsocial: z.number().int(),
}

export const fairnessPicture = z.object({
  participants: z.array(z.object({ participantId: id, sideId: id, ...share })),
  sides: z.array(z.object({ sideId: id, ...share })),
  /** Without a meeting although they asked for one or were asked. */
  leftOut: z.array(id),
})

const person = z.object({ personId: id, name: z.string() })
export const peopleOfParty = z.object({
  companyName: localizedName(300),
  /** How many sit in meetings at once. */
  delegates: z.number().int(),
  attending: person.nullable(),
  /** Those the reader may name; empty where that is not for the reader. */
  choices: z.array(person),
  may: z.object({ name: z.boolean() }),
})

const ofEvent = z.object({ programmeId: id, eventId: id })
const ofMeeting = ofEvent.extend({ requestId: id })
const editing = { revision: z.number().int() }
const frozenMinutes = z.number().int().min(0).max(600).default(20)
const readers = ['operator', 'official'] as const
const askers = ['operator', 'official', 'company-representative'] as const
/** Whose agenda: one of the two; a representative or interpreter may leave both out for the own one. */
const holder = { participantId: id.optional(), interpreterId: id.optional() }

export const schedulingContract = {
  readBoard: route
    .meta({ access: readers })
    .route({
      method: 'GET',
      path: '/programmes/{programmeId}/events/{eventId}/board',
      summary: 'The working draft with everything the board draws',
      tags: ['scheduling'],
    })
    .input(ofEvent)
    .output(board),

  startRun: route
    .meta({ access: ['operator'] })
    .route({
      method: 'POST',
      path: '/programmes/{programmeId}/events/{eventId}/schedule-runs',
      summary: 'Solve; pins stay',
      tags: ['scheduling'],
    })
    .input(
      ofEvent.extend({
        budgetMs: z.number().int().min(1).max(600_000).default(5000),
        seed: z
          .number()
          .int()
          .min(0)
          .max(2 ** 31 - 1)
          .default(1),
      }),
    )
    .output(run),

  readRun: route
    .meta({ access: readers })
    .route({
      method: 'GET',
      path: '/programmes/{programmeId}/events/{eventId}/schedule-runs/latest',
      summary: 'Progress or end of the newest run',
      tags: ['scheduling'],
    })
    .input(ofEvent)
    .output(run.nullable()),

  stopRun: route
    .meta({ access: ['operator'] })
    .route({
      method: 'POST',
      path: '/programmes/{programmeId}/events/{eventId}/schedule-runs/{runId}/stop',
      summary: 'Stop; the best so far becomes the draft',
      tags: ['scheduling'],
    })
    .input(ofEvent.extend({ runId: id }))
    .output(acknowledged),

  readLandings: route
    .meta({ access: ['operator'] })
    .route({
      method: 'GET',
      path: '/programmes/{programmeId}/events/{eventId}/draft/meetings/{requestId}/landings',
      summary: 'Free, taken and forbidden timeslots of a request',
      tags: ['scheduling'],
    })
    .input(ofMeeting)
    .output(z.object({ rows: z.array(landing) })),

  placeMeeting: route
    .meta({ access: ['operator'] })
    .route({
      method: 'PUT',
      path: '/programmes/{programmeId}/events/{eventId}/draft/meetings/{requestId}',
      summary: 'Put or move a meeting; place and interpreter are found when not named',
      tags: ['scheduling'],
    })
    .input(
      ofMeeting.extend({
        ...editing,
        timeslotId: id,
        placeId: id.optional(),
        interpreterId: id.nullable().optional(),
        pinned: z.boolean().optional(),
      }),
    )
    .output(edited.extend({ meeting })),

  pinMeeting: route
    .meta({ access: ['operator'] })
    .route({
      method: 'PUT',
      path: '/programmes/{programmeId}/events/{eventId}/draft/meetings/{requestId}/pin',
      summary: 'Pin or unpin',
      tags: ['scheduling'],
    })
    .input(ofMeeting.extend({ ...editing, pinned: z.boolean() }))
    .output(edited),

  removeMeeting: route
    .meta({ access: ['operator'] })
    .route({
      method: 'DELETE',
      path: '/programmes/{programmeId}/events/{eventId}/draft/meetings/{requestId}',
      summary: 'Take a meeting out of the draft',
      tags: ['scheduling'],
    })
    .input(ofMeeting.extend({ revision: z.coerce.number().int() }))
    .output(edited),

  findCheapestChange: route
    .meta({ access: ['operator'] })
    .route({
      method: 'POST',
      path: '/programmes/{programmeId}/events/{eventId}/draft/unmet/{requestId}/cheapest-change',
      summary: 'Why a request is unmet now, and the cheapest change that would admit it, proven by solving again',
      tags: ['scheduling'],
    })
    .input(ofMeeting.extend(editing))
    .output(unmet),

  applyCheapestChange: route
    .meta({ access: ['operator'] })
    .route({
      method: 'POST',
      path: '/programmes/{programmeId}/events/{eventId}/draft/unmet/{requestId}/cheapest-change/apply',
      summary: 'Edit the event as the cheapest change says, and solve',
      tags: ['scheduling'],
    })
    .input(
      ofMeeting.extend({ ...editing, interpreterName: z.string().trim().min(1).max(200).nullable().default(null) }),
    )
    .output(run),

  proposeRepair: route
    .meta({ access: ['operator'] })
    .route({
      method: 'POST',
      path: '/programmes/{programmeId}/events/{eventId}/draft/repair-proposals',
      summary: 'Ways to go on after a disturbance, the fewest moves first; nothing is changed',
      tags: ['scheduling'],
    })
    .input(ofEvent.extend({ disturbance, frozenMinutes }))
    .output(
      z.object({
        revision: z.number().int(),
        frozenTimeslots: slots,
        pendingChanges: z.number().int(),
        choices: z.array(repairChoice),
      }),
    ),

  applyRepair: route
    .meta({ access: ['operator'] })
    .route({
      method: 'POST',
      path: '/programmes/{programmeId}/events/{eventId}/draft/repairs',
      summary: 'Record what happened, change the draft as chosen, and release it when asked, all or nothing',
      tags: ['scheduling'],
    })
    .input(
      ofEvent.extend({
        disturbance,
        frozenMinutes,
        ...editing,
        changes: repairChoice.shape.changes.max(5000),
        release: z.boolean(),
        note: z.string().trim().max(1000).nullable().default(null),
      }),
    )
    .output(z.object({ revision: z.number().int(), version: z.number().int().nullable(), heldBack: z.array(id) })),

  listOutages: route
    .meta({ access: readers })
    .route({
      method: 'GET',
      path: '/programmes/{programmeId}/events/{eventId}/outages',
      summary: 'Who or what was lost on the day',
      tags: ['scheduling'],
    })
    .input(ofEvent)
    .output(z.object({ rows: z.array(outage) })),

  takeBackOutage: route
    .meta({ access: ['operator'] })
    .route({
      method: 'DELETE',
      path: '/programmes/{programmeId}/events/{eventId}/outages/{outageId}',
      summary: 'Somebody or something is there again',
      tags: ['scheduling'],
    })
    .input(ofEvent.extend({ outageId: id }))
    .output(acknowledged),

  startStudy: route
    .meta({ access: ['operator'] })
    .route({
      method: 'POST',
      path: '/programmes/{programmeId}/events/{eventId}/schedule-studies',
      summary: 'Ask "what if": meetings held and gaps with more or less of something',
      tags: ['scheduling'],
    })
    .input(ofEvent.extend({ question: studyQuestion }))
    .output(study),

  listStudies: route
    .meta({ access: readers })
    .route({
      method: 'GET',
      path: '/programmes/{programmeId}/events/{eventId}/schedule-studies',
      summary: 'The newest questions with their curves',
      tags: ['scheduling'],
    })
    .input(ofEvent)
    .output(z.object({ rows: z.array(study) })),

  stopStudy: route
    .meta({ access: ['operator'] })
    .route({
      method: 'POST',
      path: '/programmes/{programmeId}/events/{eventId}/schedule-studies/{studyId}/stop',
      summary: 'Stop; the points so far stay',
      tags: ['scheduling'],
    })
    .input(ofEvent.extend({ studyId: id }))
    .output(acknowledged),

  readFairness: route
    .meta({ access: readers })
    .route({
      method: 'GET',
      path: '/programmes/{programmeId}/events/{eventId}/draft/fairness',
      summary: 'Asked, held, waiting and unsocial hours per company and side',
      tags: ['scheduling'],
    })
    .input(ofEvent)
    .output(fairnessPicture),

  compareWithReleased: route
    .meta({ access: readers })
    .route({
      method: 'GET',
      path: '/programmes/{programmeId}/events/{eventId}/draft/differences',
      summary: 'What a release would change, and for whom',
      tags: ['scheduling'],
    })
    .input(ofEvent)
    .output(
      z.object({
        fromVersion: z.number().int().nullable(),
        rows: z.array(difference),
        /** Participants and interpreters who would be told. */
        toldParticipants: z.array(id),
        toldInterpreters: z.array(id),
        revision: z.number().int(),
      }),
    ),

  releaseSchedule: route
    .meta({ access: ['operator'] })
    .route({
      method: 'POST',
      path: '/programmes/{programmeId}/events/{eventId}/schedule-versions',
      summary: 'Freeze the draft as the next version and tell those it concerns',
      tags: ['scheduling'],
    })
    .input(ofEvent.extend({ ...editing, note: z.string().trim().max(1000).nullable().default(null) }))
    .output(
      z.object({
        number: z.number().int(),
        /** Requests whose meetings stay in the draft, because a company of theirs is not cleared by screening. */
        heldBack: z.array(id),
      }),
    ),

  listVersions: route
    .meta({ access: readers })
    .route({
      method: 'GET',
      path: '/programmes/{programmeId}/events/{eventId}/schedule-versions',
      summary: 'Released versions',
      tags: ['scheduling'],
    })
    .input(ofEvent)
    .output(z.object({ rows: z.array(versionRow) })),

  readAgenda: route
    .meta({ access: everyRole })
    .route({
      method: 'GET',
      path: '/programmes/{programmeId}/events/{eventId}/agenda',
      summary: 'The released day of one participant or interpreter',
      tags: ['scheduling'],
    })
    .input(ofEvent.extend(holder))
    .output(agenda.nullable()),

  readPeople: route
    .meta({ access: askers })
    .route({
      method: 'GET',
      path: '/programmes/{programmeId}/events/{eventId}/meeting-requests/{requestId}/people',
      summary: 'Who attends the meeting for each company, and who could',
      tags: ['scheduling'],
    })
    .input(ofMeeting)
    .output(z.object({ host: peopleOfParty, guest: peopleOfParty })),

  nameDelegate: route
    .meta({ access: ['operator', 'company-representative'] })
    .route({
      method: 'PUT',
      path: '/programmes/{programmeId}/events/{eventId}/meeting-requests/{requestId}/people/{party}',
      summary: 'Say which person of a company attends; null for whoever is free',
      tags: ['scheduling'],
    })
    .input(ofMeeting.extend({ party: z.enum(PARTIES), personId: id.nullable() }))
    .output(acknowledged),

  listMyAgendas: route
    .meta({ access: everyRole })
    .route({
      method: 'GET',
      path: '/programmes/{programmeId}/my-agendas',
      summary: 'My released days in every event',
      tags: ['scheduling'],
    })
    .input(z.object({ programmeId: id }))
    .output(z.object({ rows: z.array(agenda) })),

  listAgendas: route
    .meta({ access: readers })
    .route({
      method: 'GET',
      path: '/programmes/{programmeId}/events/{eventId}/agendas',
      summary: "Everybody's released day, for print",
      tags: ['scheduling'],
    })
    .input(ofEvent)
    .output(z.object({ rows: z.array(agenda) })),

  downloadMeetingCalendar: route
    .meta({ access: everyRole })
    .route({
      method: 'GET',
      path: '/programmes/{programmeId}/events/{eventId}/meetings/{requestId}/calendar',
      summary: 'One meeting as a calendar file',
      tags: ['scheduling'],
    })
    .input(ofMeeting)
    .output(z.file()),

  createCalendarFeed: route
    .meta({ access: everyRole })
    .route({
      method: 'POST',
      path: '/programmes/{programmeId}/events/{eventId}/calendar-feeds',
      summary: 'A secret address to subscribe to; an earlier one stops working',
      tags: ['scheduling'],
    })
    .input(ofEvent.extend(holder))
    .output(z.object({ url: z.string() })),

  exportSchedule: route
    .meta({ access: readers })
    .route({
      method: 'GET',
      path: '/programmes/{programmeId}/events/{eventId}/schedule-export',
      summary: 'All agendas as a workbook, or the problem as JSON',
      tags: ['scheduling'],
    })
    .input(ofEvent.extend({ locale, format: z.enum(['xlsx', 'problem-json']).default('xlsx') }))
    .output(z.file()),
}
