import { parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { pgcrypto } from '@electric-sql/pglite/contrib/pgcrypto'
import { unaccent } from '@electric-sql/pglite/contrib/unaccent'
import { PGLiteSocketServer } from '@electric-sql/pglite-socket'
import type { WorkerMessage, WorkerRequest, WorkerStart } from './embedded.ts'

/** Runs the embedded database beside the event loop of the server, which a long query would otherwise stop. */
const start = workerData as WorkerStart
const port = parentPort!
const say = (message: WorkerMessage, transfer: ArrayBuffer[] = []) => port.postMessage(message, transfer)

const database = await PGlite.create({
  ...(start.directory === null ? {} : { dataDir: start.directory }),
  ...(start.dump === null ? {} : { loadDataDir: new Blob([start.dump]) }),
  extensions: { pg_trgm, unaccent, btree_gist, pgcrypto },
  // The default of 128 MB is touched in full sooner or later; one process with one session does not need it.
  startParams: [...PGlite.defaultStartParams, '-c', 'shared_buffers=32MB'],
})

/** Parse, Bind, Describe, Execute, Close, Flush: after these the same client has more to say before Sync. */
const MIDWAY = new Set([...'PBDECH'].map((letter) => letter.charCodeAt(0)))
let midway = false

/**
 * The socket server (0.2.17) queues message by message over all clients and keeps to one client only inside a
 * transaction: a statement that one client prepared would be run with the values of another. So it is told
 * that a transaction is open from the first message of a query to its Sync.
 */
const oneQueryAtATime = new Proxy(database, {
  get(target, key) {
    if (key === 'isInTransaction') return () => midway || target.isInTransaction()
    if (key === 'execProtocolRawStream') {
      return (message: Uint8Array, options: Parameters<PGlite['execProtocolRawStream']>[1]) => {
        midway = MIDWAY.has(message[0] ?? 0)
        return target.execProtocolRawStream(message, options)
      }
    }
    const value: unknown = Reflect.get(target, key, target)
    return typeof value === 'function' ? value.bind(target) : value
  },
})
const server = new PGLiteSocketServer({
  db: oneQueryAtATime,
  path: start.socketPath,
  maxConnections: start.maxConnections,
})
await server.start()

port.on('message', async (request: WorkerRequest) => {
  if (request === 'dump') {
    const dump = await (await database.dumpDataDir('none')).arrayBuffer()
    say({ dump }, [dump])
    return
  }
  await server.stop()
  await database.close()
  process.exit(0)
})
say('ready')
