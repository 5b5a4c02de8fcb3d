import type { InferSchemaInput } from '@orpc/contract'
import type { Watched } from '../operations/mend-operations.ts'
import type {
  installation,
  keyword,
  overview,
  programme,
  removal,
  removalPreview,
  template,
  webhook,
} from '../contract.ts'
import { countPlan } from '../domain/event-plan.ts'
import { closedStages, switchedOff } from '../domain/feature.ts'
import type { Keyword } from '../domain/keyword.ts'
import type { StageSummary } from '../domain/overview.ts'
import { namedCounts } from '../domain/removal.ts'
import type { Stage } from '../domain/stage.ts'
import { type TemplateCode, templateOf } from '../domain/template.ts'
import type { RemovalPreview, RemovalRow } from '../operations/remove-records.ts'
import type { WebhookRow } from '../queries/list-webhooks.ts'
import type { Programme } from '../domain/programme.ts'
import type { Overview } from '../queries/read-overview.ts'

const presentSides = <Side extends { readonly languages: readonly string[] }>(sides: readonly Side[]) =>
  sides.map(({ languages, ...side }) => ({ ...side, languages: [...languages] }))

export const presentProgramme = ({
  sides,
  featuresOff,
  brand,
  ...row
}: Programme): InferSchemaInput<typeof programme> => ({
  ...row,
  sides: presentSides(sides),
  featuresOff: switchedOff(featuresOff),
  closedStages: closedStages(featuresOff),
  brand: { ...brand, logo: brand.logo && `/brand/${row.id}/logo?v=${brand.logo.slice(0, 12)}` },
})

export const presentTemplate = (code: TemplateCode): InferSchemaInput<typeof template> => {
  const { sides, featuresOff, event } = templateOf(code)
  return {
    code,
    sides: presentSides(sides),
    featuresOff: [...featuresOff],
    event: event && { ...countPlan(event), tables: event.tables, online: event.online },
  }
}

export const presentRemoval = ({ counts, ...row }: RemovalRow): InferSchemaInput<typeof removal> => ({
  ...row,
  held: namedCounts(counts),
})

export const presentKeyword = (row: Keyword): InferSchemaInput<typeof keyword> => row

export const presentWebhook = ({ stages, ...row }: WebhookRow): InferSchemaInput<typeof webhook> => ({
  ...row,
  stages: [...stages] as Stage[],
})

export const presentInstallation = ({ queues, failedJobs, whole }: Watched): InferSchemaInput<typeof installation> => ({
  queues: [...queues],
  failedJobs: [...failedJobs],
  whole: whole && { ...whole, unsentMails: [...whole.unsentMails] },
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

export const presentPreview = ({ counts, onRecord }: RemovalPreview): InferSchemaInput<typeof removalPreview> => ({
  goes: namedCounts(counts),
  onRecord: namedCounts(onRecord),
})
