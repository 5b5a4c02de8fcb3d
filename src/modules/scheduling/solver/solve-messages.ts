import type { Progress, ScheduleProblem, ScheduleSolution } from '../engine/index.ts'

/** What one lane is asked: the flag is shared, a 1 in it means stop. */
export interface LaneTask {
  readonly problem: ScheduleProblem
  readonly seed: number
  readonly iterationLimit?: number
  readonly budgetMs?: number
  readonly warmStart?: ScheduleSolution
  readonly stopFlag: Int32Array<SharedArrayBuffer>
}

export type LaneMessage =
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'done'; readonly solution: ScheduleSolution }
