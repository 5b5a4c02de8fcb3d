import { parentPort, workerData } from 'node:worker_threads'
import { type Change, findChanges, type ScheduleProblem, type ScheduleSolution } from '../engine/index.ts'

export interface ChangesTask {
  readonly problem: ScheduleProblem
  readonly solution: ScheduleSolution
  readonly budgetMs: number
}

const { problem, solution, budgetMs } = workerData as ChangesTask
if (parentPort === null) throw new Error('changes-worker.ts runs as a worker thread only')
const startedMs = performance.now()
const changes: Map<string, Change> = findChanges(
  problem,
  solution,
  undefined,
  () => performance.now() - startedMs < budgetMs,
)
parentPort.postMessage(changes)
