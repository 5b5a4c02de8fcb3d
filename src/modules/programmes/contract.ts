import { z } from 'zod'
import { everyRole, route } from '../accounts/contract.ts'
import { acknowledged, country, day, id, instant, language, localizedName, localizedText, timeZone } from '../shapes.ts'
import { STAGES } from './domain/stage.ts'
import { TOLD_STAGES } from './domain/webhook.ts'

export const side = z.object({
  id,
  code: z.string(),
  name: localizedName(200),
  country,
  timeZone,
  languages: z.array(language),
  position: z.number().int(),
})

export const keyword = z.object({
  list: z.enum(['technology', 'market']),
  code: z.string(),
  parentCode: z.string().nullable(),
  name: localizedName(200),
})

export const programme = z.object({
  id,
  slug: z.string(),
  name: localizedName(200),
  operatorName: localizedName(200),
  hostName: localizedText(200),
  description: localizedText(4000),
  /** Made up for trying Naru out; every screen says so. */
  demo: z.boolean(),
  sides: z.array(side),
})

/** One link of the chain with its live count. `attention` counts what waits for a hand. */
export const stageSummary = z.object({
  stage: z.enum(STAGES),
  /** False: this instance does not have the stage yet. */
  built: z.boolean(),
  count: z.number().int().nullable(),
  attention: z.number().int(),
  /** Plain values for the sentence `programmes.stages.<stage>.facts`, such as companies per side. */
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
})

export const sideCount = z.object({ sideId: id, count: z.number().int() })

/** A published number beside what the records give; never merged. `recorded` null: no record counts this. */
export const announcedBesideRecorded = z.object({
  figure: z.string(),
  name: localizedName(200),
  unit: z.string(),
  announced: z.number(),
  asOf: day.nullable(),
  source: z.string(),
  recorded: z.number().nullable(),
  recordedBySide: z.array(sideCount),
})

export const overview = z.object({
  programme,
  stages: z.array(stageSummary),
  figures: z.array(announcedBesideRecorded),
  /** What the operator would do next, most useful first; codes of `programmes.nextSteps`. */
  nextSteps: z.array(z.object({ code: z.string(), stage: z.enum(STAGES), count: z.number().int() })),
})

export const journalEntry = z.object({
  seq: z.number().int(),
  at: instant,
  action: z.string(),
  actorName: z.string().nullable(),
  subjectKind: z.string(),
  subjectId: id.nullable(),
})

export { TOLD_STAGES }

const toldStage = z.enum(STAGES).refine((stage) => TOLD_STAGES.includes(stage), 'not-allowed')

export const webhook = z.object({
  id,
  url: z.string(),
  /** None: all stages that may be told of. */
  stages: z.array(z.enum(STAGES)),
  createdAt: instant,
  pausedAt: instant.nullable(),
  /** Until then the secret before signs too. */
  previousUntil: instant.nullable(),
})

export const webhookDelivery = z.object({
  /** The message id that the receiver sees. */
  id,
  webhookId: id,
  action: z.string(),
  occurredAt: instant,
  status: z.enum(['waiting', 'delivered', 'failed']),
  attempts: z.number().int(),
  /** HTTP status of the last answer, or why there was none. */
  outcome: z.string().nullable(),
  lastTriedAt: instant.nullable(),
})

const count = z.number().int().nonnegative()

export const installation = z.object({
  queues: z.array(z.object({ name: z.string(), waiting: count, active: count, failed: count })),
  failedJobs: z.array(z.object({ id, name: z.string(), failedAt: instant.nullable() })),
  mails: z.object({ queued: count, sent: count, failed: count }),
  /** Newest first, without addresses and texts. */
  unsentMails: z.array(
    z.object({
      id,
      kind: z.string(),
      status: z.enum(['queued', 'failed']),
      attempts: count,
      createdAt: instant,
      error: z.string().nullable(),
    }),
  ),
  storage: z.object({ databaseBytes: count, files: count, fileBytes: count }),
  versions: z.object({ naru: z.string(), node: z.string(), postgres: z.string(), migration: z.string() }),
})

const webhookKey = z.object({ programmeId: id, webhookId: id })

