import { parentPort } from 'node:worker_threads'
import { explainPair } from '../engine/explain.ts'
import type { MatchIndex } from '../engine/match-index.ts'
import { openIndex } from './open-index.ts'
import type { ExplainMessage, ExplainTask } from './rank-messages.ts'

let index: MatchIndex | null = null

parentPort?.on('message', (task: ExplainTask) => {
  if (task.kind === 'index') {
    index = openIndex(task.parties, task.weighting)
    return
  }
  if (index === null) throw new Error('A pair was asked for before the index')
  parentPort?.postMessage({
    number: task.number,
    match: explainPair(index, task.a, task.b),
  } satisfies ExplainMessage)
})
