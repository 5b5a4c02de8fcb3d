import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import {
  type Change,
  compareValues,
  type Progress,
  type ScheduleProblem,
  type ScheduleSolution,
} from '../engine/index.ts'
import type { ChangesTask } from './changes-worker.ts'
import { Proof } from './proof.ts'
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
  /** Time for the cheapest changes after the search: by default a quarter of `budgetMs`, 2 s at most; none without a budget. */
  readonly changesBudgetMs?: number
}

export interface WorkerAnswer {
  readonly solution: ScheduleSolution
  /** The cheapest change that would admit an unmet request, by request. */
  readonly changes: ReadonlyMap<string, Change>
  readonly elapsedMs: number
}

/** Far enough apart that the seeds of two neighbouring runs share no lane. */
const LANE_STRIDE = 1_000_003
/** The search usually meets the best schedule of a small problem sooner than a proof could start. */
const CHALLENGE_AFTER_MS = 100
/** From here on a second lane costs more memory than it gains. */
const REQUESTS_FOR_ONE_LANE = 30_000
const FINISHING_ITERATIONS = 50_000
const MOST_FOR_CHANGES_MS = 2_000

/**
 * Solves in worker threads; the calling thread stays free. With a time budget, bounds and proofs are worked on
 * beside the search and end it as soon as nothing better is possible. An abort answers the best schedule so far.
 * Rejects only on a defect of the engine or when a thread cannot start.
 */
export async function solveInWorker(
  problem: ScheduleProblem,
  limits: WorkerLimits,
  signal?: AbortSignal,
  onProgress?: (progress: Progress) => void,
): Promise<WorkerAnswer> {
  const startedMs = performance.now()
  const portfolio = new Portfolio(problem, limits, onProgress)
  const stop = (): void => portfolio.stop()
  if (signal?.aborted === true) stop()
  signal?.addEventListener('abort', stop, { once: true })
  try {
    const solution = await portfolio.run()
    const elapsedMs = performance.now() - startedMs
    const changesBudgetMs = limits.changesBudgetMs ?? Math.min(MOST_FOR_CHANGES_MS, (limits.budgetMs ?? 0) / 4)
    const wanted = changesBudgetMs > 0 && solution.unmet.length > 0
    return {
      solution,
      changes: wanted ? await runChanges({ problem, solution, budgetMs: changesBudgetMs }) : new Map(),
      elapsedMs,
    }
  } finally {
    signal?.removeEventListener('abort', stop)
    await portfolio.end()
  }
}

/** Lanes of the search and the proof beside them. */
class Portfolio {
  private readonly problem: ScheduleProblem
  private readonly limits: Omit<WorkerLimits, 'lanes' | 'threads' | 'changesBudgetMs'>
  private readonly laneCount: number
  private readonly threads: number
  private readonly stopFlag = new Int32Array(new SharedArrayBuffer(4))
  private readonly isTimed: boolean
  private readonly proof: Proof | null
  private readonly onProgress: ((progress: Progress) => void) | undefined
  private readonly latest: Progress[] = []
  /** When the clock of the first lanes began, by this thread's. */
  private clockBeganMs: number | undefined
  private readonly answers: ScheduleSolution[] = []
  private extra: Promise<void> = Promise.resolve()

  constructor(
    problem: ScheduleProblem,
    { lanes, threads, changesBudgetMs: _, ...limits }: WorkerLimits,
    onProgress?: (progress: Progress) => void,
  ) {
    this.problem = problem
    this.limits = limits
    this.onProgress = onProgress
    const { budgetMs, iterationLimit } = limits
    const cores = Math.max(1, availableParallelism())
    this.isTimed = budgetMs !== undefined && iterationLimit === undefined
    this.proof =
      this.isTimed && budgetMs !== undefined && Proof.suits(problem)
        ? new Proof(problem, budgetMs, this.stopFlag, () => this.look())
        : null
    this.laneCount = Math.max(1, lanes ?? (this.isTimed ? this.suitableLanes(cores) : 1))
    this.threads = Math.min(this.laneCount, threads ?? cores)
  }

  /** One core is left to the question for fewer breaks where it is asked; large problems have a single lane. */
  private suitableLanes(cores: number): number {
    if (this.problem.requests.length > REQUESTS_FOR_ONE_LANE) return 1
    return Math.max(1, this.proof?.decides === true ? cores - 1 : cores)
  }

  stop(): void {
    Atomics.store(this.stopFlag, 0, 1)
  }

