import { parentPort, workerData } from 'node:worker_threads'
import { solve } from '../engine/index.ts'
import { loadLinearSolver } from './highs-solver.ts'
import type { LaneMessage, LaneTask } from './solve-messages.ts'

const task = workerData as LaneTask
const port = parentPort
if (port === null) throw new Error('solve-worker.ts runs as a worker thread only')
const send = (message: LaneMessage): void => port.postMessage(message)
const startedMs = performance.now()

/** Below this the engine's own prices are as good, and loading a solver takes longer than finding them. */
const REQUESTS_WORTH_A_SOLVER = 200

const { problem, stopFlag, ...limits } = task
const linearSolver = problem.requests.length >= REQUESTS_WORTH_A_SOLVER ? await loadLinearSolver() : undefined
send({
  kind: 'done',
  solution: solve(problem, {
    ...limits,
    ...(linearSolver === undefined ? {} : { linearSolver }),
    elapsedMs: () => performance.now() - startedMs,
    shouldStop: () => Atomics.load(stopFlag, 0) === 1,
    onProgress: (progress) => send({ kind: 'progress', progress }),
  }),
})
