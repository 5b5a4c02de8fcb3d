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
})
const server = new PGLiteSocketServer({ db: database, path: start.socketPath, maxConnections: start.maxConnections })
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
