import { Worker } from 'node:worker_threads'
import type { RankedPair } from '../domain/ranked-pair.ts'
import type { RankMessage, RankTask } from './rank-messages.ts'

/**
 * Ranks everybody in a thread of its own; the calling thread stays free. An abort answers null: half a ranking
 * would show some companies and hide others. Rejects only on a defect of the engine.
 */
export async function rankInWorker(
  task: Omit<RankTask, 'stopFlag'>,
  signal: AbortSignal,
  onProgress: (done: number, total: number) => void,
): Promise<readonly RankedPair[] | null> {
  const stopFlag = new Int32Array(new SharedArrayBuffer(4))
  const stop = (): void => {
    Atomics.store(stopFlag, 0, 1)
  }
  if (signal.aborted) stop()
  signal.addEventListener('abort', stop, { once: true })
  try {
    const pairs = await startWorker({ ...task, stopFlag }, onProgress)
    return signal.aborted ? null : pairs
  } finally {
    signal.removeEventListener('abort', stop)
  }
}

const startWorker = (
  task: RankTask,
  onProgress: (done: number, total: number) => void,
): Promise<readonly RankedPair[]> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./rank-worker.ts', import.meta.url), { workerData: task })
    worker.on('message', (message: RankMessage) => {
      if (message.kind === 'progress') onProgress(message.done, message.total)
      else resolve(message.pairs)
    })
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`The ranking thread ended with code ${code}`)))
  })
