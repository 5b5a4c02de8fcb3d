import { parentPort } from 'node:worker_threads'
import { explainPair } from '../engine/explain.ts'
import { openIndex } from './open-index.ts'
import type { ExplainMessage, ExplainTask } from './rank-messages.ts'

let index = openIndex([])

parentPort?.on('message', (task: ExplainTask) => {
  if (task.kind === 'index') {
    index = openIndex(task.parties)
    return
  }
  parentPort?.postMessage({
    number: task.number,
    match: explainPair(index, task.a, task.b),
  } satisfies ExplainMessage)
})
