import { parentPort, workerData } from 'node:worker_threads'
import { findChanges, repair, whatIf } from '../engine/index.ts'
import type { StudyMessage, StudyTask } from './study-messages.ts'

const task = workerData as StudyTask
const port = parentPort
if (port === null) throw new Error('study-worker.ts runs as a worker thread only')
const send = (message: StudyMessage): void => port.postMessage(message)
const startedMs = performance.now()
const elapsedMs = (): number => performance.now() - startedMs

switch (task.kind) {
  case 'changes': {
    const { problem, solution, requests, budgetMs } = task
    send({ kind: 'changes', changes: findChanges(problem, solution, requests, () => elapsedMs() < budgetMs) })
    break
  }
  case 'repair': {
    const { problem, published, disturbance, options } = task
    send({
      kind: 'repairs',
      repairs: options.map((each) => repair(problem, published, disturbance, { ...each, elapsedMs })),
    })
    break
  }
  case 'what-if': {
    const { present, variants, budgetMs, stopFlag } = task
    const shouldStop = (): boolean => Atomics.load(stopFlag, 0) === 1
    let starts = [present]
    for (const [index, { problem, question }] of variants.entries()) {
      if (shouldStop()) break
      const [found] = whatIf(problem, starts, question, { seed: 1, budgetMs, elapsedMs, shouldStop })
      if (!found) continue
      const { solution, ...point } = found
      starts = [present, solution]
      // What was cut short says nothing about the step.
      if (!shouldStop()) send({ kind: 'point', index, point })
    }
    send({ kind: 'done' })
    break
  }
}
