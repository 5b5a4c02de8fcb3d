import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'

export interface WorkerStart {
  /** null: in memory. */
  readonly directory: string | null
  readonly dump: ArrayBuffer | null
  readonly socketPath: string
  readonly maxConnections: number
}
export type WorkerRequest = 'dump' | 'close'
export type WorkerMessage = 'ready' | { dump: ArrayBuffer }

export interface Embedded {
  /** Directory of the socket, which is what the driver takes for `host`. */
  readonly host: string
  /** The whole data directory as a tar archive, to be passed as `dump` to a later `startEmbedded`. */
  dump(): Promise<ArrayBuffer>
  close(): Promise<void>
}

/** Connections the embedded database takes: four of the pool, two of sign-in, two to spare for reconnects. */
const MAX_CONNECTIONS = 8

/**
 * Starts PGlite in a worker thread behind a socket that only this user can reach (the directory is 0700),
 * so that the same driver and pool serve both kinds of database.
 */
export async function startEmbedded(from: { directory: string | null; dump?: ArrayBuffer }): Promise<Embedded> {
  const host = mkdtempSync(join(tmpdir(), 'naru-'))
  const start: WorkerStart = {
    directory: from.directory,
    dump: from.dump ?? null,
    socketPath: join(host, '.s.PGSQL.5432'),
    maxConnections: MAX_CONNECTIONS,
  }
  // Not the flags of the process: some, such as `--input-type`, are refused for a file.
  const worker = new Worker(new URL('./embedded-worker.ts', import.meta.url), { workerData: start, execArgv: [] })
  const next = () =>
    new Promise<WorkerMessage>((resolve, reject) => {
      const settle = (act: () => void) => {
        worker.off('message', onMessage).off('error', onError).off('exit', onExit)
        act()
      }
      const onMessage = (message: WorkerMessage) => settle(() => resolve(message))
      const onError = (error: Error) => settle(() => reject(error))
      const onExit = () => settle(() => reject(new Error('The embedded database ended unexpectedly.')))
      worker.on('message', onMessage).on('error', onError).on('exit', onExit)
    })
  const ask = (request: WorkerRequest) => worker.postMessage(request)
  try {
    await next()
  } catch (error) {
    rmSync(host, { recursive: true, force: true })
    throw error
  }
  return {
    host,
    async dump() {
      ask('dump')
      return ((await next()) as { dump: ArrayBuffer }).dump
    },
    async close() {
      const ended = new Promise((resolve) => worker.once('exit', resolve))
      ask('close')
      await ended
      rmSync(host, { recursive: true, force: true })
    },
  }
}
