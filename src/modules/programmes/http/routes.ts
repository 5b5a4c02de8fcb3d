import { unwrap } from '../../../platform/http/orpc.ts'
import { implementRoutes } from '../../accounts/index.ts'
import { programmesContract } from '../contract.ts'
import {
  createWebhook,
  removeWebhook,
  replayDelivery,
  rotateWebhookSecret,
  setWebhookPaused,
} from '../operations/manage-webhooks.ts'
import { openProgramme } from '../operations/open-programme.ts'
import {
  previewArchive,
  previewRemoval,
  readRemovals,
  removeRecord,
  restoreRemoval,
} from '../operations/remove-records.ts'
import {
  archiveProgramme,
  removeLogo,
  restoreProgramme,
  setBrand,
  setFeatures,
  setLogo,
  updateProgramme,
} from '../operations/set-up-programme.ts'
import { previewMail, readMailWordings, saveMailWording } from '../operations/word-mails.ts'
import { readInstallation, retryJob, retryMail } from '../operations/mend-operations.ts'
import { PLACEHOLDERS, listMailKinds } from '../queries/list-mail-kinds.ts'
import { listTemplates } from '../queries/list-templates.ts'
import { listKeywords } from '../queries/list-keywords.ts'
import { readJournal } from '../queries/read-journal.ts'
import { readOverview } from '../queries/read-overview.ts'
import { listWebhooks } from '../queries/list-webhooks.ts'
import { listProgrammes, readProgramme } from '../queries/read-programme.ts'
import type { ProgrammeSources } from '../operations/programme-sources.ts'
import { namedCounts } from '../domain/removal.ts'
import {
  presentInstallation,
  presentKeyword,
  presentOverview,
  presentPreview,
  presentProgramme,
  presentRemoval,
  presentTemplate,
  presentWebhook,
} from './present.ts'

const on = implementRoutes(programmesContract)

const DONE = { ok: true } as const

