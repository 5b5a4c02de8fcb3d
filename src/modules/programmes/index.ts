import type { Id } from '../../kernel/id.ts'
import type { Platform } from '../../platform/context.ts'
import { type Actor, seesProgramme } from '../accounts/index.ts'
import { createProgrammesRoutes } from './http/routes.ts'
import { startWebhooks, tellWebhooks } from './jobs/deliver-webhook.ts'
import { inviteByMail } from './jobs/invite-by-mail.ts'
import { tellOverview } from './jobs/tell-overview.ts'
import { messages } from './messages.ts'
import { mountBrand } from './http/mount-brand.ts'
import type { ProgrammeSources } from './operations/programme-sources.ts'
import { summariseProgramme } from './queries/summarise-programme.ts'

export type { Keyword, KeywordList } from './domain/keyword.ts'
export type { FigureBesideRecord, NextStep, StageSummary } from './domain/overview.ts'
export type { NewProgramme, NewSide, Programme, Side } from './domain/programme.ts'
export type { Stage } from './domain/stage.ts'
export type { EventPlan, PlannedBlock } from './domain/event-plan.ts'
export type { MailKind } from './domain/mail-wording.ts'
export type { EventPlans } from './operations/open-programme.ts'
export { type SampleMail, SAMPLE_NAMES, sendMail } from './operations/word-mails.ts'
export { type ProgrammeGate, createProgrammeGate } from './queries/programme-gate.ts'
export { type Letterhead, type PublicBrand, readBrand, readDocumentHead, readSiteBrand } from './queries/read-brand.ts'
export type { ProgrammeSources } from './operations/programme-sources.ts'
export { personalData as programmesPersonalData, retention as programmesRetention } from './store/personal-data.ts'
export { createProgramme } from './operations/create-programme.ts'
export { saveKeywords } from './operations/save-keywords.ts'
export { listKeywords } from './queries/list-keywords.ts'
export type { OverviewSources, SummariseStage } from './queries/read-overview.ts'
export { type Instance, readInstance } from './queries/read-instance.ts'
export { readProgramme } from './queries/read-programme.ts'
export type { ProgrammesTables } from './store/tables.ts'

/** `sources`: what the other stages tell this one, which may not ask them itself. */
export const createProgrammesModule = (sources: ProgrammeSources) =>
  ({
    name: 'programmes',
    routes: createProgrammesRoutes(sources),
    mount: mountBrand,
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
