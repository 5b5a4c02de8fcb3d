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
import { readInstallation, retryJob, retryMail } from '../operations/mend-operations.ts'
import { listKeywords } from '../queries/list-keywords.ts'
import { readJournal } from '../queries/read-journal.ts'
import { type OverviewSources, readOverview } from '../queries/read-overview.ts'
import { listWebhooks } from '../queries/list-webhooks.ts'
import { listProgrammes, readProgramme } from '../queries/read-programme.ts'
import { presentInstallation, presentKeyword, presentOverview, presentProgramme, presentWebhook } from './present.ts'

const on = implementRoutes(programmesContract)

const DONE = { ok: true } as const

/** `sources`: what later stages tell the overview. */
export const createProgrammesRoutes = (sources: OverviewSources) =>
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

    readJournal: on.readJournal.handler(async ({ input, context: { platform, actor } }) => ({
      rows: unwrap(await readJournal(platform, actor, input)),
    })),
  })
