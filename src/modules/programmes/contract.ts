import { z } from 'zod'
import { everyRole, route } from '../accounts/contract.ts'
import {
  acknowledged,
  country,
  day,
  id,
  instant,
  language,
  locale,
  localizedName,
  localizedText,
  timeZone,
} from '../shapes.ts'
import { FEATURES } from './domain/feature.ts'
import { MAIL_KINDS, PLACEHOLDERS } from './domain/mail-wording.ts'
import { NAMED_RECORDS, REMOVABLE_KINDS } from './domain/removal.ts'
import { STAGES } from './domain/stage.ts'
import { TEMPLATE_CODES } from './domain/template.ts'
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

export const feature = z.enum(FEATURES)

const words = {
  name: localizedName(200),
  operatorName: localizedName(200),
  hostName: localizedText(200),
  description: localizedText(4000),
}

export const programme = z.object({
  id,
  slug: z.string(),
  ...words,
  /** Made up for trying Naru out; every screen says so. */
  demo: z.boolean(),
  sides: z.array(side),
  /** Since then it can be read and not written. */
  archivedAt: instant.nullable(),
  /** Parts it does without. */
  featuresOff: z.array(feature),
  /** Stages nobody can enter, which follows from them. */
  closedStages: z.array(z.enum(STAGES)),
  /** How it looks to those outside. */
  brand: z.object({
    name: localizedText(100),
    accent: z.string().nullable(),
    /** Path of the picture on this server. */
    logo: z.string().nullable(),
  }),
})

const newSide = z.object({
  code: z.string().trim().max(31),
  name: localizedName(200),
  country,
  timeZone,
  languages: z.array(language).min(1).max(8),
})

/** What a new programme begins with. */
export const beginning = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('empty') }),
  z.object({ kind: z.literal('template'), template: z.enum(TEMPLATE_CODES) }),
  /** As another programme, without its people, companies and what they did. */
  z.object({ kind: z.literal('programme'), fromId: id }),
])

export const template = z.object({
  code: z.enum(TEMPLATE_CODES),
  sides: z.array(newSide),
  featuresOff: z.array(feature),
  /** null: no event comes with it. */
  event: z
    .object({ days: z.number().int(), timeslots: z.number().int(), tables: z.number().int(), online: z.number().int() })
    .nullable(),
})

/** Kept as it is, a line break included, so that it is refused and not mended. */
const line = (max: number) =>
  z
    .string()
    .max(max)
    .transform((text) => (text.trim() === '' ? null : text))

const wordingText = {
  /** In place of our subject; `{subject}` stands for ours. */
  subject: line(150).nullable().default(null),
  /** A paragraph after the greeting. */
  intro: line(1000).nullable().default(null),
  /** A paragraph at the end. */
  footer: line(1000).nullable().default(null),
}

const wordingKey = z.object({ programmeId: id, kind: z.enum(MAIL_KINDS), locale })

export const mailKind = z.object({
  kind: z.enum(MAIL_KINDS),
  locale,
  /** Our mail with made-up facts. */
  ours: z.object({ subject: z.string(), text: z.string() }),
  subject: z.string().nullable(),
  intro: z.string().nullable(),
  footer: z.string().nullable(),
})

const recordCount = z.object({ what: z.enum([...NAMED_RECORDS, 'other']), count: z.number().int().positive() })

export const removalPreview = z.object({
  /** What would go. */
  goes: z.array(recordCount),
  /** What of it is on record: while there is any, nothing can be removed. */
  onRecord: z.array(recordCount),
})

