import type {
  Change,
  Disturbance,
  Repair,
  RepairOptions,
  ScheduleProblem,
  ScheduleSolution,
  WhatIfPoint,
  WhatIfQuestion,
} from '../engine/index.ts'

/** What the study thread is asked. A 1 in `stopFlag` means stop. */
export type StudyTask =
  | {
      readonly kind: 'changes'
      readonly problem: ScheduleProblem
      readonly solution: ScheduleSolution
      readonly requests: readonly string[]
      readonly budgetMs: number
    }
  | {
      readonly kind: 'repair'
      readonly problem: ScheduleProblem
      readonly published: ScheduleSolution
      readonly disturbance: Disturbance
      /** One answer for each. */
      readonly options: readonly Omit<RepairOptions, 'elapsedMs'>[]
    }
  | {
      readonly kind: 'what-if'
      readonly present: ScheduleSolution
      /** From the least to the most of what is varied: each begins where the one before ended. */
      readonly variants: readonly { readonly problem: ScheduleProblem; readonly question: WhatIfQuestion }[]
      /** For each variant. */
      readonly budgetMs: number
      readonly stopFlag: Int32Array<SharedArrayBuffer>
    }

export type StudyMessage =
  | { readonly kind: 'changes'; readonly changes: ReadonlyMap<string, Change> }
  | { readonly kind: 'repairs'; readonly repairs: readonly Repair[] }
  /** The answer to the variant of this index. */
  | { readonly kind: 'point'; readonly index: number; readonly point: Omit<WhatIfPoint, 'solution'> }
  | { readonly kind: 'done' }
