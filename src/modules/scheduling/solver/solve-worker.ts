import { parentPort, workerData } from 'node:worker_threads'
import { solve } from '../engine/index.ts'
import type { LaneMessage, LaneTask } from './solve-messages.ts'

const task = workerData as LaneTask
const port = parentPort
if (port === null) throw new Error('solve-worker.ts runs as a worker thread only')
const send = (message: LaneMessage): void => port.postMessage(message)
const startedMs = performance.now()

const { problem, stopFlag, ...limits } = task
send({
  kind: 'done',
  solution: solve(problem, {
    ...limits,
    elapsedMs: () => performance.now() - startedMs,
    shouldStop: () => Atomics.load(stopFlag, 0) === 1,
    onProgress: (progress) => send({ kind: 'progress', progress }),
  }),
})
