import type { Id } from '../../../kernel/id.ts'
import { type Result, ok, refuse } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import { type Actor, seesProgramme } from '../../accounts/index.ts'
import {
  type FigureBesideRecord,
  type NextStep,
  type StageSummary,
  nextStepsOf,
  unbuiltStage,
} from '../domain/overview.ts'
import type { Programme } from '../domain/programme.ts'
import { STAGES, type Stage } from '../domain/stage.ts'
import { readProgramme } from './read-programme.ts'

export type SummariseStage = (platform: Platform, actor: Actor, programmeId: Id) => Promise<StageSummary>

/** What later stages tell the overview; app/ hands it in, because this stage may not know them. */
export interface OverviewSources {
  readonly stageSummaries: Readonly<Partial<Record<Stage, SummariseStage>>>
  readonly figures: (platform: Platform, programmeId: Id) => Promise<readonly FigureBesideRecord[]>
}

export interface Overview {
  readonly programme: Programme
  readonly stages: readonly StageSummary[]
  readonly figures: readonly FigureBesideRecord[]
  readonly nextSteps: readonly (NextStep & { readonly stage: Stage })[]
}

/** The chain in its order with live counts: one statement for each stage and two more. */
export async function readOverview(
  platform: Platform,
  actor: Actor,
  { programmeId }: { readonly programmeId: Id },
  { stageSummaries, figures }: OverviewSources,
): Promise<Result<Overview>> {
  if (!seesProgramme(actor, programmeId)) return refuse('forbidden', 'programmes.forbidden')
  const programme = await readProgramme(platform, actor, { programmeId })
  if (!programme.ok) return programme
  const stages: StageSummary[] = []
  for (const stage of STAGES) {
    stages.push((await stageSummaries[stage]?.(platform, actor, programmeId)) ?? unbuiltStage(stage))
  }
  return ok({
    programme: programme.value,
    stages,
    figures: await figures(platform, programmeId),
    nextSteps: nextStepsOf(stages),
  })
}
