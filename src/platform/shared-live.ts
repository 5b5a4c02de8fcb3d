import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { z } from 'zod'
import { type Live, createLive } from './live.ts'
import type { Log } from './log.ts'

const CHANNEL = 'naru_live'
const RECONNECT_MS = 1000

const message = z.object({ from: z.string(), topic: z.string(), version: z.union([z.string(), z.number()]) })

export interface SharedLive extends Live {
  close(): Promise<void>
}

/**
 * Topics for all processes on one PostgreSQL server (NOTIFY on one channel): what one publishes, every one hears, the
 * own process at once. A message lost while the connection is down does no harm, because screens ask again now and
 * then; the connection comes back by itself.
 */
export async function createSharedLive(databaseUrl: string, log: Log): Promise<SharedLive> {
  const local = createLive()
  const self = randomUUID()
  let isClosed = false
  let client: pg.Client | null = null

  const connect = async () => {
    const next = new pg.Client({ connectionString: databaseUrl })
    next.on('error', () => {})
    next.on('notification', ({ payload = '' }) => hear(payload))
    await next.connect()
    await next.query(`listen ${CHANNEL}`)
    next.on('end', () => {
      client = null
      void reconnect()
    })
    client = next
  }
  const reconnect = async (): Promise<void> => {
    if (isClosed) return
    await pause(RECONNECT_MS, undefined, { ref: false })
    await connect().catch((error: unknown) => {
      log.warn({ err: error }, 'live updates of other processes are missing')
      return reconnect()
    })
  }
  const hear = (payload: string) => {
    const heard = message.safeParse(JSON.parse(payload))
    if (heard.success && heard.data.from !== self) local.publish(heard.data.topic, heard.data.version)
  }

  await connect()
  return {
    publish(topic, version) {
      local.publish(topic, version)
      const payload = JSON.stringify({ from: self, topic, version })
      client?.query('select pg_notify($1, $2)', [CHANNEL, payload]).catch(() => {})
    },
    subscribe: local.subscribe,
    async close() {
      isClosed = true
      await client?.end()
    },
  }
}
