import type { InferSchemaInput } from '@orpc/contract'
import type { keyword, overview, programme } from '../contract.ts'
import type { Keyword } from '../domain/keyword.ts'
import type { StageSummary } from '../domain/overview.ts'
import type { Programme } from '../domain/programme.ts'
import type { Overview } from '../queries/read-overview.ts'

export const presentProgramme = ({ sides, ...row }: Programme): InferSchemaInput<typeof programme> => ({
  ...row,
  sides: sides.map(({ languages, ...side }) => ({ ...side, languages: [...languages] })),
})

export const presentKeyword = (row: Keyword): InferSchemaInput<typeof keyword> => row

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
