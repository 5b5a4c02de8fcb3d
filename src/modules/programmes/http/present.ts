import type { InferSchemaInput } from '@orpc/contract'
import type { Operations } from '../../../platform/health.ts'
import type { installation, keyword, overview, programme, webhook } from '../contract.ts'
import type { Keyword } from '../domain/keyword.ts'
import type { StageSummary } from '../domain/overview.ts'
import type { Stage } from '../domain/stage.ts'
import type { WebhookRow } from '../queries/list-webhooks.ts'
import type { Programme } from '../domain/programme.ts'
import type { Overview } from '../queries/read-overview.ts'

export const presentProgramme = ({ sides, ...row }: Programme): InferSchemaInput<typeof programme> => ({
  ...row,
  sides: sides.map(({ languages, ...side }) => ({ ...side, languages: [...languages] })),
})

export const presentKeyword = (row: Keyword): InferSchemaInput<typeof keyword> => row

export const presentWebhook = ({ stages, ...row }: WebhookRow): InferSchemaInput<typeof webhook> => ({
  ...row,
  stages: [...stages] as Stage[],
})

export const presentInstallation = (view: Operations): InferSchemaInput<typeof installation> => ({
  ...view,
  queues: [...view.queues],
  failedJobs: [...view.failedJobs],
  unsentMails: [...view.unsentMails],
})

const presentStage = ({ stage, built, count, attention, facts }: StageSummary) => ({
  stage,
  built,
  count,
  attention,
  facts: { ...facts },
})

export const presentOverview = (view: Overview): InferSchemaInput<typeof overview> => ({
  programme: presentProgramme(view.programme),
  stages: view.stages.map(presentStage),
  figures: view.figures.map((figure) => ({ ...figure, recordedBySide: [...figure.recordedBySide] })),
  nextSteps: [...view.nextSteps],
})
