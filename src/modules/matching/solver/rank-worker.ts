import { parentPort, workerData } from 'node:worker_threads'
import { rankAll } from '../engine/rank.ts'
import { openIndex } from './open-index.ts'
import type { RankMessage, RankTask } from './rank-messages.ts'

const { parties, weighting, limit, stopFlag } = workerData as RankTask
const send = (message: RankMessage): void => parentPort?.postMessage(message)

send({
  kind: 'ranked',
  rankings: rankAll(openIndex(parties, weighting), {
    limit,
    onProgress: (done, total) => send({ kind: 'progress', done, total }),
    shouldStop: () => Atomics.load(stopFlag, 0) !== 0,
  }),
})
