import type { ServerResponse } from 'node:http'
import { type AddressInfo, Server } from 'node:net'
import { serve } from '@hono/node-server'
import { WebSocketServer } from 'ws'
import type { Config } from '../config.ts'
import type { HttpApp } from './http-env.ts'

export interface Listening {
  readonly port: number
  /**
   * Takes no new connections, lets answers under way finish for two seconds, then cuts what is left (live events). A
   * connection that a proxy keeps open is answered once more and told to close: closed under it, a request that is on
   * its way would be lost, and a proxy may not send one again that changes something.
   */
  close(): Promise<void>
}

const GRACE_MS = 2000
/** Longer than proxies and clients keep a connection (nginx 60 s), so that they close it and never write into a closed one. */
const KEEP_ALIVE_MS = 75_000
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
            server.prependListener('request', (_: unknown, response: ServerResponse) => {
              response.shouldKeepAlive = false
            })
            // The server's own `close` would end connections that are idle at this moment.
            Server.prototype.close.call(server, () => closed())
            for (const socket of sockets.clients) socket.close(GOING_AWAY)
            setTimeout(() => {
              for (const socket of sockets.clients) socket.terminate()
              if ('closeIdleConnections' in server) server.closeIdleConnections()
            }, GRACE_MS / 2).unref()
            setTimeout(() => {
              if ('closeAllConnections' in server) server.closeAllConnections()
            }, GRACE_MS).unref()
          }),
      })
    })
    if ('keepAliveTimeout' in server) server.keepAliveTimeout = KEEP_ALIVE_MS
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new Error(`Port ${port} is taken; choose another with PORT.`)
          : new Error(`Cannot listen on ${host}:${port}: ${error.message}`, { cause: error }),
      ),
    )
  })
}