export const programmesContract = {
  listProgrammes: route
    .meta({ access: 'signed-in' })
    .route({ method: 'GET', path: '/programmes', summary: 'Programmes I have a role in', tags: ['programmes'] })
    .output(z.object({ rows: z.array(programme) })),

  readProgramme: route
    .meta({ access: everyRole })
    .route({
      method: 'GET',
      path: '/programmes/{programmeId}',
      summary: 'One programme with its sides',
      tags: ['programmes'],
    })
    .input(z.object({ programmeId: id }))
    .output(programme),

  readOverview: route
    .meta({ access: ['operator', 'official'] })
    .route({
      method: 'GET',
      path: '/programmes/{programmeId}/overview',
      summary: 'The chain with live counts',
      tags: ['programmes'],
    })
    .input(z.object({ programmeId: id }))
    .output(overview),

  listKeywords: route
    .meta({ access: everyRole })
    .route({ method: 'GET', path: '/programmes/{programmeId}/keywords', summary: 'Code lists', tags: ['programmes'] })
    .input(z.object({ programmeId: id, list: z.enum(['technology', 'market']).optional() }))
    .output(z.object({ rows: z.array(keyword) })),

  listWebhooks: route
    .meta({ access: ['operator'] })
    .route({
      method: 'GET',
      path: '/programmes/{programmeId}/webhooks',
      summary: 'Where other systems are told, and what they were told lately',
      tags: ['programmes'],
    })
    .input(z.object({ programmeId: id }))
    .output(z.object({ webhooks: z.array(webhook), deliveries: z.array(webhookDelivery) })),

  createWebhook: route
    .meta({ access: ['operator'] })
    .route({
      method: 'POST',
      path: '/programmes/{programmeId}/webhooks',
      summary: 'Tell another system; the secret is told only now',
      tags: ['programmes'],
    })
    .input(
      z.object({ programmeId: id, url: z.string().trim().max(500), stages: z.array(toldStage).max(20).default([]) }),
    )
    .output(z.object({ id, secret: z.string() })),

  rotateWebhookSecret: route
    .meta({ access: ['operator'] })
    .route({
      method: 'POST',
      path: '/programmes/{programmeId}/webhooks/{webhookId}/secret',
      summary: 'A new secret; for a day both sign',
      tags: ['programmes'],
    })
    .input(webhookKey)
    .output(z.object({ secret: z.string() })),

  setWebhookPaused: route
    .meta({ access: ['operator'] })
    .route({
      method: 'PUT',
      path: '/programmes/{programmeId}/webhooks/{webhookId}/paused',
      summary: 'Pause a webhook or let it go on',
      tags: ['programmes'],
    })
    .input(webhookKey.extend({ paused: z.boolean() }))
    .output(acknowledged),

  removeWebhook: route
    .meta({ access: ['operator'] })
    .route({
      method: 'DELETE',
      path: '/programmes/{programmeId}/webhooks/{webhookId}',
      summary: 'Tell this system nothing more',
      tags: ['programmes'],
    })
    .input(webhookKey)
    .output(acknowledged),

  replayDelivery: route
    .meta({ access: ['operator'] })
    .route({
      method: 'POST',
      path: '/programmes/{programmeId}/webhook-deliveries/{deliveryId}/replay',
      summary: 'Send a message again, under the same id',
      tags: ['programmes'],
    })
    .input(z.object({ programmeId: id, deliveryId: id }))
    .output(acknowledged),

  readInstallation: route
    .meta({ access: ['operator'] })
    .route({
      method: 'GET',
      path: '/programmes/{programmeId}/installation',
      summary: 'Jobs, mails, storage and versions of the whole installation',
      tags: ['programmes'],
    })
    .input(z.object({ programmeId: id }))
    .output(installation),

  retryJob: route
    .meta({ access: ['operator'] })
    .route({
      method: 'POST',
      path: '/programmes/{programmeId}/installation/jobs/{jobId}/retry',
      summary: 'Run a failed job once more',
      tags: ['programmes'],
    })
    .input(z.object({ programmeId: id, jobId: id }))
    .output(acknowledged),

  retryMail: route
    .meta({ access: ['operator'] })
    .route({
      method: 'POST',
      path: '/programmes/{programmeId}/installation/mails/{mailId}/retry',
      summary: 'Send a mail that failed or was held back',
      tags: ['programmes'],
    })
    .input(z.object({ programmeId: id, mailId: id }))
    .output(acknowledged),

  readJournal: route
    .meta({ access: ['operator', 'official'] })
    .route({
      method: 'GET',
      path: '/programmes/{programmeId}/journal',
      summary: 'What happened, newest first',
      tags: ['programmes'],
    })
    .input(z.object({ programmeId: id, before: z.coerce.number().int().optional() }))
    .output(z.object({ rows: z.array(journalEntry) })),
}
