import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import type { Log } from './log.ts'

const RECONNECT_MS = 1000

export interface ChannelReader {
  heard(payload: string): void
  /** The session broke: what was said meanwhile is lost. It comes back by itself. */
  broken?(): void
}

/** The one session of a process that hears and sends NOTIFY. */
export interface Notifications {
  /** One reader for each channel, from now on and in every session to come. */
  listen(channel: string, reader: ChannelReader): Promise<void>
  /** Each to its channel, in this order, in one transaction. Rejects while the session is broken. */
  notify(messages: readonly (readonly [channel: string, payload: string])[]): Promise<void>
  /** Under which name the database's list of sessions shows this one, to whoever asks `isCalled`. */
  call(name: string): Promise<void>
  /** Whether there is a session of that name on this database. */
  isCalled(name: string): Promise<boolean>
  close(): Promise<void>
}

/** Rejects when the database does not answer now; later it waits until it does. */
export async function openNotifications(databaseUrl: string, log: Log): Promise<Notifications> {
  const readers = new Map<string, ChannelReader>()
  let name = 'naru'
  let isClosed = false
  let client: pg.Client | null = null

  const connect = async () => {
    const next = new pg.Client({ connectionString: databaseUrl, application_name: name })
    next.on('error', () => {})
    next.on('notification', ({ channel, payload = '' }) => readers.get(channel)?.heard(payload))
    await next.connect()
    for (const channel of readers.keys()) await next.query(`listen ${pg.escapeIdentifier(channel)}`)
    next.on('end', () => {
      client = null
      if (isClosed) return
      for (const reader of readers.values()) reader.broken?.()
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
  const session = () => client ?? Promise.reject(new Error('No session to notify with'))

  await connect()
  return {
    async listen(channel, reader) {
      readers.set(channel, reader)
      await client?.query(`listen ${pg.escapeIdentifier(channel)}`)
    },
    async notify(messages) {
      const [channels, payloads] = [messages.map(([channel]) => channel), messages.map(([, payload]) => payload)]
      const text = 'select pg_notify(channel, payload) from unnest($1::text[], $2::text[]) as message(channel, payload)'
      await (await session()).query(text, [channels, payloads])
    },
    async call(called) {
      name = called
      await client?.query(`select set_config('application_name', $1, false)`, [name])
    },
    async isCalled(called) {
      const text = `select exists (select from pg_stat_activity
        where datname = current_database() and application_name = $1) as "isCalled"`
      const { rows } = await (await session()).query<{ isCalled: boolean }>(text, [called])
      return rows[0]?.isCalled ?? false
    },
    async close() {
      isClosed = true
      await client?.end()
    },
  }
}
