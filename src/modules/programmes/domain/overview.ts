import type { LocalizedText } from '../../../kernel/locale.ts'
import type { Stage } from './stage.ts'

/** What a stage says of itself in the overview. */
export interface StageSummary {
  readonly stage: Stage
  /** False: this instance does not have the stage yet. */
  readonly built: boolean
  readonly count: number | null
  /** How many things wait for a hand. */
  readonly attention: number
  /** Plain values of the sentence `programmes.stages.<stage>.facts`. */
  readonly facts: Readonly<Record<string, string | number>>
  /** What is due in this stage, most useful first. */
  readonly nextSteps?: readonly NextStep[]
}

/** `code` names a sentence of `programmes.nextSteps`; `count` is what it concerns. */
export interface NextStep {
  readonly code: string
  readonly count: number
}

/** A published number beside what the records give; never merged. */
export interface FigureBesideRecord {
  readonly figure: string
  readonly name: LocalizedText
  readonly unit: string
  readonly announced: number
  readonly asOf: string | null
  readonly source: string
  /** null: no record counts this. */
  readonly recorded: number | null
  readonly recordedBySide: readonly { readonly sideId: string; readonly count: number }[]
}

/** A stage that is not there yet. */
export const unbuiltStage = (stage: Stage): StageSummary => ({
  stage,
  built: false,
  count: null,
  attention: 0,
  facts: {},
})

/**
 * What the operator would do next: the steps that stages report, those of earlier stages first, because a record
 * cannot travel on before it has come that far.
 */
export const nextStepsOf = (summaries: readonly StageSummary[]): (NextStep & { readonly stage: Stage })[] =>
  summaries.flatMap(({ stage, nextSteps = [] }) => nextSteps.map((step) => ({ ...step, stage })))
