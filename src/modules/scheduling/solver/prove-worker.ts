import { parentPort, workerData } from 'node:worker_threads'
import { BoundKeeper } from '../engine/bound-keeper.ts'
import { boundByAgreement } from '../engine/agreement-bound.ts'
import { boundBreaks } from '../engine/breaks-bound.ts'
import { boundBySeats } from '../engine/seat-bound.ts'
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
  | {
      readonly kind: 'weight'
      readonly weight: number
      readonly certificate: BoundCertificate
      /** Of requests in schedules of that weight: 1 held in all, -1 in none. */
      readonly fates: Int8Array
    }
  | {
      readonly kind: 'breaks'
      readonly breaks: number
      readonly method: 'seats' | 'presence' | 'agreement'
      /** The one of the weight with what proves the breaks; null for what cannot be re-checked. */
      readonly certificate: BoundCertificate | null
    }

/** The seats nearly always say as much; beyond this a core is better spent on the search and the decision. */
const MOST_FOR_PRESENCE_MS = 2_000

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
  const fates = bound.fates(weight)
  send({ kind: 'weight', weight, certificate: certificate!, fates })
  const seats = boundBySeats(problem, fates, solver, limits)
  // Also when it is none: the question to the answer-set solver waits for this.
  send({
    kind: 'breaks',
    breaks: seats.breaks,
    method: 'seats',
    certificate: seats.breaks > 0 ? { ...certificate!, runPrices: seats.runPrices } : null,
  })
  const timeLimitMs = Math.min(MOST_FOR_PRESENCE_MS, task.budgetMs / 10)
  const breaks = boundBreaks(problem, weight, isHeld, solver, { ...limits, timeLimitMs })
  send({ kind: 'breaks', breaks, method: 'presence', certificate: null })
  // Last: where little is left to prove, it would only take a core from those who are about to finish.
  boundByAgreement(problem, fates, weight, {
    mayGoOn: () => !shouldStop(),
    onBetter: (breaks, agreement) => {
      if (breaks > seats.breaks)
        send({ kind: 'breaks', breaks, method: 'agreement', certificate: { ...certificate!, agreement } })
    },
  })
}
