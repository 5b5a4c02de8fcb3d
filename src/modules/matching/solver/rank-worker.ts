import { parentPort, workerData } from 'node:worker_threads'
import { rankedPair } from '../domain/ranked-pair.ts'
import { rankPairs } from '../engine/rank.ts'
import { openIndex } from './open-index.ts'
import type { RankMessage, RankTask } from './rank-messages.ts'

const { parties, weighting, limit, sidePositions, stopFlag } = workerData as RankTask
const send = (message: RankMessage): void => parentPort?.postMessage(message)

const positions = new Map(parties.map(({ id, sideId }) => [id, sidePositions.get(sideId) ?? 0]))
const matches = rankPairs(openIndex(parties, weighting), {
  limit,
  onProgress: (done, total) => send({ kind: 'progress', done, total }),
  shouldStop: () => Atomics.load(stopFlag, 0) !== 0,
})
// What is not kept (the places in the texts) is let go pair by pair: all of it would fill the memory of a large programme.
send({ kind: 'ranked', pairs: Array.from(matches, (match) => rankedPair(match, (id) => positions.get(id) ?? 0)) })