export const removal = z.object({
  id,
  kind: z.enum(REMOVABLE_KINDS),
  name: localizedText(200),
  held: z.array(recordCount),
  removedAt: instant,
  restoredAt: instant.nullable(),
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

export { GROUNDS, MIN_CONTRAST, accentContrast, accentOnDark, isColour } from './domain/colour.ts'
export { FEATURES, MAIL_KINDS, PLACEHOLDERS, TEMPLATE_CODES, TOLD_STAGES }

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
  /** What belongs to all programmes together; null for whoever does not administer the installation. */
  whole: z
    .object({
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
    .nullable(),
})

const webhookKey = z.object({ programmeId: id, webhookId: id })

export const programmesContract = {
  listProgrammes: route
    .meta({ access: 'signed-in', reach: 'own' })
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
      summary:
        'Jobs of the programme; for an administrator those of the installation, with mails, storage and versions',
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

  listTemplates: route
    .meta({ access: 'signed-in' })
    .route({
      method: 'GET',
      path: '/programme-templates',
      summary: 'Whether I may open a programme, and what it can begin with',
      tags: ['programmes'],
    })
    .output(z.object({ mayOpen: z.boolean(), rows: z.array(template), ownIds: z.array(id) })),

  openProgramme: route
    .meta({ access: 'signed-in', reach: 'all' })
    .route({ method: 'POST', path: '/programmes', summary: 'Open a programme', tags: ['programmes'] })
    .input(
      z.object({
        slug: z.string().trim().max(63),
        ...words,
        from: beginning,
        /** None: those of what it begins with. */
        sides: z.array(newSide).max(12).default([]),
        /** On which its event begins; null: no event is prepared. */
        firstDay: day.nullable().default(null),
      }),
    )
    .output(z.object({ programmeId: id, eventIds: z.array(id) })),

  updateProgramme: route
    .meta({ access: ['operator'] })
    .route({
      method: 'PUT',
      path: '/programmes/{programmeId}',
      summary: 'Change what a programme is called',
      tags: ['programmes'],
    })
    .input(z.object({ programmeId: id, ...words }))
    .output(acknowledged),

  setFeatures: route
    .meta({ access: ['operator'] })
    .route({
      method: 'PUT',
      path: '/programmes/{programmeId}/features',
      summary: 'Which parts the programme does without',
      tags: ['programmes'],
    })
    .input(z.object({ programmeId: id, off: z.array(feature).max(FEATURES.length) }))
    .output(acknowledged),

  setBrand: route
    .meta({ access: ['operator'] })
    .route({
      method: 'PUT',
      path: '/programmes/{programmeId}/brand',
      summary: 'Name and colour on public pages, in mails and documents',
      tags: ['programmes'],
    })
    .input(
      z.object({
        programmeId: id,
        name: localizedText(100),
        accent: z
          .string()
          .trim()
          .toLowerCase()
          .max(7)
          .transform((text) => text || null)
          .nullable(),
      }),
    )
    .output(acknowledged),

  setLogo: route
    .meta({ access: ['operator'] })
    .route({
      method: 'POST',
      path: '/programmes/{programmeId}/brand/logo',
      summary: 'The picture on public pages, in mails and documents: PNG, JPEG or WebP',
      tags: ['programmes'],
    })
    .input(z.object({ programmeId: id, file: z.file() }))
    .output(acknowledged),

  removeLogo: route
    .meta({ access: ['operator'] })
    .route({
      method: 'DELETE',
      path: '/programmes/{programmeId}/brand/logo',
      summary: 'No picture any more',
      tags: ['programmes'],
    })
    .input(z.object({ programmeId: id }))
    .output(acknowledged),

  listMailWordings: route
    .meta({ access: ['operator'] })
    .route({
      method: 'GET',
      path: '/programmes/{programmeId}/mail-wordings',
      summary: 'The words of each kind of mail: ours and the own ones',
      tags: ['programmes'],
    })
    .input(z.object({ programmeId: id }))
    .output(z.object({ rows: z.array(mailKind), placeholders: z.array(z.enum(PLACEHOLDERS)) })),

  saveMailWording: route
    .meta({ access: ['operator'] })
    .route({
      method: 'PUT',
      path: '/programmes/{programmeId}/mail-wordings/{kind}/{locale}',
      summary: 'Own words for a kind of mail in one language; none: back to ours',
      tags: ['programmes'],
    })
    .input(wordingKey.extend(wordingText))
    .output(acknowledged),

  previewMail: route
    .meta({ access: ['operator'] })
    .route({
      method: 'POST',
      path: '/programmes/{programmeId}/mail-wordings/{kind}/{locale}/preview',
      summary: 'How a mail would read with these words',
      tags: ['programmes'],
    })
    .input(wordingKey.extend(wordingText))
    .output(z.object({ subject: z.string(), text: z.string(), html: z.string().nullable() })),

  previewArchive: route
    .meta({ access: ['operator'] })
    .route({
      method: 'GET',
      path: '/programmes/{programmeId}/archive',
      summary: 'What the programme holds, before it is archived',
      tags: ['programmes'],
    })
    .input(z.object({ programmeId: id }))
    .output(z.object({ rows: z.array(recordCount) })),

  archiveProgramme: route
    .meta({ access: ['operator'] })
    .route({
      method: 'POST',
      path: '/programmes/{programmeId}/archive',
      summary: 'From now on everything can be read and nothing written',
      tags: ['programmes'],
    })
    .input(z.object({ programmeId: id }))
    .output(acknowledged),

  restoreProgramme: route
    .meta({ access: ['operator'] })
    .route({
      method: 'DELETE',
      path: '/programmes/{programmeId}/archive',
      summary: 'Bring an archived programme back',
      tags: ['programmes'],
    })
    .input(z.object({ programmeId: id }))
    .output(acknowledged),

  previewEventRemoval: route
    .meta({ access: ['operator'] })
    .route({
      method: 'GET',
      path: '/programmes/{programmeId}/events/{eventId}/removal',
      summary: 'What removing an event would take',
      tags: ['programmes'],
    })
    .input(z.object({ programmeId: id, eventId: id }))
    .output(removalPreview),

  removeEvent: route
    .meta({ access: ['operator'] })
    .route({
      method: 'DELETE',
      path: '/programmes/{programmeId}/events/{eventId}',
      summary: 'Remove an event of which nothing is on record; it can be put back for thirty days',
      tags: ['programmes'],
    })
    .input(z.object({ programmeId: id, eventId: id }))
    .output(z.object({ removalId: id })),

  previewCompanyRemoval: route
    .meta({ access: ['operator'] })
    .route({
      method: 'GET',
      path: '/programmes/{programmeId}/companies/{companyId}/removal',
      summary: 'What removing a company would take',
      tags: ['programmes'],
    })
    .input(z.object({ programmeId: id, companyId: id }))
    .output(removalPreview),

  removeCompany: route
    .meta({ access: ['operator'] })
    .route({
      method: 'DELETE',
      path: '/programmes/{programmeId}/companies/{companyId}',
      summary: 'Remove a company of which nothing is on record; it can be put back for thirty days',
      tags: ['programmes'],
    })
    .input(z.object({ programmeId: id, companyId: id }))
    .output(z.object({ removalId: id })),

  listRemovals: route
    .meta({ access: ['operator'] })
    .route({
      method: 'GET',
      path: '/programmes/{programmeId}/removals',
      summary: 'What was removed in the last thirty days',
      tags: ['programmes'],
    })
    .input(z.object({ programmeId: id }))
    .output(z.object({ rows: z.array(removal) })),

  restoreRemoval: route
    .meta({ access: ['operator'] })
    .route({
      method: 'POST',
      path: '/programmes/{programmeId}/removals/{removalId}/restore',
      summary: 'Put back what was removed',
      tags: ['programmes'],
    })
    .input(z.object({ programmeId: id, removalId: id }))
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
