import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { WebSocketServer } from 'ws'
import type { Config } from '../config.ts'
import type { HttpApp } from './http-env.ts'

export interface Listening {
  readonly port: number
  /** Takes no new connections, lets answers under way finish for two seconds, then cuts what is left (live events). */
  close(): Promise<void>
}

const GRACE_MS = 2000
/** The largest message a WebSocket may send, in bytes; a larger one ends the connection unread. */
const MAX_FRAME_BYTES = 64 * 1024
const GOING_AWAY = 1001

/** Rejects with one sentence when the port cannot be had. */
export function listen<Actor>(app: HttpApp<Actor>, { host, port }: Pick<Config, 'host' | 'port'>): Promise<Listening> {
  return new Promise((resolve, reject) => {
    // Nothing is compressed: a small frame could unpack to a large one.
    const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_FRAME_BYTES, perMessageDeflate: false })
    // The two packages differ in how they spell an optional field, in nothing else.
    const websocket = { server: sockets } as unknown as NonNullable<Parameters<typeof serve>[0]['websocket']>
    const server = serve({ fetch: app.fetch, hostname: host, port, websocket }, (address: AddressInfo) => {
      resolve({
        port: address.port,
        close: () =>
          new Promise((closed) => {
            server.close(() => closed())
            for (const socket of sockets.clients) socket.close(GOING_AWAY)
            setTimeout(() => {
              for (const socket of sockets.clients) socket.terminate()
            }, GRACE_MS / 2).unref()
            if ('closeIdleConnections' in server) {
              server.closeIdleConnections()
              setTimeout(() => server.closeAllConnections(), GRACE_MS).unref()
            }
          }),
      })
    })
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new Error(`Port ${port} is taken; choose another with PORT.`)
          : new Error(`Cannot listen on ${host}:${port}: ${error.message}`, { cause: error }),
      ),
    )
  })
}