/** `sources`: what later stages tell this one. */
export const createProgrammesRoutes = (sources: ProgrammeSources) =>
  on.router({
    listProgrammes: on.listProgrammes.handler(async ({ context: { platform, actor } }) => ({
      rows: (await listProgrammes(platform, actor)).map(presentProgramme),
    })),

    readProgramme: on.readProgramme.handler(async ({ input, context: { platform, actor } }) =>
      presentProgramme(unwrap(await readProgramme(platform, actor, input))),
    ),

    readOverview: on.readOverview.handler(async ({ input, context: { platform, actor } }) =>
      presentOverview(unwrap(await readOverview(platform, actor, input, sources))),
    ),

    listKeywords: on.listKeywords.handler(async ({ input, context: { platform, actor } }) => ({
      rows: unwrap(await listKeywords(platform, actor, input)).map(presentKeyword),
    })),

    listWebhooks: on.listWebhooks.handler(async ({ input, context: { platform, actor } }) => {
      const { webhooks, deliveries } = unwrap(await listWebhooks(platform, actor, input))
      return { webhooks: webhooks.map(presentWebhook), deliveries }
    }),

    createWebhook: on.createWebhook.handler(async ({ input, context: { platform, actor } }) =>
      unwrap(await createWebhook(platform, actor, input)),
    ),

    rotateWebhookSecret: on.rotateWebhookSecret.handler(async ({ input, context: { platform, actor } }) =>
      unwrap(await rotateWebhookSecret(platform, actor, input)),
    ),

    setWebhookPaused: on.setWebhookPaused.handler(async ({ input, context: { platform, actor } }) => {
      unwrap(await setWebhookPaused(platform, actor, input))
      return DONE
    }),

    removeWebhook: on.removeWebhook.handler(async ({ input, context: { platform, actor } }) => {
      unwrap(await removeWebhook(platform, actor, input))
      return DONE
    }),

    replayDelivery: on.replayDelivery.handler(async ({ input, context: { platform, actor } }) => {
      unwrap(await replayDelivery(platform, actor, input))
      return DONE
    }),

    readInstallation: on.readInstallation.handler(async ({ input, context: { platform, actor } }) =>
      presentInstallation(unwrap(await readInstallation(platform, actor, input))),
    ),

    retryJob: on.retryJob.handler(async ({ input, context: { platform, actor } }) => {
      unwrap(await retryJob(platform, actor, input))
      return DONE
    }),

    retryMail: on.retryMail.handler(async ({ input, context: { platform, actor } }) => {
      unwrap(await retryMail(platform, actor, input))
      return DONE
    }),

    listTemplates: on.listTemplates.handler(({ context: { platform, actor } }) => {
      const { mayOpen, templates, ownIds } = listTemplates(platform, actor)
      return { mayOpen, rows: templates.map(presentTemplate), ownIds: [...ownIds] }
    }),

    openProgramme: on.openProgramme.handler(async ({ input, context: { platform, actor } }) => {
      const { programmeId, eventIds } = unwrap(await openProgramme(platform, actor, input, sources.eventPlans))
      return { programmeId, eventIds: [...eventIds] }
    }),

    updateProgramme: on.updateProgramme.handler(async ({ input, context: { platform, actor } }) => {
      unwrap(await updateProgramme(platform, actor, input))
      return DONE
    }),

    setFeatures: on.setFeatures.handler(async ({ input, context: { platform, actor } }) => {
      unwrap(await setFeatures(platform, actor, input))
      return DONE
    }),

    setBrand: on.setBrand.handler(async ({ input, context: { platform, actor } }) => {
      unwrap(await setBrand(platform, actor, input))
      return DONE
    }),

    setLogo: on.setLogo.handler(async ({ input: { file, programmeId }, context: { platform, actor } }) => {
      const contents = new Uint8Array(await file.arrayBuffer())
      unwrap(await setLogo(platform, actor, { programmeId, file: { name: file.name, contents } }))
      return DONE
    }),

    removeLogo: on.removeLogo.handler(async ({ input, context: { platform, actor } }) => {
      unwrap(await removeLogo(platform, actor, input))
      return DONE
    }),

    listMailWordings: on.listMailWordings.handler(async ({ input, context: { platform, actor } }) => {
      const rows = unwrap(await readMailWordings(platform, actor, input))
      return { rows: listMailKinds(rows, sources.sampleMail), placeholders: [...PLACEHOLDERS] }
    }),

    saveMailWording: on.saveMailWording.handler(async ({ input, context: { platform, actor } }) => {
      unwrap(await saveMailWording(platform, actor, input))
      return DONE
    }),

    previewMail: on.previewMail.handler(async ({ input, context: { platform, actor } }) =>
      unwrap(await previewMail(platform, actor, input, sources.sampleMail)),
    ),

    previewArchive: on.previewArchive.handler(async ({ input, context: { platform, actor } }) => ({
      rows: namedCounts(unwrap(await previewArchive(platform, actor, input))),
    })),

    archiveProgramme: on.archiveProgramme.handler(async ({ input, context: { platform, actor } }) => {
      unwrap(await archiveProgramme(platform, actor, input))
      return DONE
    }),

    restoreProgramme: on.restoreProgramme.handler(async ({ input, context: { platform, actor } }) => {
      unwrap(await restoreProgramme(platform, actor, input))
      return DONE
    }),

    previewEventRemoval: on.previewEventRemoval.handler(async ({ input, context: { platform, actor } }) => {
      const { programmeId, eventId: subjectId } = input
      return presentPreview(unwrap(await previewRemoval(platform, actor, { programmeId, kind: 'event', subjectId })))
    }),

    removeEvent: on.removeEvent.handler(async ({ input, context: { platform, actor } }) => {
      const { programmeId, eventId: subjectId } = input
      return unwrap(await removeRecord(platform, actor, { programmeId, kind: 'event', subjectId }))
    }),

    previewCompanyRemoval: on.previewCompanyRemoval.handler(async ({ input, context: { platform, actor } }) => {
      const { programmeId, companyId: subjectId } = input
      return presentPreview(unwrap(await previewRemoval(platform, actor, { programmeId, kind: 'company', subjectId })))
    }),

    removeCompany: on.removeCompany.handler(async ({ input, context: { platform, actor } }) => {
      const { programmeId, companyId: subjectId } = input
      return unwrap(await removeRecord(platform, actor, { programmeId, kind: 'company', subjectId }))
    }),

    listRemovals: on.listRemovals.handler(async ({ input, context: { platform, actor } }) => ({
      rows: unwrap(await readRemovals(platform, actor, input)).map(presentRemoval),
    })),

    restoreRemoval: on.restoreRemoval.handler(async ({ input, context: { platform, actor } }) => {
      unwrap(await restoreRemoval(platform, actor, input))
      return DONE
    }),

    readJournal: on.readJournal.handler(async ({ input, context: { platform, actor } }) => ({
      rows: unwrap(await readJournal(platform, actor, input)),
    })),
  })
