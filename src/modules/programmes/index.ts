import type { Id } from '../../kernel/id.ts'
import type { Platform } from '../../platform/context.ts'
import { type Actor, seesProgramme } from '../accounts/index.ts'
import { createProgrammesRoutes } from './http/routes.ts'
import { startWebhooks, tellWebhooks } from './jobs/deliver-webhook.ts'
import { inviteByMail } from './jobs/invite-by-mail.ts'
import { tellOverview } from './jobs/tell-overview.ts'
import { messages } from './messages.ts'
import type { OverviewSources } from './queries/read-overview.ts'
import { summariseProgramme } from './queries/summarise-programme.ts'

export type { Keyword, KeywordList } from './domain/keyword.ts'
export type { FigureBesideRecord, NextStep, StageSummary } from './domain/overview.ts'
export type { NewProgramme, NewSide, Programme, Side } from './domain/programme.ts'
export type { Stage } from './domain/stage.ts'
export { createProgramme } from './operations/create-programme.ts'
export { saveKeywords } from './operations/save-keywords.ts'
export { listKeywords } from './queries/list-keywords.ts'
export type { OverviewSources, SummariseStage } from './queries/read-overview.ts'
export { type Instance, readInstance } from './queries/read-instance.ts'
export { readProgramme } from './queries/read-programme.ts'
export type { ProgrammesTables } from './store/tables.ts'

/** `sources`: what the other stages tell the overview, which this stage may not ask itself. */
export const createProgrammesModule = (sources: OverviewSources) =>
  ({
    name: 'programmes',
    routes: createProgrammesRoutes(sources),
    startJobs: startWebhooks,
    journalListeners: [inviteByMail, tellOverview, tellWebhooks],
    liveTopics: {
      /** `programme:<id>`: the overview's counts, for those who see the chain. */
      programme: (_platform: Platform, actor: Actor, programmeId: Id) =>
        Promise.resolve(seesProgramme(actor, programmeId)),
    },
    messages,
  }) as const

export { summariseProgramme }