  async run(): Promise<ScheduleSolution> {
    let next = 0
    const drain = async (): Promise<void> => {
      while (next < this.laneCount) {
        const lane = next++
        await this.runLane(lane, { seed: this.limits.seed + lane * LANE_STRIDE })
      }
    }
    await Promise.all(Array.from({ length: this.threads }, drain))
    await this.extra
    const best = this.withTightestBound(this.answers.reduce((a, b) => (compareValues(b.value, a.value) > 0 ? b : a)))
    return this.proof === null ? best : this.proof.applyTo(best)
  }

  /** A bound holds for every lane; one may have got further with it than the lane of the best schedule. */
  private withTightestBound(best: ScheduleSolution): ScheduleSolution {
    const { value } = best
    const { bound } = this.answers
      .filter((answer) => answer.value.musts === value.musts)
      .reduce((a, b) => (b.bound.weight < a.bound.weight ? b : a), best)
    if (bound.weight >= best.bound.weight) return best
    const wanted = this.problem.requests.filter((request) => request.wish === 'must').length
    const isBest =
      value.musts === wanted &&
      value.weight >= bound.weight &&
      value.breaks + (value.moved ?? 0) + (value.shortfall ?? 0) === 0
    return { ...best, bound: { ...bound, provenBest: isBest } }
  }

  private async runLane(lane: number, own: Pick<LaneTask, 'seed'> & Partial<LaneTask>): Promise<void> {
    const task: LaneTask = { ...this.limits, problem: this.problem, stopFlag: this.stopFlag, ...own }
    this.answers[lane] = await runLane(task, (progress) => {
      this.clockBeganMs ??= performance.now() - progress.elapsedMs
      // A lane that began later has a clock of its own: what it reached was reached now.
      const reachedMs = lane < this.threads ? progress.reachedMs : performance.now() - this.clockBeganMs
      this.latest[lane] = { ...progress, reachedMs }
      this.look()
    })
    // With an iteration limit every lane runs to its end, so that the answer does not depend on who was first.
    if (this.answers[lane].bound.provenBest && this.isTimed) this.stop()
  }

  /** After every piece of news: report, stop when nothing better is possible, else ask whether it is. */
  private look(): void {
    const known = this.latest.filter((progress) => progress !== undefined)
    if (known.length === 0) return
    const best = known.reduce((a, b) => (compareValues(b.value, a.value) > 0 ? b : a))
    const { proof } = this
    this.onProgress?.({
      ...best,
      elapsedMs: Math.max(...known.map((progress) => progress.elapsedMs)),
      iterations: known.reduce((total, progress) => total + progress.iterations, 0),
      boundWeight: Math.min(proof?.weight ?? Infinity, ...known.map((progress) => progress.boundWeight)),
      boundBreaks: proof?.breaks ?? best.boundBreaks,
    })
    if (proof === null || Atomics.load(this.stopFlag, 0) === 1) return
    if (proof.isMetBy(best.value)) this.stop()
    else if (best.elapsedMs > CHALLENGE_AFTER_MS) proof.challenge(best.value, (start) => this.takeBetter(start))
  }

  /** Finishes a schedule the proof has come upon as one more lane. */
  private takeBetter(start: ScheduleSolution): Promise<void> {
    const stopFlag = new Int32Array(new SharedArrayBuffer(4))
    const { seed } = this.limits
    const finishing = { seed, warmStart: start, iterationLimit: FINISHING_ITERATIONS, stopFlag }
    this.extra = this.runLane(this.laneCount, finishing)
    return this.extra
  }

  async end(): Promise<void> {
    this.stop()
    await this.proof?.end()
  }
}

/** A thread that runs until `take` finds the answer in one of its messages. */
function runWorker<M, T>(file: string, workerData: unknown, take: (message: M) => T | undefined): Promise<T> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(file, import.meta.url), { workerData })
    worker.on('message', (message: M) => {
      const answer = take(message)
      if (answer !== undefined) resolve(answer)
    })
    worker.once('error', reject)
    worker.once('exit', (code) => {
      if (code !== 0) reject(new Error(`The solver thread ended with code ${code}`))
    })
  })
}

const runLane = (task: LaneTask, onProgress: (progress: Progress) => void): Promise<ScheduleSolution> =>
  runWorker('./solve-worker.ts', task, (message: LaneMessage) => {
    if (message.kind === 'done') return message.solution
    onProgress(message.progress)
    return undefined
  })

const runChanges = (task: ChangesTask): Promise<ReadonlyMap<string, Change>> =>
  runWorker('./changes-worker.ts', task, (changes: ReadonlyMap<string, Change>) => changes)
