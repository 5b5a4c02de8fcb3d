import { parentPort, workerData } from 'node:worker_threads'
import { BoundKeeper } from '../engine/bound-keeper.ts'
import { boundBreaks } from '../engine/breaks-bound.ts'
import { compileProblem } from '../engine/compile.ts'
import type { BoundCertificate, ScheduleProblem } from '../engine/index.ts'
import { honouredPins } from '../engine/pins.ts'
import { loadLinearSolver } from './highs-solver.ts'

export interface ProofTask {
  readonly problem: ScheduleProblem
  readonly budgetMs: number
  readonly stopFlag: Int32Array<SharedArrayBuffer>
}

export type ProofMessage =
  | { readonly kind: 'weight'; readonly weight: number; readonly certificate: BoundCertificate }
  | { readonly kind: 'breaks'; readonly breaks: number }

const task = workerData as ProofTask
const port = parentPort
if (port === null) throw new Error('prove-worker.ts runs as a worker thread only')
const send = (message: ProofMessage): void => port.postMessage(message)

const shouldStop = (): boolean => Atomics.load(task.stopFlag, 0) === 1
const problem = compileProblem(task.problem)
const isHeld = honouredPins(problem)
const solver = await loadLinearSolver()
const limits = { timeLimitMs: task.budgetMs, shouldStop }
const bound = new BoundKeeper(problem, isHeld)
if (bound.solveExactly(solver, { ...limits, mayGoOn: () => !shouldStop() })) {
  const { weight, certificate } = bound.report({ musts: bound.musts, weight: 0, breaks: 0 })
  send({ kind: 'weight', weight, certificate: certificate! })
  send({ kind: 'breaks', breaks: boundBreaks(problem, weight, isHeld, solver, limits) })
}
