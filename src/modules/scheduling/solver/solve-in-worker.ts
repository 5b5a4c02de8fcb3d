import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { type Change, compareValues, type Progress, type ScheduleProblem, type ScheduleSolution } from '../engine/index.ts'
import type { LaneMessage, LaneTask } from './solve-messages.ts'

export interface WorkerLimits {
  readonly seed: number
  /** Time to spend; all cores search with seeds of their own. */
  readonly budgetMs?: number
  /** Moves per lane: the answer then depends on seed, lanes and limit only, not on the number of threads. */
  readonly iterationLimit?: number
  /** Independent searches, the best of which is the answer; by default 1 with an iteration limit, else one per core. */
  readonly lanes?: number
  /** Lanes running at once, at most. */
  readonly threads?: number
  readonly warmStart?: ScheduleSolution
}

export interface WorkerAnswer {
  readonly solution: ScheduleSolution
  /** The cheapest change that would admit an unmet request, by request. */
  readonly changes: ReadonlyMap<string, Change>
  readonly elapsedMs: number
}

/** Far enough apart that the seeds of two neighbouring runs share no lane. */
const LANE_STRIDE = 1_000_003

/**
 * Solves in worker threads; the calling thread stays free. An abort answers the best schedule so far. Rejects only
 * on a defect of the engine or when a thread cannot start.
 */
export async function solveInWorker(
  problem: ScheduleProblem,
  limits: WorkerLimits,
  signal?: AbortSignal,
  onProgress?: (progress: Progress) => void,
): Promise<WorkerAnswer> {
  const startedMs = performance.now()
  const stopFlag = new Int32Array(new SharedArrayBuffer(4))
  const stop = (): void => {
    Atomics.store(stopFlag, 0, 1)
  }
  if (signal?.aborted === true) stop()
  signal?.addEventListener('abort', stop, { once: true })
  try {
    const solution = await runLanes(problem, limits, stopFlag, onProgress)
    return { solution, changes: new Map(), elapsedMs: performance.now() - startedMs }
  } finally {
    signal?.removeEventListener('abort', stop)
  }
}

async function runLanes(
  problem: ScheduleProblem,
  { lanes, threads, ...limits }: WorkerLimits,
  stopFlag: Int32Array<SharedArrayBuffer>,
  onProgress?: (progress: Progress) => void,
): Promise<ScheduleSolution> {
  const cores = Math.max(1, availableParallelism())
  const laneCount = Math.max(1, lanes ?? (limits.iterationLimit === undefined ? cores : 1))
  const answers: ScheduleSolution[] = []
  const latest: Progress[] = []
  const report = (lane: number, progress: Progress): void => {
    latest[lane] = progress
    onProgress?.(mergeProgress(latest))
  }
  let next = 0
  const drain = async (): Promise<void> => {
    while (next < laneCount) {
      const lane = next++
      const task: LaneTask = { ...limits, problem, stopFlag, seed: limits.seed + lane * LANE_STRIDE }
      const solution = await runLane(task, (progress) => report(lane, progress))
      answers[lane] = solution
      // With an iteration limit every lane runs to its end, so that the answer does not depend on who was first.
      if (solution.bound.provenBest && limits.iterationLimit === undefined) Atomics.store(stopFlag, 0, 1)
    }
  }
  await Promise.all(Array.from({ length: Math.min(laneCount, threads ?? cores) }, drain))
  return bestOf(answers)
}

function runLane(task: LaneTask, onProgress: (progress: Progress) => void): Promise<ScheduleSolution> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./solve-worker.ts', import.meta.url), { workerData: task })
    worker.on('message', (message: LaneMessage) => {
      if (message.kind === 'progress') onProgress(message.progress)
      else resolve(message.solution)
    })
    worker.once('error', reject)
    worker.once('exit', (code) => {
      if (code !== 0) reject(new Error(`The solver thread ended with code ${code}`))
    })
  })
}

/** The best value; of equals the first lane. */
const bestOf = (answers: readonly ScheduleSolution[]): ScheduleSolution =>
  answers.reduce((a, b) => (compareValues(b.value, a.value) > 0 ? b : a))

function mergeProgress(latest: readonly Progress[]): Progress {
  const known = latest.filter((progress) => progress !== undefined)
  const best = known.reduce((a, b) => (compareValues(b.value, a.value) > 0 ? b : a))
  return {
    ...best,
    elapsedMs: Math.max(...known.map((progress) => progress.elapsedMs)),
    iterations: known.reduce((total, progress) => total + progress.iterations, 0),
  }
}
